-- One row: the figures of regions and other groups, and how many are not the sum of the areas that then belong to them.
with side as (
    select
        counted.breakdown,
        counted.category,
        counted.period_kind,
        counted.period,
        area_part.of_area as area,
        -1 as sign,
        counted.amount,
        counted.contributors,
        counted.cell_key
    from mart.counted as counted
    inner join area_part
        on
            counted.area = area_part.area
            and counted.period_kind = area_part.period_kind
            and counted.period = area_part.period
    where counted.figure = $figure
    union all
    select
        counted.breakdown,
        counted.category,
        counted.period_kind,
        counted.period,
        counted.area,
        1 as sign,
        counted.amount,
        counted.contributors,
        counted.cell_key
    from mart.counted as counted
    where
        counted.figure = $figure
        and (counted.area, counted.period_kind, counted.period) in (
            select (area_part.of_area, area_part.period_kind, area_part.period)
            from area_part
        )
),

balance as (
    select
        side.breakdown,
        side.category,
        side.period_kind,
        side.period,
        side.area,
        max(side.sign) as told,
        sum(side.sign * side.amount) as amount,
        sum(side.sign * side.contributors) as contributors,
        sum(side.sign * cast(side.cell_key as hugeint)) as cell_key
    from side
    inner join figure on figure.figure = $figure
    where figure.adds_up != 'nothing'
    group by
        side.breakdown,
        side.category,
        side.period_kind,
        side.period,
        side.area
)

select
    count(*) as checked,
    count(*) filter (
        where balance.told = -1
        or balance.amount != 0
        or balance.contributors != 0
        or (balance.cell_key & cast(18446744073709551615 as hugeint)) != 0
    ) as broken
from balance
