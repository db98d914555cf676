-- One row per notice of layoffs, on the day on which it was given: the persons that it tells of.
select
    notice.workplace_id as person_id,
    cast(null as varchar) as category,
    notice.notified_on as happened_on,
    notice.persons as amount
from core.layoff_notice as notice
