-- One row per person, scheme and stretch of days on it; a day on two schemes stands under both.
select
    piece.person_id,
    piece.scheme as category,
    piece.start_on,
    piece.end_on,
    piece.degree
from core.benefit_piece as piece
