-- One row: spells of the measure under way that began in the window, and the persons of whom they are.
select
    count(*) as measure_rows,
    count(distinct measure_row.person_id) as persons
from measure_row
where measure_row.start_on between $first_day and $last_day
