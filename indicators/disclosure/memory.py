"""What an attacker who kept all releases knows when the next one comes.

Supposed is what `attack.releases` says: that from one release to the next at most one record of a cell came late. What
was known of cells by then is kept in the warehouse, so that one step leads on from it; what rounding alone leaves is
read from the release before.
"""

import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

import numpy as np

from indicators.disclosure.attack import Evidence, Release
from indicators.disclosure.attack.attack import narrow
from indicators.disclosure.attack.figure_laws import FigureLaws
from indicators.disclosure.attack.releases import since
from warehouse.connection import Connection, attach, open_memory, rows_at_hand, run_sql
from warehouse.releases import Release as Published

_SQL = Path(__file__).parents[1] / "sql" / "attack"
_MEMORY = "1GB"

NARROW = 3
"""Of cells with so few values left it is kept what is known."""


def recall(
    connection: Connection, release: Release, found: Mapping[str, Evidence], before: Published
) -> None:
    """Narrow what an attack found in a release by what was known before it came."""
    laws = {name: FigureLaws(release.places, release.bases, one) for name, one in found.items()}
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_memory(Path(folder), _MEMORY)) as own,
        attach(own, before.file, "portal", "read_only"),
    ):
        for earlier in Release(own).evidence(found.keys()):
            _keep(connection, earlier, before.release)
            now = laws[earlier.name]
            was = now.bounds.low.copy(), now.bounds.high.copy()
            since(earlier.bounds, now.bounds, release.rounding.base)
            now.look_again(*was)
    narrow(laws, [pair for pair in release.orders if laws.keys() >= set(pair)])


def remember(connection: Connection, found: Iterable[Evidence], before: Published | None) -> None:
    """Keep what is known of narrow cells now, for the release to come; of earlier ones only the one `before`."""
    connection.execute(
        "delete from mart.known where release is distinct from $kept", {"kept": before and before.release}
    )
    for one in found:
        values, grid = one.bounds.values(), one.bounds.grid
        cells = np.nonzero((values > 0) & (values <= NARROW) & (one.bounds.high > 0))
        windows, parts, areas = (axis.tolist() for axis in cells)
        columns = {
            "figure": np.full(len(windows), one.name, object),
            "last_month": np.array([grid.windows[number][0] for number in windows], "i4"),
            "months": np.array([grid.windows[number][1] for number in windows], "i4"),
            "breakdown": np.array([grid.parts[number][0] for number in parts], object),
            "category": np.array([grid.parts[number][1] for number in parts], object),
            "area": np.array([grid.areas[number] for number in areas], object),
            "low": one.bounds.low[cells],
            "high": one.bounds.high[cells],
        }
        with rows_at_hand(connection, "narrow_cell", columns):
            run_sql(connection, _SQL / "remember.sql")


def name_memory(connection: Connection, release: str) -> None:
    """Give what was remembered the name of its release."""
    connection.execute("delete from mart.known where release = $release", {"release": release})
    connection.execute("update mart.known set release = $release where release = ''", {"release": release})


def _keep(connection: Connection, one: Evidence, release: str) -> None:
    """Narrow a figure of the release before by what was known of it then."""
    grid = one.bounds.grid
    statement = (_SQL / "known.sql").read_text(encoding="utf-8")
    rows = connection.execute(statement, {"release": release, "figure": one.name}).fetchall()
    places = [
        (grid.window_at[last, months], grid.part_at[breakdown, category], grid.area_at[area], low, high)
        for last, months, breakdown, category, area, low, high in rows
        if (last, months) in grid.window_at and (breakdown, category) in grid.part_at and area in grid.area_at
    ]
    if places:
        windows, parts, areas, low, high = (np.array(column) for column in zip(*places, strict=True))
        one.bounds.keep((windows, parts, areas), low, high)
