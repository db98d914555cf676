-- One row per person's application for a benefit, as delivered.
insert into core.application by name
select
    delivered.person_id,
    delivered.scheme,
    delivered.applied_on,
    delivered.complete_on,
    delivered.decided_on,
    delivered.outcome
from raw.applications as delivered
