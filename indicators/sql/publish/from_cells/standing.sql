-- One row per period, group of people and indicator: the cells of all areas in a row.
-- Most views ask how all areas stand in a period. Their cells lie together in the file, but in ten columns, which are
-- ten places; here they are one text, and what one view asks for of a period stands in rows beside each other.
create table portal.standing as
select
    concat_ws('.', indicator, breakdown, category, period_kind, period) as key,
    string_agg(area, ';' order by area) as areas,
    string_agg(written, ';' order by area) as cells
from written_cell
group by
    period_kind,
    period,
    breakdown,
    category,
    indicator
order by
    period_kind,
    period,
    breakdown,
    category,
    indicator;

create index standing_key on portal.standing (key)
