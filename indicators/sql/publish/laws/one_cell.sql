-- One row: the number of cells that are there more than once.
select count(*) as broken
from (
    select cell.indicator
    from portal.cell as cell
    group by
        cell.indicator,
        cell.breakdown,
        cell.category,
        cell.period_kind,
        cell.period,
        cell.area
    having count(*) > 1
) as repeated
