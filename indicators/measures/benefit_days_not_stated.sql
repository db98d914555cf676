-- One row per stretch of days on benefit, each day once, in months in which sex, age or area of a person is not stated.
-- Months are year * 12 + month - 1. In the state that everybody has before anything is told of them nothing is stated,
-- so that its area is the one for those of whom none is known.
with nowhere as (
    select
        state.person_id,
        state.area
    from core.person_state as state
    where state.from_month = -999999
),

not_stated as (
    select
        state.person_id,
        greatest(state.from_month, 12) as from_month,
        least(state.next_month, 119988) as next_month
    from core.person_state as state
    inner join nowhere on state.person_id = nowhere.person_id
    where
        state.sex = 'not_stated'
        or state.age_band = 'not_stated'
        or state.area = nowhere.area
),

stretch as (
    select
        not_stated.person_id,
        make_date(not_stated.from_month // 12, not_stated.from_month % 12 + 1, 1) as start_on,
        make_date(not_stated.next_month // 12, not_stated.next_month % 12 + 1, 1) as end_on
    from not_stated
    where not_stated.from_month < not_stated.next_month
)

select
    piece.person_id,
    piece.scheme as category,
    greatest(piece.start_on, stretch.start_on) as start_on,
    nullif(least(piece.end_on, stretch.end_on), date '9999-01-01') as end_on,
    piece.degree
from core.benefit_piece as piece
inner join stretch
    on
        piece.person_id = stretch.person_id
        and piece.start_on < stretch.end_on
        and coalesce(piece.end_on, date '9999-12-31') > stretch.start_on
where piece.first_choice
