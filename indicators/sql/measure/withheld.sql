-- One row changed per figure of the measure under way that this portal withholds beside those that its owner hides.
update measure_row
set
    value = null,
    status = 'withdrawn'
from mart.withheld as withheld
where
    withheld.measure = $measure
    and measure_row.breakdown = withheld.breakdown
    and measure_row.category = withheld.category
    and measure_row.period_kind = withheld.period_kind
    and measure_row.period = withheld.period
    and measure_row.area = withheld.area
