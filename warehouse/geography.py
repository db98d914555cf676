"""Areas, their tiles and borders, as a published file has them."""

import json
from datetime import date
from functools import cached_property
from pathlib import Path

from warehouse.areas import Country, country_from_rows
from warehouse.connection import DatabaseError
from warehouse.errors import UserError
from warehouse.provenance import Provenance
from warehouse.published import Rows

_TILES = (Path(__file__).parent / "sql" / "tiles.sql").read_text(encoding="utf-8")


class Geography(Provenance):
    """The country of one release."""

    def __init__(self, file: Path) -> None:
        """Open a published file. Raises UserError when it is not one."""
        super().__init__(file)
        try:
            self.country: Country = self._read_country()
        except DatabaseError:
            raise UserError(f"{file.name} is not a file that openindsats published.") from None

    def tiles(self, day: date) -> dict[str, tuple[int, int]]:
        """Column and row of each area's tile in the tile map of a day; empty when no layout stood then."""
        return {
            area: (column, row)
            for area, column, row, first, last in self._tiles
            if (first is None or first <= day) and (last is None or day <= last)
        }

    @cached_property
    def bounded(self) -> frozenset[str]:
        """The levels whose borders the country has."""
        return frozenset(level for (level,) in self._rows("select level from boundary"))

    def boundary(self, level: str) -> str | None:
        """Borders of a level's areas as GeoJSON, if the country has them."""
        rows = self._rows("select geojson from boundary where level = $level", {"level": level})
        return rows[0][0] if rows else None

    @cached_property
    def _tiles(self) -> Rows:
        return self._rows(_TILES)

    def _read_country(self) -> Country:
        [(profile,)] = self._rows("select profile from country")
        return country_from_rows(
            json.loads(profile),
            self._rows("select * from area order by code"),
            self._rows("select * from membership order by all"),
            self._rows("select * from succession order by all"),
        )
