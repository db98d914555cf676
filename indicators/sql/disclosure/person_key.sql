-- One row per known person or workplace: the first 64 bits of HMAC-SHA-256(rounding key, person), written out as DuckDB
-- has none.
create or replace temp table person_key as
select
    person.person_id,
    cast(
        '0x' || left(sha256($outer || unhex(sha256($inner || encode(cast(person.person_id as varchar))))), 16)
        as ubigint
    ) as person_key
from (
    select distinct state.person_id
    from core.person_state as state
    union all
    select workplace.workplace_id as person_id
    from core.workplace as workplace
) as person
