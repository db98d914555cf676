-- One row per pension granted, as delivered.
insert into core.pension by name
select
    delivered.person_id,
    delivered.kind,
    delivered.granted_on
from raw.pensions as delivered
