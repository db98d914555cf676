-- One row per event, as the day on which it happened: so its months can be counted as those of spans are.
create or replace temp table measure_row as
select
    event.person_id,
    event.category,
    event.happened_on as start_on,
    event.happened_on + 1 as end_on,
    100 as degree
from measure_row as event
