-- One row more per period kind and period that a difference has cells of.
insert into portal.cell_period
select distinct
    cell.indicator,
    cell.period_kind,
    cell.period
from portal.cell as cell
where cell.indicator = $indicator
order by all
