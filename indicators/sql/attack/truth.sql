-- One row per cell of a figure before protection: where it stands in the grid, and what was counted.
select
    attacked_window.number as "window",
    attacked_part.number as part,
    attacked_area.number as area,
    cast(counted.value as double) as value
from mart.counted as counted
inner join attacked_window
    on
        counted.period_kind = attacked_window.period_kind
        and counted.period = attacked_window.period
inner join attacked_part
    on
        counted.breakdown = attacked_part.breakdown
        and counted.category = attacked_part.category
inner join attacked_area on counted.area = attacked_area.area
where counted.figure = $figure
