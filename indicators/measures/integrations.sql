-- One row per month with paid work after one without in which the person was registered as unemployed: its first day.
-- Months are year * 12 + month - 1; both are covered by the records of work, which is that all their days are.
with covered as (
    select
        year(coverage.known_from - 1) * 12 + month(coverage.known_from - 1) as first_month,
        year(coverage.known_until) * 12 + month(coverage.known_until) - 2 as last_month
    from core.coverage as coverage
    where coverage.source = 'work_months'
),

worked as (
    select
        work.person_id,
        work.month,
        make_date(work.month // 12, work.month % 12 + 1, 1) as first_day,
        make_date((work.month - 1) // 12, (work.month - 1) % 12 + 1, 1) as month_before
    from core.work_month as work
    where work.hours > 0
)

select
    worked.person_id,
    cast(null as varchar) as category,
    worked.first_day as happened_on,
    1 as amount
from worked
inner join covered
    on
        worked.month - 1 >= covered.first_month
        and worked.month <= covered.last_month
anti join worked as before
    on
        worked.person_id = before.person_id
        and worked.month - 1 = before.month
semi join core.registration as registration
    on
        worked.person_id = registration.person_id
        and worked.first_day > registration.start_on
        and worked.month_before < coalesce(registration.end_on, date '9999-12-31')
