-- One row per spell on a scheme that is known to have ended, and where it led to, the first that fits: out of the
-- records of where people live in the month after, to a pension of the time from its first day to the end of that
-- month, to another scheme before more days have passed than may be off, to paid work or to education in that month, or
-- elsewhere. Months are year * 12 + month - 1.
insert into core.benefit_exit by name
with ended as (
    select
        spell.person_id,
        spell.scheme,
        spell.start_on,
        spell.end_on,
        year(spell.end_on - 1) * 12 + month(spell.end_on - 1) - 1 as month,
        scheme.gap_days
    from core.benefit_spell as spell
    inner join core.scheme as scheme on spell.scheme = scheme.scheme
    where spell.exit_known
),

known as (
    select
        state.person_id,
        state.from_month,
        state.next_month
    from core.person_state as state
    where
        state.sex != 'not_stated'
        or state.age_band != 'not_stated'
        or state.origin != 'not_stated'
),

lost as (
    select
        ended.person_id,
        ended.scheme,
        ended.end_on
    from ended
    semi join known
        on
            ended.person_id = known.person_id
            and ended.month >= known.from_month
            and ended.month < known.next_month
    anti join known as later
        on
            ended.person_id = later.person_id
            and ended.month + 1 >= later.from_month
            and ended.month + 1 < later.next_month
),

pensioned as (
    select
        ended.person_id,
        ended.scheme,
        ended.end_on
    from ended
    semi join core.pension as pension
        on
            ended.person_id = pension.person_id
            and ended.start_on <= pension.granted_on
            and ended.month + 1 >= year(pension.granted_on) * 12 + month(pension.granted_on) - 1
),

transferred as (
    select
        ended.person_id,
        ended.scheme,
        ended.end_on
    from ended
    semi join core.benefit_piece as piece
        on
            ended.person_id = piece.person_id
            and ended.end_on + ended.gap_days >= piece.start_on
            and ended.end_on < coalesce(piece.end_on, date '9999-12-31')
)

select
    ended.person_id,
    ended.scheme,
    ended.start_on,
    ended.end_on - 1 as last_day,
    case
        when lost.person_id is not null
            then 'left'
        when pensioned.person_id is not null
            then 'pension'
        when transferred.person_id is not null
            then 'other_benefit'
        when work.hours > 0
            then 'work'
        when education.person_id is not null
            then 'education'
        else 'other'
    end as destination
from ended
left join lost
    on
        ended.person_id = lost.person_id
        and ended.scheme = lost.scheme
        and ended.end_on = lost.end_on
left join pensioned
    on
        ended.person_id = pensioned.person_id
        and ended.scheme = pensioned.scheme
        and ended.end_on = pensioned.end_on
left join transferred
    on
        ended.person_id = transferred.person_id
        and ended.scheme = transferred.scheme
        and ended.end_on = transferred.end_on
left join core.work_month as work
    on
        ended.person_id = work.person_id
        and ended.month + 1 = work.month
left join core.education_month as education
    on
        ended.person_id = education.person_id
        and ended.month + 1 = education.month
