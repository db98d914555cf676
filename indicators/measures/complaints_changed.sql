-- One row per sanction that was changed on complaint: the day on which the complaint was decided.
select
    sanction.person_id,
    sanction.scheme as category,
    sanction.complaint_decided_on as happened_on,
    1 as amount
from core.sanction as sanction
where sanction.complaint_outcome = 'changed'
