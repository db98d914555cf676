-- One row per vacancy, notice or stretch of days of an employer without its workplace.
select told.workplace_id
from (
    select employer.workplace_id from core.employer as employer
    union all
    select vacancy.workplace_id from core.vacancy as vacancy
    union all
    select notice.workplace_id from core.layoff_notice as notice
) as told
anti join core.workplace as workplace on told.workplace_id = workplace.workplace_id
