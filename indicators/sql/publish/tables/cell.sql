-- One row per cell, sorted so that one view of a page reads one stretch of the file.
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
    period,
    category,
    area
