-- One row per source that has delivered.
create table portal.source as
select
    source,
    facts
from core.source
order by source
