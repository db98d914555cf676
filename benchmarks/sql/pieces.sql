-- One row per person, scheme and stretch of days on it; persons by number.
with person as (
    select
        known.person_id,
        row_number() over (order by known.person_id) as person
    from (select distinct state.person_id from core.person_state as state) as known
)

select
    person.person,
    piece.scheme,
    piece.start_on,
    piece.end_on
from core.benefit_piece as piece
inner join person on piece.person_id = person.person_id
