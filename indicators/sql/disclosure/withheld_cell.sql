-- One row per cell with anything above it, by category, area or window, whose published figure is below $split_from.
-- A cell is shown when all that it is directly a part of is shown and large enough, which is when everything above it,
-- at any distance, is large enough. So what is small is carried down: by category, then by area, then by window.
create or replace temp table withheld_cell as
with small as (
    select
        rounded.window_months,
        rounded.month,
        rounded.part_id,
        rounded.area
    from rounded_cell as rounded
    where rounded.value < $split_from
),

under_part as (
    select
        small.window_months,
        small.month,
        part_above.part_id,
        small.area
    from small
    inner join part_above on small.part_id = part_above.above
),

in_part as (
    select * from small
    union
    select * from under_part
),

under_area as (
    select
        in_part.window_months,
        in_part.month,
        in_part.part_id,
        area_above.area
    from in_part
    inner join area_above
        on
            in_part.area = area_above.above
            and in_part.month between area_above.first_month and area_above.last_month
),

in_area as (
    select * from in_part
    union
    select * from under_area
),

under_window as (
    select
        window_above.window_months,
        window_above.month,
        in_area.part_id,
        in_area.area
    from in_area
    inner join window_above
        on
            in_area.window_months = window_above.above_months
            and in_area.month = window_above.above_month
)

select * from under_part
union
select * from under_area
union
select * from under_window
