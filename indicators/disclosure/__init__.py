"""Protecting what is counted from records of persons: fixed random rounding by cell key, and the split rule.

The computation uses it in this order, all in one transaction:

1. `key = rounding_key(home, connection)`, once records of persons are loaded: 32 bytes, or a clear refusal.
2. `make_person_keys(connection, key)` makes the temporary table `person_key(person_id, person_key)`.
3. `prepare(connection, country, last_month)` once the temporary table `category_part(part_id, breakdown, category)` is
   there: makes `part_above` and `area_above`, which tell what a category and an area are a part of, and `area_before`,
   which tells of areas that are told of before their time.
4. For every figure, with `counted_cell` of that figure in place and `calendar` holding its periods, `protect(...)`
   rounds the cells, withholds what must not be split and appends them to `measure_figure`, `figure` being the name in
   its column `measure`. For a mean, a median or a survival `protect_durations(...)` does the same from
   `duration_cell`; it leaves another `counted_cell` behind.
5. `indicators.cells.write_cells(connection, indicator, country, numerator, denominator)` makes the indicator's cells
   of the figures with these names in `measure_figure`; rows that no indicator needs any more may be deleted there.

`counted_cell(window_months integer, month integer, part_id integer, area varchar, value decimal(18, 4), contributors
bigint, cell_key ubigint)` is a full grid; windows are 1, 3 (quarter ends) and 12 months, `month` the last month.
`duration_cell` has the same columns; there `value` is a number of weeks (mean, median) or per cent (survival), null
where nobody stands behind it or a median is not reached, and `contributors` the persons behind it with the sum of their
keys.
"""

from indicators.disclosure.keys import make_person_keys, rounding_key
from indicators.disclosure.protection import Judge, prepare, protect, protect_durations

__all__ = ["Judge", "make_person_keys", "prepare", "protect", "protect_durations", "rounding_key"]
