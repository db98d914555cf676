-- One row per cell of a mean or median: its value in whole weeks, rounded half up; `beyond` where it is more than the
-- $at_days days that spells are followed for, if there is such an end.
create or replace temp table shown_duration as
select
    duration.window_months,
    duration.month,
    duration.part_id,
    duration.area,
    floor(duration.value + 0.5) as value,
    coalesce(round(duration.value * 7) > $at_days, false) as beyond
from duration_cell as duration
