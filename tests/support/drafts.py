"""The draft of a release of a drawn register, before the gate."""

from collections.abc import Mapping, Sequence
from typing import Any

from etl.core import rebuild
from indicators.catalogue import Indicator, read_catalogue
from indicators.compute import compute_cells
from indicators.publish import write_draft
from tests.support.person_oracle_loading import load_register
from tests.support.person_oracle_register import Register
from warehouse.connection import Connection, transaction

_COUNTED = [one for one in read_catalogue() if one.count != "delivered"]


def lenient(base: int, split_from: int) -> dict[str, Any]:
    """A protection so lenient that tiny figures are shown."""
    money = {"unit": 10_000, "largest": 25_000, "dominance": 100, "step": 500}
    counts = {"base": base, "split_from": split_from, "ratio_from": base, "wide_below": 0, "least_persons": 1}
    return {**counts, "money": money}


def draft_of(
    connection: Connection,
    register: Register,
    protection: Mapping[str, Any],
    key: int,
    indicators: Sequence[Indicator] = _COUNTED,
) -> None:
    """Write the draft of a register's release into the file that it attaches as `portal`."""
    country = load_register(connection, register, protection)
    rebuild(connection, country)
    with transaction(connection):
        compute_cells(connection, indicators, lambda _: None, key.to_bytes(32))
    connection.execute("attach ':memory:' as portal")
    write_draft(connection, country, {})
