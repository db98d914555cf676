-- One row per area that stands in the grid, with its number.
create or replace temp table attacked_area as
select
    unnest($areas) as area,
    cast(unnest($numbers) as integer) as number
