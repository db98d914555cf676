-- One row per area of the tile map that stood on a day.
select
    tile.area,
    tile.tile_column,
    tile.tile_row
from tile
inner join tile_layout on tile.layout = tile_layout.layout
where
    coalesce(tile_layout.valid_from, $day) <= $day
    and coalesce(tile_layout.valid_to, $day) >= $day
order by tile.area
