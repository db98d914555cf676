-- One row: the figures of categories that an indicator tells anything of, and how many are something and have no cell.
select
    count(*) as checked,
    count(*) filter (where cell.indicator is null and counted.value is not null) as broken
from mart.counted as counted
inner join indicator_part on counted.figure = indicator_part.above
inner join area_role on counted.area = area_role.area
left join mart.cell as cell
    on
        counted.breakdown = cell.breakdown
        and counted.category = cell.category
        and counted.period_kind = cell.period_kind
        and counted.period = cell.period
        and counted.area = cell.area
        and cell.indicator = $indicator
where
    indicator_part.indicator = $indicator
    and not area_role.changes
    and (counted.breakdown, counted.category, counted.period_kind) in (
        select (known.breakdown, known.category, known.period_kind)
        from mart.cell as known
        where known.indicator = $indicator
    )
