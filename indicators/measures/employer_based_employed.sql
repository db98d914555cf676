-- One row per activity at an employer that counts as ended (see employer_based_ended) and whose person has paid work in
-- the month $follow_up_months later: its last day. Months are year * 12 + month - 1; a month is covered if all its days
-- are.
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
        year(activity.end_on - 1) * 12
        + month(activity.end_on - 1) - 1 + $follow_up_months as follow_up_month
    from core.activity as activity
    inner join core.coverage as coverage on coverage.source = 'activities'
    where
        activity.kind in ('wage_subsidy', 'work_placement')
        and activity.end_on <= coverage.known_until
)

select
    ended.person_id,
    cast(null as varchar) as category,
    ended.last_day as happened_on,
    1 as amount
from ended
inner join covered on ended.follow_up_month between covered.first_month and covered.last_month
semi join core.work_month as work
    on
        ended.person_id = work.person_id
        and ended.follow_up_month = work.month
        and work.hours > 0
