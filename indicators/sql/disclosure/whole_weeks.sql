-- One row per cell of a mean or median: its value in whole weeks, rounded half up.
create or replace temp table shown_duration as
select
    duration.window_months,
    duration.month,
    duration.part_id,
    duration.area,
    floor(duration.value + 0.5) as value
from duration_cell as duration
