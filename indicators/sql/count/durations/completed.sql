-- One row per spell of the measure under way that is known to have ended, in the month of its last day.
create or replace temp table spell as
select
    measure_row.person_id,
    measure_row.category,
    cast(year(measure_row.end_on - 1) * 12 + month(measure_row.end_on - 1) - 1 as integer) as month,
    cast(measure_row.end_on - measure_row.start_on as integer) as days,
    true as has_ended,
    measure_row.end_on
from measure_row
where
    measure_row.exit_known
    and measure_row.end_on > measure_row.start_on
