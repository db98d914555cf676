-- One row per person with a state, and per workplace: a short number, and the key.
create or replace temp table counted_person as
with known as (
    select state.person_id from core.person_state as state
    union all
    select workplace.workplace_id as person_id from core.workplace as workplace
)

select
    person_key.person_id,
    person_key.person_key,
    cast(row_number() over (order by person_key.person_id) as integer) as person_no
from person_key
semi join known on person_key.person_id = known.person_id
order by person_key.person_id
