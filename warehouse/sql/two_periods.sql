-- One row per cell of a category whose rows lie together, of two periods, by period and area as they stand in the file.
select
    category,
    area,
    period,
    value,
    numerator,
    denominator,
    lower,
    upper,
    status,
    flags
from cell
where
    rowid between $first_row and $last_row
    and (period = $earlier or period = $later)
