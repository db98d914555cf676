-- One row per rounded cell at hand.
select
    rounded.window_months,
    rounded.month,
    rounded.part_id,
    place.place_id,
    cast(rounded.value as bigint) as value
from rounded_cell as rounded
inner join place on rounded.area = place.area
