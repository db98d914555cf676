-- One row per day on which a sanction in a person's scheme is decided: that day.
select distinct
    sanction.person_id,
    sanction.scheme as category,
    sanction.decided_on as start_on,
    sanction.decided_on + 1 as end_on,
    100 as degree
from core.sanction as sanction
