-- One row per person with a state: a short number for the person, and the key.
create or replace temp table counted_person as
select
    person_key.person_id,
    person_key.person_key,
    cast(row_number() over (order by person_key.person_id) as integer) as person_no
from person_key
semi join core.person_state as state on person_key.person_id = state.person_id
order by person_key.person_id
