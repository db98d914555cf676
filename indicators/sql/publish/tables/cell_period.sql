-- One row per indicator, period kind and period that has cells.
create table portal.cell_period as
select distinct
    indicator,
    period_kind,
    period
from portal.cell
order by all
