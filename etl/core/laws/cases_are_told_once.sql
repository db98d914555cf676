-- One row per case that is told more than once.
select case_file.case_id
from core.case_file as case_file
group by case_file.case_id
having count(*) > 1
