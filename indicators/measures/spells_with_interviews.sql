-- One row per spell of six months, as in spells_of_six_months, with interviews held on at least $interviews different
-- days before the day $seniority_months months after its first: that day.
with reached as (
    select
        spell.person_id,
        spell.scheme,
        spell.start_on,
        spell.end_on,
        cast(spell.start_on + to_months(cast($seniority_months as integer)) as date) as reached_on
    from core.benefit_spell as spell
    where spell.entry_known
),

met as (
    select
        reached.person_id,
        reached.scheme,
        reached.start_on,
        reached.reached_on
    from reached
    inner join core.case_event as event
        on
            reached.person_id = event.person_id
            and event.kind = 'contact'
            and reached.start_on <= event.happened_on
            and reached.reached_on > event.happened_on
    where coalesce(reached.end_on, date '9999-12-31') > reached.reached_on
    group by
        reached.person_id,
        reached.scheme,
        reached.start_on,
        reached.reached_on
    having count(distinct event.happened_on) >= $interviews
)

select
    met.person_id,
    met.scheme as category,
    met.reached_on as happened_on,
    1 as amount
from met
semi join core.benefit_piece as piece
    on
        met.person_id = piece.person_id
        and met.scheme = piece.scheme
        and met.reached_on >= piece.start_on
        and met.reached_on < coalesce(piece.end_on, date '9999-12-31')
anti join core.case_event as event
    on
        met.person_id = event.person_id
        and event.kind = 'contact'
        and event.exempt
        and met.start_on <= event.due_on
        and met.reached_on > event.due_on
