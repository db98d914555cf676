-- One row per area that somebody may count in.
create or replace temp table place as
select distinct
    area_member.place_id,
    area_member.area
from area_member
