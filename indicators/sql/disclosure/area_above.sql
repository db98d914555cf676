-- One row per area and area that it is a part of, with the months in which it is: its groups, the country, and before
-- their time and after its own the areas that it went into whole. `level` is that of the area itself; a group that need
-- not make up the country closes nothing under it. A month is of the areas that it belongs to on its last day.
create or replace temp table area_above as
select
    cast(unnest($areas) as area_word) as area,
    cast(unnest($above) as area_word) as above,
    cast(unnest($first_months) as integer) as first_month,
    cast(unnest($last_months) as integer) as last_month,
    cast(unnest($levels) as integer) as level,
    unnest($closing) as closing
