-- One row per level of areas that borders are known of, as GeoJSON.
create table portal.boundary (
    level varchar primary key,
    geojson varchar not null
)
