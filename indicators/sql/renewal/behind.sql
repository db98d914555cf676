-- One row per window, area and part: the persons behind its spells, and the sum of their keys.
select
    behind.window_months,
    behind.month,
    behind.part_id,
    behind.place_id,
    cast(behind.persons as bigint) as contributors,
    cast(behind.person_key & 18446744073709551615 as ubigint) as cell_key
from persons_behind as behind
