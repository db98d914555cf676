-- One row per person, without a key: how long spells last hangs on none.
create or replace temp table person_key as
select distinct
    state.person_id,
    cast(0 as ubigint) as person_key
from core.person_state as state
