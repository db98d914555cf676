-- One row per computed cell of an indicator, category, period and area: what may be published of it.
select
    cell.value,
    cell.status
from mart.cell as cell
where
    cell.indicator = $indicator
    and cell.breakdown = $breakdown
    and cell.category = $category
    and cell.period_kind = $period_kind
    and cell.period = $period
    and cell.area = $area
