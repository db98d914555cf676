-- One row per spell of the measure under way, in the month of its first day: how long it is known to have lasted, and
-- whether it is known to have ended then.
create or replace temp table spell as
select
    measure_row.person_id,
    measure_row.category,
    cast(year(measure_row.start_on) * 12 + month(measure_row.start_on) - 1 as integer) as month,
    cast(measure_row.end_on - measure_row.start_on as integer) as days,
    measure_row.exit_known as has_ended,
    measure_row.end_on
from measure_row
where measure_row.end_on > measure_row.start_on
