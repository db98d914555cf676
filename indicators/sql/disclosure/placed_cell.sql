-- One row per rounded cell, in the order of `rounded_cell`: where it stands, in whole numbers, its value, and how many
-- are behind it.
select
    rounded.part_id as part,
    enum_code(cast(rounded.area as area_word)) as area,
    rounded.window_months,
    rounded.month,
    rounded.value,
    rounded.contributors as behind
from rounded_cell as rounded
