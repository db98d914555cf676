-- One row per area and area that it is a part of, with the months in which it is: the nested groups and the country.
-- A month is of the group that the area belongs to on its last day.
create or replace temp table area_above as
select
    cast(membership.member_code as area_word) as area,
    cast(membership.group_code as area_word) as above,
    coalesce(year(membership.valid_from) * 12 + month(membership.valid_from) - 1, -999999) as first_month,
    coalesce(year(membership.valid_to + 1) * 12 + month(membership.valid_to + 1) - 2, 999999) as last_month
from core.membership as membership
where list_contains($nested_levels, membership.grouping)
union all
select
    cast(area.code as area_word) as area,
    cast($country as area_word) as above,
    -999999 as first_month,
    999999 as last_month
from core.area as area
where area.code != $country
