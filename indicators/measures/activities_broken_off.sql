-- One row per activity, as in planned_activities_ended, that ended before the agreed day, and whose person has no paid
-- work in the month of its last day or in the month after: its last day. Months are year * 12 + month - 1; a month is
-- covered if all its days are.
with covered as (
    select
        year(coverage.known_from - 1) * 12 + month(coverage.known_from - 1) as first_month,
        year(coverage.known_until) * 12 + month(coverage.known_until) - 2 as last_month
    from core.coverage as coverage
    where coverage.source = 'work_months'
),

ended as (
    select
        activity.person_id,
        activity.end_on - 1 as last_day,
        year(activity.end_on - 1) * 12 + month(activity.end_on - 1) - 1 as month
    from core.activity as activity
    inner join core.coverage as coverage on coverage.source = 'activities'
    where
        activity.end_on < activity.planned_end_on
        and activity.end_on <= coverage.known_until
)

select
    ended.person_id,
    cast(null as varchar) as category,
    ended.last_day as happened_on,
    1 as amount
from ended
inner join covered
    on
        ended.month >= covered.first_month
        and ended.month + 1 <= covered.last_month
anti join core.work_month as work
    on
        ended.person_id = work.person_id
        and work.month between ended.month and ended.month + 1
        and work.hours > 0
