-- One row per application whose decision was due, as in decisions_due, and made in time: on its due day.
with complete as (
    select
        application.person_id,
        application.scheme,
        application.complete_on,
        application.complete_on + scheme.decision_days - 1 as due_on,
        application.decided_on,
        application.outcome
    from core.application as application
    inner join core.scheme as scheme on application.scheme = scheme.scheme
)

select
    complete.person_id,
    complete.scheme as category,
    complete.due_on as happened_on,
    1 as amount
from complete
inner join core.coverage as coverage on coverage.source = 'applications'
where
    complete.complete_on >= coverage.known_from
    and complete.due_on < coverage.known_until
    and complete.decided_on <= complete.due_on
    and complete.outcome in ('granted', 'refused')
