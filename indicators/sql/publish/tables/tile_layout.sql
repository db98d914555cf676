-- One row per layout of the tile map: the days, both included, on which its areas stand; null where there is no end.
create table portal.tile_layout (
    layout integer primary key,
    valid_from date,
    valid_to date
)
