-- One row per spell on a scheme that is known to begin and goes on, with a day on it, on the day $seniority_months
-- months after its first, unless an interview due before that day is exempted: that day.
with reached as (
    select
        spell.person_id,
        spell.scheme,
        spell.start_on,
        spell.end_on,
        cast(spell.start_on + to_months(cast($seniority_months as integer)) as date) as reached_on
    from core.benefit_spell as spell
    where spell.entry_known
)

select
    reached.person_id,
    reached.scheme as category,
    reached.reached_on as happened_on,
    1 as amount
from reached
semi join core.benefit_piece as piece
    on
        reached.person_id = piece.person_id
        and reached.scheme = piece.scheme
        and reached.reached_on >= piece.start_on
        and reached.reached_on < coalesce(piece.end_on, date '9999-12-31')
anti join core.case_event as event
    on
        reached.person_id = event.person_id
        and event.kind = 'contact'
        and event.exempt
        and reached.start_on <= event.due_on
        and reached.reached_on > event.due_on
where coalesce(reached.end_on, date '9999-12-31') > reached.reached_on
