-- One row per area: the role of its level, and whether areas have gone into it or come out of it.
create or replace temp table area_role as
select
    cast(area.code as area_word) as area,
    json_extract_string(country.profile, '$.levels.' || area.level || '.role') as role,
    area.code in (
        select unnest([succession.code, succession.successor_code])
        from core.succession as succession
    ) as changes
from core.area as area
cross join core.country as country
