-- One row: the full-time persons with overlaps resolved, and how many are more than those with overlaps added up.
select
    count(*) as checked,
    count(*) filter (where coalesce(resolved.amount > naive.amount, true)) as broken
from mart.counted as resolved
left join mart.counted as naive
    on
        resolved.breakdown = naive.breakdown
        and resolved.category = naive.category
        and resolved.period_kind = naive.period_kind
        and resolved.period = naive.period
        and resolved.area = naive.area
        and naive.figure = 'benefit_days amount'
where resolved.figure = 'benefit_days_resolved amount'
