-- One row per figure with one of these names that was counted for a cell, as it was before protection.
select
    counted.figure,
    counted.value,
    counted.contributors
from mart.counted as counted
where
    list_contains($figures, counted.figure)
    and counted.breakdown = $breakdown
    and counted.category = $category
    and counted.period_kind = $period_kind
    and counted.period = $period
    and counted.area = $area
