-- One row per group of people (none of a pair), area, period kind and indicator: the figures of all periods, oldest
-- first. The cells of one area lie far apart in the file, where a period's lie together; here they stand in a row.
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
