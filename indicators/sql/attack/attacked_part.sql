-- One row per category that stands in the grid, with its number.
create or replace temp table attacked_part as
select
    unnest($breakdowns) as breakdown,
    unnest($categories) as category,
    cast(unnest($numbers) as integer) as number
