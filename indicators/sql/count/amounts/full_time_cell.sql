-- One row per window, area and part: full-time persons: degree-days by 100 and the days of the window, half up.
create or replace temp table counted_cell as
select
    added_up.window_months,
    added_up.month,
    added_up.part_id,
    place.area,
    cast(
        (200 * added_up.amount + figure_window.days) // (2 * figure_window.days) * 0.0001 as decimal(18, 4)
    ) as value,
    added_up.contributors,
    added_up.cell_key,
    added_up.amount
from added_up
inner join place on added_up.place_id = place.place_id
inner join figure_window
    on
        added_up.window_months = figure_window.window_months
        and added_up.month = figure_window.month
