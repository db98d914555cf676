-- One row per indicator, period and status: how many cells have it.
select
    indicator,
    period_kind,
    period,
    status,
    count(*) as cells
from cell
group by all
order by all
