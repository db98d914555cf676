-- One row per area that states of persons may name.
create or replace temp table base_area as
select
    unnest($base_areas) as area,
    cast(generate_subscripts($base_areas, 1) as smallint) as base_id
