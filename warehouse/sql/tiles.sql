-- One row per tile map and area: where its tile lies, and the days on which the map holds (null: without an end).
select
    tile.area,
    tile.tile_column,
    tile.tile_row,
    tile_layout.valid_from,
    tile_layout.valid_to
from tile
inner join tile_layout on tile.layout = tile_layout.layout
order by tile.area
