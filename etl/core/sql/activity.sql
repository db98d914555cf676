-- One row per activity of a person, as delivered; activities may overlap, of one kind too.
insert into core.activity by name
select
    delivered.person_id,
    delivered.kind,
    delivered.start_on,
    delivered.end_on,
    delivered.planned_end_on
from raw.activities as delivered
where delivered.start_on < coalesce(delivered.end_on, date 'infinity')
