-- One row per cell of a mean or median of amounts: its value as a multiple of $step, rounded half up.
create or replace temp table shown_duration as
select
    duration.window_months,
    duration.month,
    duration.part_id,
    duration.area,
    floor(duration.value / $step + 0.5) * $step as value,
    false as beyond
from duration_cell as duration
