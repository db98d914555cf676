-- One row per indicator, group of people (none of a pair), area and period kind: its cells of all periods in a row.
-- The cells of one area lie far apart in the file, where a period's lie together; here the oldest comes first, and what
-- an area's profile asks for stands in rows beside each other. Periods and cells are parted by semicolons: readers take
-- over a text at once and a list value by value. Indexes find one row, and all of an area.
create table portal.series as
select
    concat_ws('.', indicator, breakdown, category, area, period_kind) as key,
    concat_ws('.', breakdown, category, area, period_kind) as profile,
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

create index series_key on portal.series (key);
create index series_profile on portal.series (profile)
