-- One row: how many events of the measure under way have a destination that nobody knows.
select count(*) as measure_rows
from measure_row
anti join own_category
    on
        own_category.breakdown = 'destination'
        and coalesce(measure_row.destination, 'all') = own_category.category
