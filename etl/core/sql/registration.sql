-- One row per stretch of days registered as unemployed: registrations that overlap or touch are one.
insert into core.registration by name
with told as (
    select
        delivered.person_id,
        delivered.start_on,
        coalesce(delivered.end_on, date 'infinity') as end_on
    from raw.registrations as delivered
    where delivered.start_on < coalesce(delivered.end_on, date 'infinity')
),

seen as (
    select
        told.*,
        max(told.end_on) over (
            partition by told.person_id
            order by told.start_on
            rows between unbounded preceding and 1 preceding
        ) as covered_to,
        max(told.end_on) over (partition by told.person_id) as last_end
    from told
)

-- What was covered before one stretch begins is where the one before it ends.
select
    seen.person_id,
    seen.start_on,
    nullif(
        lead(seen.covered_to, 1, seen.last_end) over (partition by seen.person_id order by seen.start_on),
        date 'infinity'
    ) as end_on
from seen
where coalesce(seen.start_on > seen.covered_to, true)
