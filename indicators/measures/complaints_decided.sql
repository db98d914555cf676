-- One row per sanction about which a complaint was decided: the day of that decision.
select
    sanction.person_id,
    sanction.scheme as category,
    sanction.complaint_decided_on as happened_on,
    1 as amount
from core.sanction as sanction
where sanction.complaint_decided_on is not null
