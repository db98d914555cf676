-- One row per cell of categories whose rows lie together, of the areas and periods asked for (null: all).
-- They come as they stand in the file: by category, period and area.
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
    and period between $first and $last
    and ($areas is null or list_contains($areas, area))
