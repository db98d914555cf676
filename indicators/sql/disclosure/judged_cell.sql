-- One row per rounded cell: whether it must not be shown. Both tables have the same order.
create or replace temp table judged_cell as
select
    rounded.window_months,
    rounded.month,
    rounded.part_id,
    rounded.area,
    rounded.value,
    judged.withheld
from rounded_cell as rounded
positional join judged
