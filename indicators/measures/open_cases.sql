-- One row per case and the days on which it is open.
select
    case_file.person_id,
    cast(null as varchar) as category,
    case_file.opened_on as start_on,
    case_file.closed_on as end_on,
    100 as degree
from core.case_file as case_file
