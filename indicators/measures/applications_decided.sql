-- One row per application that was granted or refused, from the day on which it was complete to that of the decision.
select
    application.person_id,
    application.scheme as category,
    application.complete_on as start_on,
    application.decided_on + 1 as end_on,
    100 as degree,
    true as exit_known
from core.application as application
where
    application.complete_on is not null
    and application.outcome in ('granted', 'refused')
