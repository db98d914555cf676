-- What was counted in the renewed cells of a figure is no longer kept.
delete from mart.counted
using renewed
where
    counted.figure = $figure
    and counted.breakdown = renewed.breakdown
    and counted.category = renewed.category
    and counted.period_kind = renewed.period_kind
    and counted.period = renewed.period
    and counted.area = renewed.area
