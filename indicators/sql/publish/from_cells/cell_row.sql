-- One row per cells that stand in a row: of all areas, by period, group of people and indicator; and without a pair of
-- breakdowns of all periods, by indicator, group of people, area and period kind (these have a `profile`).
-- What most views ask for lies together in the file, but in ten columns, which are ten places, and cells of one area
-- lie far apart; here each is one text, and what one view asks for stands in rows beside each other. Names of areas or
-- periods, the oldest first, and cells are parted by semicolons: readers take over a text at once and a list value by
-- value. It is one table, since a second takes a fifth of a question's time. Indexes find one row, and all of an area.
create table portal.cell_row as
with abreast as (
    select
        concat_ws('.', indicator, breakdown, category, period_kind, period) as key,
        string_agg(area, ';' order by area) as names,
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
        indicator
),

along as (
    select
        concat_ws('.', indicator, breakdown, category, area, period_kind) as key,
        concat_ws('.', breakdown, category, area, period_kind) as profile,
        indicator,
        string_agg(period, ';' order by period) as names,
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
        indicator
)

select
    key,
    null as profile,
    null as indicator,
    names,
    cells
from abreast
union all
select
    key,
    profile,
    indicator,
    names,
    cells
from along;

create index cell_row_key on portal.cell_row (key);
create index cell_row_profile on portal.cell_row (profile)
