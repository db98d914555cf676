-- One row per activity at an employer that has ended and whose month $follow_up_months later is covered by the records
-- of work: its last day. Months are year * 12 + month - 1; a month is covered if all its days are.
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
        activity.end_on - 1 as last_day
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
inner join covered
    on
        year(ended.last_day) * 12 + month(ended.last_day) - 1 + $follow_up_months
        between covered.first_month and covered.last_month
