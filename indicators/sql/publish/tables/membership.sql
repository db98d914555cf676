-- One row per stretch of time in which an area belongs to a group.
create table portal.membership as
select
    grouping,
    group_code,
    member_code,
    valid_from,
    valid_to,
    source
from core.membership
order by all
