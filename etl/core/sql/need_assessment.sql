-- One row per assessment of a person's need of support, for as long as it holds: until its end, or until the next one.
insert into core.need_assessment by name
with told as (
    select
        delivered.person_id,
        delivered.start_on,
        coalesce(delivered.end_on, date 'infinity') as end_on,
        delivered.need
    from raw.need_assessments as delivered
    where delivered.start_on < coalesce(delivered.end_on, date 'infinity')
),

followed as (
    select
        told.*,
        lead(told.start_on, 1, date 'infinity') over (
            partition by told.person_id
            order by told.start_on, told.end_on, told.need
        ) as next_on
    from told
)

select
    followed.person_id,
    followed.start_on,
    nullif(least(followed.end_on, followed.next_on), date 'infinity') as end_on,
    followed.need
from followed
where followed.start_on < followed.next_on
