-- One row per area and area that it is a part of, with the months in which it is: its nested groups, the country, and
-- before their time and after its own the areas that it went into whole.
-- A month is of the areas that it belongs to on its last day.
create or replace temp table area_above as
select
    cast(unnest($areas) as area_word) as area,
    cast(unnest($above) as area_word) as above,
    cast(unnest($first_months) as integer) as first_month,
    cast(unnest($last_months) as integer) as last_month
