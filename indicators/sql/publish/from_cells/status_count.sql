-- One row per indicator, period and status: how many cells have it.
create table portal.status_count as
select
    indicator,
    period_kind,
    period,
    status,
    count(*) as cells
from portal.cell
group by
    indicator,
    period_kind,
    period,
    status
order by all
