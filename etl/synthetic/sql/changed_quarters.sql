-- One row per row of the quarters of which something else is known than before.
with new_row as (
    select * from seen
    except all
    select * from seen_before
)

select seen.* -- noqa: AM04, the columns are those of the source
from seen
where seen.quarter in (select new_row.quarter from new_row)
