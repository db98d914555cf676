-- One row per cell, sorted so that a category's figures, in one period or in all of them, lie together in the file.
-- The computation has written them in that order, and laws check it: to sort them again would take most of the time.
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
