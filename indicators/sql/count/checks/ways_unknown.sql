-- One row: how many events of the measure under way lead to, or come from, what nobody knows.
select count(*) as measure_rows
from measure_row
left join own_category as destination
    on
        destination.breakdown = 'destination'
        and coalesce(measure_row.destination, 'all') = destination.category
left join own_category as came_from
    on
        came_from.breakdown = 'came_from'
        and coalesce(measure_row.came_from, 'all') = came_from.category
where
    destination.own is null
    or came_from.own is null
