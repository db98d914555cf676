-- One row per group of people (none of a pair), area, period kind and indicator: its figures in all periods, the oldest
-- first. A cell's neighbours in the file are other areas; whoever asks for one area finds here what lies far apart there.
create table portal.series as
select
    breakdown,
    category,
    area,
    period_kind,
    indicator,
    list(period order by period) as periods,
    list(value order by period) as figures,
    list(status order by period) as statuses
from portal.cell
where not contains(breakdown, '.')
group by
    breakdown,
    category,
    area,
    period_kind,
    indicator
order by
    breakdown,
    category,
    area,
    period_kind,
    indicator
