-- One row: how many rows of the measure under way are of a person without a state.
select count(*) as measure_rows
from measure_row
anti join counted_person on measure_row.person_id = counted_person.person_id
