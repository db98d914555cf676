-- One row: the events and full-time persons that schemes or needs split, and how many are not the sum over these.
with total as (
    select
        category_margin.of_breakdown as breakdown,
        category_margin.of_category as category,
        category_margin.breakdown as split_by,
        counted.period_kind,
        counted.period,
        counted.area,
        sum(counted.amount) as amount
    from mart.counted as counted
    inner join category_margin
        on
            counted.breakdown = category_margin.breakdown
            and counted.category = category_margin.category
    inner join figure on counted.figure = figure.figure
    where
        counted.figure = $figure
        and figure.adds_up in ('events', 'days')
        and category_margin.along in ('scheme', 'need')
    group by
        category_margin.of_breakdown,
        category_margin.of_category,
        category_margin.breakdown,
        counted.period_kind,
        counted.period,
        counted.area
)

select
    count(*) as checked,
    count(*) filter (where total.amount is distinct from whole.amount) as broken
from total
left join mart.counted as whole
    on
        total.breakdown = whole.breakdown
        and total.category = whole.category
        and total.period_kind = whole.period_kind
        and total.period = whole.period
        and total.area = whole.area
        and whole.figure = $figure
