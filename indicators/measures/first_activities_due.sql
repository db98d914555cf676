-- One row per new spell on a scheme that lasts for $within_days days or has an activity on one of these: its first day.
-- Only where all is known of these days, and of as many after them as may be off the scheme.
with watched as (
    select
        spell.person_id,
        spell.scheme,
        spell.start_on,
        least(spell.end_on, spell.start_on + $within_days) as watched_until
    from core.benefit_spell as spell
    inner join core.scheme as scheme on spell.scheme = scheme.scheme
    inner join core.coverage as benefits on benefits.source = 'benefit_spells'
    inner join core.coverage as activities on activities.source = 'activities'
    where
        spell.entry_known
        and spell.start_on + $within_days + scheme.gap_days <= benefits.known_until
        and spell.start_on + $within_days <= activities.known_until
),

active as (
    select
        watched.person_id,
        watched.scheme,
        watched.start_on
    from watched
    semi join core.activity as activity
        on
            watched.person_id = activity.person_id
            and watched.watched_until > activity.start_on
            and watched.start_on < coalesce(activity.end_on, date '9999-12-31')
)

select
    watched.person_id,
    watched.scheme as category,
    watched.start_on as happened_on,
    1 as amount
from watched
left join active
    on
        watched.person_id = active.person_id
        and watched.scheme = active.scheme
        and watched.start_on = active.start_on
where
    active.person_id is not null
    or watched.watched_until = watched.start_on + $within_days
