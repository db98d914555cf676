-- One row per time as registered unemployed that lasts on the day $months - 1 months after its first: the day $months
-- months after its first, whether the person is registered then or not.
with reached as (
    select
        registration.person_id,
        registration.end_on,
        cast(registration.start_on + to_months(cast($months - 1 as integer)) as date) as near_on,
        cast(registration.start_on + to_months(cast($months as integer)) as date) as long_on
    from core.registration as registration
)

select
    reached.person_id,
    cast(null as varchar) as category,
    reached.long_on as happened_on,
    1 as amount
from reached
where coalesce(reached.end_on, date '9999-12-31') > reached.near_on
