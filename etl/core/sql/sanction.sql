-- One row per sanction in a person's benefit, as delivered.
insert into core.sanction by name
select
    delivered.person_id,
    delivered.scheme,
    delivered.decided_on,
    delivered.kind,
    delivered.complaint_decided_on,
    delivered.complaint_outcome
from raw.sanctions as delivered
