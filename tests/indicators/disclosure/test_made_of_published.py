"""What a release carries beside its figures tells nothing more: all of it is made of what is shown."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicators import publish
from indicators.comparison.intervals import byar, rounding_error, wilson
from indicators.disclosure.attack import Release
from tests.support.drafts import draft_of, lenient
from tests.support.planted_people import crowd
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection

INTERVALS = {"wilson": wilson, "byar": byar}
SHOWN = "value, numerator, denominator, lower, upper"


@pytest.fixture(scope="module")
def draft() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        draft_of(connection, crowd(), lenient(2, 4), 7)
        yield connection


def test_an_interval_is_worked_out_of_the_numbers_shown_beside_it(draft: Connection) -> None:
    """With the rounding and the definition, which are public; where the figure is not shown there is none."""
    release = Release(draft)
    error = rounding_error(release.rounding.base)
    compared = set()
    for indicator in release.indicators:
        figures = release.made_of[indicator.id]
        errors = tuple(error * one.is_counted for one in figures)
        told = f"select {SHOWN} from portal.cell where indicator = ? and lower is not null"
        for _, above, below, *ends in draft.execute(told, [indicator.id]).fetchall():
            interval = INTERVALS[indicator.interval](
                float(above), float(below), indicator.per, errors=(errors[0], errors[1])
            )
            assert tuple(map(float, ends)) == pytest.approx(interval, abs=1e-4)
            compared.add(indicator.interval)
    assert compared == INTERVALS.keys()


def test_nothing_is_told_of_what_is_not_shown(draft: Connection) -> None:
    statuses = draft.execute("select distinct status from portal.cell where value is null").fetchall()
    assert len(statuses) > 1
    hidden = "value is null or status != 'value'"
    told = f"coalesce({SHOWN}) is not null or flags != ''"
    assert draft.execute(f"select * from portal.cell where ({hidden}) and ({told})").fetchall() == []


@pytest.mark.parametrize(
    "file", ["written_cell.sql", "from_cells/*.sql", "compare/*.sql", "differences/*.sql"]
)
def test_what_is_made_of_cells_reads_the_release_alone(file: str) -> None:
    """How areas stand, the figures in a row, how many have a status, what moved; ranks and sentences readers make."""
    files: list[Path] = sorted(publish.SQL.glob(file))
    assert files
    for one in files:
        statement = re.sub("--.*", "", one.read_text(encoding="utf-8"))
        read = re.findall(r"(?:from|join) (\w+\.?\w*)", statement)
        own = set(re.findall(r"(\w+) as \(", statement))
        assert read
        assert {name for name in read if not name.startswith(("portal.", "previous."))} <= own | {
            *("written_cell", "compared"),  # made of them by what is among these files
            "calendar",  # which periods there are
        }
