-- One row per person, own category and stretch of counted months in one state; `next_first` is where the next begins.
create or replace temp table segment as
with piece as (
    select
        run.person_no,
        run.own,
        state.base_id,
        state.profile_id,
        state.person_key,
        greatest(run.first_month, state.from_month) as first_month,
        least(run.last_month, state.next_month - 1) as last_month
    from counted_run as run
    inner join counted_state as state
        on
            run.person_no = state.person_no
            and run.last_month >= state.from_month
            and run.first_month < state.next_month
)

select
    piece.*,
    lead(piece.first_month, 1, 1000000) over (
        partition by piece.person_no, piece.own
        order by piece.first_month, piece.last_month
    ) as next_first
from piece
