-- One row per area and stretch of months in which a base area's people count there; `stands` tells whether the area
-- stands then. One that does not has figures only where somebody is counted.
create or replace temp table area_member as
select
    cast(unnest($areas) as area_word) as area,
    cast(unnest($place_ids) as smallint) as place_id,
    cast(unnest($base_ids) as smallint) as base_id,
    cast(unnest($from_months) as integer) as from_month,
    cast(unnest($to_months) as integer) as to_month,
    unnest($standing) as stands
