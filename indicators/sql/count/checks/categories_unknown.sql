-- One row: how many rows of the measure under way have a category of their own that nobody knows.
select count(*) as measure_rows
from measure_row
anti join own_category
    on
        own_category.breakdown = $category_of
        and coalesce(measure_row.category, 'all') = own_category.category
