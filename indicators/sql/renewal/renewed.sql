-- One row per cell at hand, in words: in each kind of period that its window is.
create or replace temp table renewed as
select
    part.breakdown,
    part.category,
    calendar.period_kind,
    calendar.period,
    place.area
from slot
inner join category_part as part on slot.part_id = part.part_id
inner join place on slot.place_id = place.place_id
inner join calendar
    on
        slot.window_months = calendar.months
        and slot.month = year(calendar.last_day) * 12 + month(calendar.last_day) - 1
