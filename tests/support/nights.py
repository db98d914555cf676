"""Registers of persons that change from one load to the next, and what is computed of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

from etl.core import changed
from tests.support.person_oracle_loading import load_register
from tests.support.person_oracle_register import Register, Row
from warehouse.connection import Connection, append, transaction

COMPUTED = ("counted", "cell", "indicator", "measure", "measure_record")
"""The tables that a computation writes."""

Change = Mapping[str, Mapping[str, Sequence[Row]]]
"""What a delivery says of each person that it names, by source."""


def after(register: Register, change: Change, days: int = 0) -> Register:
    """The register with a delivery in it that reaches some days further."""
    rows = {
        source: [
            *(row for row in told if row["person_id"] not in change),
            *(
                {"person_id": person, **row}
                for person, past in change.items()
                for row in past.get(source, ())
            ),
        ]
        for source, told in register.rows.items()
    }
    known = {
        source: (first, until + timedelta(days=days)) for source, (first, until) in register.known.items()
    }
    return replace(register, rows=rows, known=known)


def load_night(
    connection: Connection,
    register: Register,
    protection: Mapping[str, int],
    named: Sequence[str],
    folder: Path,
) -> str:
    """Load a register as if a delivery had named these persons; who was told anew."""
    country = load_register(connection, register, protection)
    changed.start(connection)
    append(connection, "changed_person", ({"person_id": person} for person in named))
    with mock.patch.object(changed, "MOST", 1e9), transaction(connection):
        return changed.tell(connection, country, folder)


def computed(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that was computed."""
    return {table: connection.table(f"mart.{table}").order("all").fetchall() for table in COMPUTED}


def cells_in_order(connection: Connection) -> list[tuple[Any, ...]]:
    """The cells of each indicator as they stand one after the other; so they are published."""
    names = "indicator, breakdown, period_kind, category, period, area"
    return connection.execute(f"select {names} from mart.cell order by indicator, rowid").fetchall()
