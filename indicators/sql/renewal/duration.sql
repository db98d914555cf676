-- One row per window, area and part: the duration in ten-thousandths.
select
    duration.window_months,
    duration.month,
    duration.part_id,
    duration.place_id,
    cast(cast(duration.duration as decimal(18, 4)) * 10000 as bigint) as value
from duration
