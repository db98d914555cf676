-- One row per cell of categories whose rows lie together, of the areas and periods asked for (null: all).
-- They come as they stand in the file: by category, period and area. Figures come as text, which Python makes its
-- decimals of in half the time that DuckDB takes for it.
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
    and period between $first and $last
    and ($areas is null or list_contains($areas, area))
