-- One row per group of people (none of a pair), area, period kind and indicator: its cells of all periods in a row.
-- The cells of one area lie far apart in the file, where a period's lie together; here the oldest comes first. Columns
-- are lists as JSON, which readers take over at once where lists are taken value by value; an index finds the rows.
create table portal.series as
select
    concat_ws('.', breakdown, category, area, period_kind) as key,
    indicator,
    cast(to_json(list(period order by period)) as varchar) as periods,
    cast(to_json(cast(list(value order by period) as varchar[])) as varchar) as figures,
    cast(to_json(cast(list(lower order by period) as varchar[])) as varchar) as lowers,
    cast(to_json(cast(list(upper order by period) as varchar[])) as varchar) as uppers,
    cast(to_json(list(status order by period)) as varchar) as statuses,
    cast(to_json(list(flags order by period)) as varchar) as flags
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
    indicator;

create index series_key on portal.series (key)
