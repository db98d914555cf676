-- One row: how many days further than the last time a source tells, at most.
select coalesce(max(now_known.known_until - earlier.known_until), 0) as days
from core.coverage as now_known
inner join earlier.coverage as earlier on now_known.source = earlier.source
