-- One row per group of people (none of a pair), period kind and indicator: the figures of all areas in the newest
-- period, side by side as JSON, so that an area's rank on every indicator is found without reading all their cells.
create table portal.newest as
with newest_period as (
    select
        indicator,
        period_kind,
        max(period) as period
    from portal.cell_period
    group by
        indicator,
        period_kind
)

select
    concat_ws('.', cell.breakdown, cell.category, cell.period_kind) as key,
    cell.indicator,
    cast(to_json(list(cell.area order by cell.area)) as varchar) as areas,
    cast(to_json(list(cast(cell.value as varchar) order by cell.area)) as varchar) as figures,
    cast(to_json(list(cell.flags order by cell.area)) as varchar) as flags
from portal.cell
inner join newest_period
    on
        cell.indicator = newest_period.indicator
        and cell.period_kind = newest_period.period_kind
        and cell.period = newest_period.period
where not contains(cell.breakdown, '.')
group by
    cell.breakdown,
    cell.category,
    cell.period_kind,
    cell.indicator
order by
    cell.breakdown,
    cell.category,
    cell.period_kind,
    cell.indicator;

create index newest_key on portal.newest (key)
