-- One row per audited cell, in the order of their numbers.
select
    audited_cell.period_kind,
    audited_cell.period,
    audited_cell.cell,
    audited_cell.units,
    audited_cell.status
from audited_cell
order by all
