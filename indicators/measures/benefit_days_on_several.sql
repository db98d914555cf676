-- One row per stretch of days on which a person is on several benefits, each day once: under the one that has priority.
with closed as (
    select
        piece.person_id,
        piece.start_on,
        coalesce(piece.end_on, date '9999-12-31') as end_on
    from core.benefit_piece as piece
    where not piece.first_choice
),

seen as (
    select
        closed.*,
        max(closed.end_on) over (
            partition by closed.person_id
            order by closed.start_on, closed.end_on
            rows between unbounded preceding and 1 preceding
        ) as covered_until
    from closed
),

beside as (
    select
        seen.person_id,
        greatest(seen.start_on, seen.covered_until) as start_on,
        seen.end_on
    from seen
    where seen.end_on > coalesce(seen.covered_until, seen.start_on)
)

select
    piece.person_id,
    piece.scheme as category,
    greatest(piece.start_on, beside.start_on) as start_on,
    nullif(least(piece.end_on, beside.end_on), date '9999-12-31') as end_on,
    piece.degree
from core.benefit_piece as piece
inner join beside
    on
        piece.person_id = beside.person_id
        and piece.start_on < beside.end_on
        and coalesce(piece.end_on, date '9999-12-31') > beside.start_on
where piece.first_choice
