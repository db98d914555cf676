-- One row per time as registered unemployed that is known to begin, if the records of work cover the $follow_up_months
-- months after the month of its first day: that day. Months are year * 12 + month - 1; a month is covered if all its
-- days are.
with covered as (
    select
        year(coverage.known_from - 1) * 12 + month(coverage.known_from - 1) as first_month,
        year(coverage.known_until) * 12 + month(coverage.known_until) - 2 as last_month
    from core.coverage as coverage
    where coverage.source = 'work_months'
),

begun as (
    select
        registration.person_id,
        registration.start_on,
        year(registration.start_on) * 12 + month(registration.start_on) - 1 as month
    from core.registration as registration
    inner join core.coverage as coverage on coverage.source = 'registrations'
    where registration.start_on > coverage.known_from
)

select
    begun.person_id,
    cast(null as varchar) as category,
    begun.start_on as happened_on,
    1 as amount
from begun
inner join covered
    on
        begun.month + 1 >= covered.first_month
        and begun.month + $follow_up_months <= covered.last_month
