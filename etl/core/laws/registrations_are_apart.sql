-- One row per registration that begins before the day after an earlier one of the same person, or holds no day.
with ordered as (
    select
        registration.start_on,
        coalesce(registration.end_on, date 'infinity') as end_on,
        max(coalesce(registration.end_on, date 'infinity')) over (
            partition by registration.person_id
            order by registration.start_on, registration.end_on
            rows between unbounded preceding and 1 preceding
        ) as covered_to
    from core.registration as registration
)

select ordered.start_on
from ordered
where ordered.start_on <= ordered.covered_to or ordered.end_on <= ordered.start_on
