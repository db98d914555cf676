-- One row per place and place that it is a part of, with the months in which it is.
select
    place.place_id,
    above.place_id as above_id,
    area_above.first_month,
    area_above.last_month,
    area_above.level,
    area_above.closing
from area_above
inner join place on area_above.area = place.area
inner join place as above on area_above.above = above.area
