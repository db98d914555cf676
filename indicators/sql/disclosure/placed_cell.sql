-- One row per rounded cell, in the order of `rounded_cell`: where it stands, in whole numbers, and its value.
select
    rounded.part_id as part,
    enum_code(cast(rounded.area as area_word)) as area,
    rounded.window_months,
    rounded.month,
    rounded.value
from rounded_cell as rounded
