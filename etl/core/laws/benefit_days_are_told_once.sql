-- One row per piece that begins before an earlier one of the same person and scheme has ended, or holds no day.
with ordered as (
    select
        piece.start_on,
        coalesce(piece.end_on, date 'infinity') as end_on,
        max(coalesce(piece.end_on, date 'infinity')) over (
            partition by piece.person_id, piece.scheme
            order by piece.start_on, piece.end_on, piece.degree, piece.first_choice
            rows between unbounded preceding and 1 preceding
        ) as covered_to
    from core.benefit_piece as piece
)

select ordered.start_on
from ordered
where ordered.start_on < ordered.covered_to or ordered.end_on <= ordered.start_on
