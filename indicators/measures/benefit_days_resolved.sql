-- One row per person and stretch of days on benefit, each day once: under the scheme that has priority.
select
    piece.person_id,
    piece.scheme as category,
    piece.start_on,
    piece.end_on,
    piece.degree
from core.benefit_piece as piece
where piece.first_choice
