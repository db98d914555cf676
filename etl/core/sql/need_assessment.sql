-- One row per assessment of a person's need of support, for as long as it holds: until its end, or until the next one.
insert into core.need_assessment by name
select
    delivered.person_id,
    delivered.start_on,
    least(
        delivered.end_on,
        lead(delivered.start_on) over (partition by delivered.person_id order by delivered.start_on)
    ) as end_on,
    delivered.need
from raw.need_assessments as delivered
where delivered.start_on < coalesce(delivered.end_on, date 'infinity')
