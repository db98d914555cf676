-- One row per layout of the tile map and area: the place of its tile, columns and rows counted from the north-west.
create table portal.tile (
    layout integer not null,
    area varchar not null,
    tile_column integer not null,
    tile_row integer not null,
    primary key (layout, area)
)
