-- One row per person and stretch of days registered as unemployed, from the day $months months after its first on.
with waited as (
    select
        registration.person_id,
        cast(registration.start_on + to_months(cast($months as integer)) as date) as start_on,
        registration.end_on
    from core.registration as registration
)

select
    waited.person_id,
    cast(null as varchar) as category,
    waited.start_on,
    waited.end_on,
    100 as degree
from waited
where waited.start_on < coalesce(waited.end_on, date '9999-12-31')
