-- One row per person and day from which on not exactly one of the schemes on which they are is the first choice.
with change as (
    select
        piece.person_id,
        piece.start_on as changed_on,
        1 as schemes,
        piece.first_choice::integer as first_choices
    from core.benefit_piece as piece
    union all
    select
        piece.person_id,
        piece.end_on as changed_on,
        -1 as schemes,
        -piece.first_choice::integer as first_choices
    from core.benefit_piece as piece
    where piece.end_on is not null
),

changed as (
    select
        change.person_id,
        change.changed_on,
        sum(change.schemes) as schemes,
        sum(change.first_choices) as first_choices
    from change
    group by change.person_id, change.changed_on
),

held as (
    select
        changed.changed_on,
        sum(changed.schemes) over person_in_time as schemes,
        sum(changed.first_choices) over person_in_time as first_choices
    from changed
    window person_in_time as (
        partition by changed.person_id order by changed.changed_on
        rows between unbounded preceding and current row
    )
)

select held.changed_on
from held
where held.first_choices <> least(held.schemes, 1)
