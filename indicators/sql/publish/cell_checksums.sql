-- One row per stretch of cells: a fingerprint of all that they say.
select
    cell.indicator,
    cell.breakdown,
    cell.period_kind,
    cell.period,
    md5(string_agg(cast(cell as varchar), chr(10) order by cell.category, cell.area)) as fingerprint
from portal.cell as cell
group by
    cell.indicator,
    cell.breakdown,
    cell.period_kind,
    cell.period
order by all
