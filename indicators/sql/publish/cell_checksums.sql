-- One row per stretch of cells: a fingerprint of all that they say. The hash is that of this version of DuckDB: another
-- one may name the same cells anew. It is added up, for a release has millions of cells and they need no order then.
select
    cell.indicator,
    cell.breakdown,
    cell.period_kind,
    cell.category,
    sum(hash(cell)) as fingerprint
from portal.cell as cell
group by
    cell.indicator,
    cell.breakdown,
    cell.period_kind,
    cell.category
order by all
