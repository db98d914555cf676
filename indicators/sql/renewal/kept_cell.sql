-- One row per cell of a figure as it was counted the last time; a year is there twice, as a rolling year too.
select
    calendar.months as window_months,
    cast(year(calendar.last_day) * 12 + month(calendar.last_day) - 1 as integer) as month,
    part.part_id,
    place.place_id,
    coalesce(counted.amount, 0) as amount,
    counted.contributors,
    counted.cell_key,
    cast(coalesce(counted.value, 0) * 10000 as bigint) as value,
    counted.value is not null as known
from mart.counted as counted
inner join category_part as part
    on
        counted.breakdown = part.breakdown
        and counted.category = part.category
inner join calendar
    on
        counted.period_kind = calendar.period_kind
        and counted.period = calendar.period
inner join place on counted.area = place.area
where counted.figure = $figure
