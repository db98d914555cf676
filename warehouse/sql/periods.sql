-- One row per indicator, period kind and period that has cells.
select distinct
    indicator,
    period_kind,
    period
from cell
order by all
