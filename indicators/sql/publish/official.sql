-- One row per official total that is held against what was counted: that of a cell which is shown, and so large that to
-- say whether it fits tells nothing of a small number. `figures` is what each indicator counts.
with counted_as as (
    select
        unnest($indicators) as indicator,
        unnest($figures) as figure
),

rules as (
    select cast(country.profile ->> '$.persons.protection.split_from' as integer) as split_from
    from core.country as country
)

select
    official.indicator,
    official.breakdown,
    official.category,
    official.period_kind,
    official.period,
    official.area,
    official.total,
    official.within,
    coalesce(counted.value, 0) as counted
from core.official_total as official
cross join rules
inner join counted_as on official.indicator = counted_as.indicator
inner join mart.cell as cell
    on
        official.indicator = cell.indicator
        and official.breakdown = cell.breakdown
        and official.category = cell.category
        and official.period_kind = cell.period_kind
        and official.period = cell.period
        and official.area = cell.area
-- Nobody is behind what has no row.
left join mart.counted as counted
    on
        counted_as.figure = counted.figure
        and official.breakdown = counted.breakdown
        and official.category = counted.category
        and official.period_kind = counted.period_kind
        and official.period = counted.period
        and official.area = counted.area
where
    cell.status = 'value'
    and official.total - official.within >= rules.split_from
order by all
