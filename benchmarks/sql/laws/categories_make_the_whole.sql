-- One row: the figures that any breakdown but those by scheme and need splits, and how many are not the sum of the
-- parts: `all`, and the single categories that pairs split.
with side as (
    select
        category_margin.of_breakdown as breakdown,
        category_margin.of_category as category,
        category_margin.breakdown as split_by,
        category_margin.along,
        counted.period_kind,
        counted.period,
        counted.area,
        counted.amount,
        counted.contributors,
        counted.cell_key
    from mart.counted as counted
    inner join category_margin
        on
            counted.breakdown = category_margin.breakdown
            and counted.category = category_margin.category
    where
        counted.figure = $figure
        and category_margin.along not in ('scheme', 'need')
),

total as (
    select
        side.breakdown,
        side.category,
        side.split_by,
        side.period_kind,
        side.period,
        side.area,
        sum(side.amount) as amount,
        sum(side.contributors) as contributors,
        sum(cast(side.cell_key as hugeint)) & cast(18446744073709551615 as hugeint) as cell_key
    from side
    inner join figure on figure.figure = $figure
    where figure.adds_up != 'nothing'
    group by
        side.breakdown,
        side.category,
        side.split_by,
        side.along,
        side.period_kind,
        side.period,
        side.area
)

select
    count(*) as checked,
    count(*) filter (
        where total.amount is distinct from whole.amount
        or total.contributors is distinct from whole.contributors
        or total.cell_key is distinct from cast(whole.cell_key as hugeint)
    ) as broken
from total
left join mart.counted as whole
    on
        total.breakdown = whole.breakdown
        and total.category = whole.category
        and total.period_kind = whole.period_kind
        and total.period = whole.period
        and total.area = whole.area
        and whole.figure = $figure
