-- One row per status of the audited cells: how many have it.
select
    audited_cell.status,
    count(*) as cells
from audited_cell
group by audited_cell.status
