"""Rows that are wrong on purpose: copies of good ones with one thing spoilt, so that without them nothing is lost."""

from dataclasses import dataclass

import numpy as np

from etl.synthetic.arrays import Random
from etl.synthetic.settings import Settings
from etl.synthetic.store import SQL
from warehouse.connection import Connection


@dataclass(frozen=True)
class Flaw:
    """So many rows of a source were planted with one kind of flaw."""

    source: str
    kind: str
    rows: int


def plant_flaws(connection: Connection, settings: Settings, rng: Random) -> list[Flaw]:
    """Add bad rows to every table, one of each kind at least."""
    return [
        Flaw(source, kind, _plant(connection, f"{source}.{kind}", settings, share, rng=rng))
        for source, kinds in settings.flaws["rows"].items()
        for kind, share in kinds.items()
    ]


def _plant(connection: Connection, flaw: str, settings: Settings, per_million: float, *, rng: Random) -> int:
    rows = connection.table(flaw.split(".")[0]).shape[0]
    wanted = min(rows, max(1, round(rows * per_million / 1_000_000)))
    picked = np.sort(rng.choice(rows, wanted, replace=False))
    statement = (SQL / "flaw" / f"{flaw}.sql").read_text(encoding="utf-8")
    values = {"picked": picked.tolist(), "last_day": settings.cuts[1]}
    connection.execute(statement, {name: value for name, value in values.items() if f"${name}" in statement})
    return wanted
