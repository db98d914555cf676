-- One row: rows of the measure under way with a day in the window, and the persons of whom they are.
select
    count(*) as measure_rows,
    count(distinct measure_row.person_id) as persons
from measure_row
where
    measure_row.start_on <= $last_day
    and coalesce(measure_row.end_on, date '9999-12-31') > $first_day
