-- One row per application whose decision was due by the end of the data and that was not withdrawn by then: on the due
-- day, the last of the scheme's days for deciding, of which the first is the day on which the application is complete.
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
    and not coalesce(complete.outcome = 'withdrawn' and complete.decided_on <= complete.due_on, false)
