-- One row per workplace that is told more than once.
select workplace.workplace_id
from core.workplace as workplace
group by workplace.workplace_id
having count(*) > 1
