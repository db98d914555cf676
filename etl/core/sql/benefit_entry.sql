-- One row per spell on a scheme that is known to begin, and what came before, the first that fits: another scheme with
-- no more days in between than may be off, paid work or education in the month before, or none of these. Months are
-- year * 12 + month - 1.
insert into core.benefit_entry by name
with begun as (
    select
        spell.person_id,
        spell.scheme,
        spell.start_on,
        year(spell.start_on) * 12 + month(spell.start_on) - 1 as month,
        scheme.gap_days
    from core.benefit_spell as spell
    inner join core.scheme as scheme on spell.scheme = scheme.scheme
    where spell.entry_known
),

transferred as (
    select
        begun.person_id,
        begun.scheme,
        begun.start_on
    from begun
    semi join core.benefit_piece as piece
        on
            begun.person_id = piece.person_id
            and begun.start_on > piece.start_on
            and begun.start_on - begun.gap_days <= coalesce(piece.end_on, date '9999-12-31')
)

select
    begun.person_id,
    begun.scheme,
    begun.start_on,
    case
        when transferred.person_id is not null
            then 'other_benefit'
        when work.hours > 0
            then 'work'
        when education.person_id is not null
            then 'education'
        else 'other'
    end as came_from
from begun
left join transferred
    on
        begun.person_id = transferred.person_id
        and begun.scheme = transferred.scheme
        and begun.start_on = transferred.start_on
left join core.work_month as work
    on
        begun.person_id = work.person_id
        and begun.month - 1 = work.month
left join core.education_month as education
    on
        begun.person_id = education.person_id
        and begun.month - 1 = education.month
