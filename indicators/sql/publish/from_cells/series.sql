-- One row per group of people (none of a pair), area, period kind and indicator: its cells of all periods in a row.
-- The cells of one area lie far apart in the file, where a period's lie together; here the oldest comes first. Periods
-- and cells are parted by semicolons: readers take over a text at once and a list value by value. An index finds rows.
create table portal.series as
select
    concat_ws('.', breakdown, category, area, period_kind) as key,
    indicator,
    string_agg(period, ';' order by period) as periods,
    string_agg(written, ';' order by period) as cells
from written_cell
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
