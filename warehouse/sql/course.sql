-- One row per cell of a category whose rows lie together, of two periods or of the areas asked for, as in cells.sql.
select
    category,
    area,
    period,
    cast(value as varchar) as value,
    cast(numerator as varchar) as numerator,
    cast(denominator as varchar) as denominator,
    cast(lower as varchar) as lower,
    cast(upper as varchar) as upper,
    status,
    flags
from cell
where
    rowid between $first_row and $last_row
    and (period = $earlier or period = $later or list_contains($areas, area))
