-- One row: the figures of the country, and how many are not the sum of the municipalities' and the residual areas'.
with balance as (
    select
        counted.breakdown,
        counted.category,
        counted.period_kind,
        counted.period,
        bool_or(area_role.role = 'country') as told,
        sum(if(area_role.role = 'country', 1, -1) * counted.amount) as amount,
        sum(if(area_role.role = 'country', 1, -1) * counted.contributors) as contributors,
        sum(if(area_role.role = 'country', 1, -1) * cast(counted.cell_key as hugeint)) as cell_key
    from mart.counted as counted
    inner join figure on counted.figure = figure.figure
    inner join area_role on counted.area = area_role.area
    where
        counted.figure = $figure
        and figure.adds_up != 'nothing'
        and area_role.role in ('country', 'base', 'residual')
    group by
        counted.breakdown,
        counted.category,
        counted.period_kind,
        counted.period
)

select
    count(*) as checked,
    count(*) filter (
        where not balance.told
        or balance.amount != 0
        or balance.contributors != 0
        or (balance.cell_key & cast(18446744073709551615 as hugeint)) != 0
    ) as broken
from balance
