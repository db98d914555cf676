-- One row per cell, sorted so that a category's figures, in one period or in all of them, lie together in the file.
create table portal.cell as
select
    indicator,
    breakdown,
    category,
    period_kind,
    period,
    area,
    value,
    numerator,
    denominator,
    lower,
    upper,
    status,
    flags
from mart.cell
order by
    indicator,
    breakdown,
    period_kind,
    category,
    period,
    area
