-- One row per new spell on a scheme, from its first day to the first on which the person takes part in an activity. One
-- without is followed to its exit, or as long as all is known: an exit that may be a break still is none. As in every
-- measure of durations `exit_known` says whether it came to the end that is asked for, here the activity.
with followed as (
    select
        spell.person_id,
        spell.scheme,
        spell.start_on,
        least(
            case when spell.exit_known then spell.end_on else benefits.known_until - scheme.gap_days end,
            activities.known_until
        ) as end_on
    from core.benefit_spell as spell
    inner join core.scheme as scheme on spell.scheme = scheme.scheme
    inner join core.coverage as benefits on benefits.source = 'benefit_spells'
    inner join core.coverage as activities on activities.source = 'activities'
    where spell.entry_known
),

active as (
    select
        followed.person_id,
        followed.scheme,
        followed.start_on,
        min(greatest(activity.start_on, followed.start_on)) as active_on
    from followed
    inner join core.activity as activity
        on
            followed.person_id = activity.person_id
            and followed.end_on > activity.start_on
            and followed.start_on < coalesce(activity.end_on, date '9999-12-31')
    group by
        followed.person_id,
        followed.scheme,
        followed.start_on
)

select
    followed.person_id,
    followed.scheme as category,
    followed.start_on,
    coalesce(active.active_on + 1, followed.end_on) as end_on,
    100 as degree,
    active.active_on is not null as exit_known
from followed
left join active
    on
        followed.person_id = active.person_id
        and followed.scheme = active.scheme
        and followed.start_on = active.start_on
where followed.start_on < followed.end_on
