-- One row per event of the measure under way, in its month, as if its amount were the days of a spell that ended then.
create or replace temp table spell as
select
    measure_row.person_id,
    measure_row.category,
    cast(year(measure_row.happened_on) * 12 + month(measure_row.happened_on) - 1 as integer) as month,
    cast(measure_row.amount as integer) as days,
    true as has_ended,
    measure_row.happened_on + 1 as end_on
from measure_row
