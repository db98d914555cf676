"""What the attack on a release found, written into it: the certificate, and what was withdrawn."""

from collections.abc import Iterable, Sequence
from typing import Any

from indicators.disclosure.attack import Release as Draft
from indicators.disclosure.attack.exposure import SMALL
from indicators.disclosure.drafted import LIMIT
from indicators.disclosure.gate import Verdict
from indicators.disclosure.repair import Split, withdraw
from warehouse.connection import Connection, attach
from warehouse.releases import Release

FROM_TRUTH = {"true_small", "true_to_three", "kept_to_three"}
"""Facts that need the true numbers stay in the house: were none of the cells known to be 3, 4 or 5 small, all are 5."""


def write_verdict(connection: Connection, verdict: Verdict) -> None:
    """Write what the attack on the draft found, and what was withdrawn."""
    figures = [(name, *found) for name, found in sorted(verdict.found.items())]
    _insert(connection, "insert into portal.attacked_figure values (?, ?, ?, ?, ?, ?, ?)", figures)
    _insert(connection, "insert into portal.withdrawn_split values (?, ?, ?, ?, ?)", verdict.withdrawn)
    facts = {"largest_small": str(SMALL), "to_three_at_most": str(LIMIT)}
    facts |= {key: value for key, value in verdict.facts.items() if key not in FROM_TRUTH}
    _insert(connection, "insert into portal.certificate values (?, ?)", facts.items())
    _write_figures(connection, Draft(connection))


def repeat_verdict(connection: Connection, before: Release) -> None:
    """Withdraw what was withdrawn from the same cells before, and say the same of them.

    Attacked again, with their own release among what is known already, they might lose more.
    """
    with attach(connection, before.file, "previous", "read_only"):
        for table in ("attacked_figure", "withdrawn_split", "certificate"):
            connection.execute(f"insert into portal.{table} from previous.{table}")
    splits = connection.execute("from portal.withdrawn_split").fetchall()
    draft = Draft(connection)
    if splits:
        withdraw(draft, [Split(*split) for split in splits], held=True)  # what that release held, and no more
    _write_figures(connection, draft)


def _write_figures(connection: Connection, draft: Draft) -> None:
    """Write which indicators show the figures that were attacked, so that readers know them by a title."""
    attacked = {
        figure for (figure,) in connection.execute("select figure from portal.attacked_figure").fetchall()
    }
    shown = [
        (figure.name, indicator, role)
        for indicator, figures in draft.made_of.items()
        for figure, role in zip(
            figures, ("numerator", "denominator") if len(figures) > 1 else ("value",), strict=True
        )
        if figure.name in attacked
    ]
    _insert(connection, "insert into portal.figure_shown values (?, ?, ?)", shown)


def _insert(connection: Connection, statement: str, rows: Iterable[Sequence[Any]]) -> None:
    for row in rows:
        connection.execute(statement, list(row))
