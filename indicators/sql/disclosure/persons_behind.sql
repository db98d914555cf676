-- One row per cell of a mean, median or survival: the persons behind it, to be rounded like any count of persons.
create or replace temp table counted_cell as
select
    duration.window_months,
    duration.month,
    duration.part_id,
    duration.area,
    cast(duration.contributors as decimal(18, 4)) as value,
    duration.contributors,
    duration.cell_key
from duration_cell as duration
