-- One row per person and stretch of days registered as unemployed on which the person is on a benefit, each day once.
select
    registration.person_id,
    cast(null as varchar) as category,
    greatest(registration.start_on, piece.start_on) as start_on,
    least(registration.end_on, piece.end_on) as end_on,
    100 as degree
from core.registration as registration
inner join core.benefit_piece as piece
    on
        registration.person_id = piece.person_id
        and registration.start_on < coalesce(piece.end_on, date '9999-12-31')
        and coalesce(registration.end_on, date '9999-12-31') > piece.start_on
where piece.first_choice
