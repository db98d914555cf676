-- One row per rounded cell: whether it must not be shown. Both tables have the same order.
create or replace temp table judged_cell as
select
    rounded.*,
    judged.withheld
from rounded_cell as rounded
positional join judged
