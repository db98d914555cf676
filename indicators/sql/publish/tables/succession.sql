-- One row per pair of an ended area and one of those that took its place.
create table portal.succession as
select
    code,
    successor_code,
    from_date,
    source
from core.succession
order by all
