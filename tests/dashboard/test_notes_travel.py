"""What must be known of a figure goes with it: from the cell to the page, to programs and into files."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from dashboard.api.descriptions import notes
from dashboard.api.observations import Observations, read_observations
from dashboard.api.selection import select
from dashboard.api.writers import to_csv, to_xlsx
from dashboard.completeness import months_after
from dashboard.components.notes import definition, marks
from dashboard.data import catalogue
from dashboard.shown import Shown
from dashboard.state import parse_state
from dashboard.static_html import to_html
from tests.support.denmark import RECIPIENTS
from tests.support.split_denmark import COUNT, SHARE
from warehouse.periods import parse_period
from warehouse.reading import Portal
from warehouse.timeliness import Completeness
from warehouse.vocabulary import vocabulary

PROVISIONAL, WIDE, BREAK = (vocabulary().flags[flag].note["en"] for flag in ("provisional", "wide", "break"))
LATE = "were 96.4% of what they came to be in the end (periods known: 3)."
CHANGED = "Counted otherwise than in release 2025-11-30-abc: what differs from it is no correction."
"""What is said of late records and of a definition that has changed."""


@pytest.fixture
def release(split_portal: Portal, monkeypatch: pytest.MonkeyPatch) -> Portal:
    """A release that has learned something from earlier ones, and counts one indicator otherwise than they did."""
    after = months_after(split_portal, parse_period("2025-12"))
    told = (Completeness(COUNT, "month", after, 3, Decimal("96.4"), Decimal(3)),)
    monkeypatch.setitem(split_portal.__dict__, "completeness", told)
    monkeypatch.setitem(split_portal.__dict__, "redefined", frozenset({SHARE}))
    monkeypatch.setitem(
        split_portal.__dict__, "meta", {**split_portal.meta, "compared_with": "2025-11-30-abc"}
    )
    return split_portal


def observations(portal: Portal, indicator: str, period: str) -> Observations:
    asked = {"from": period, "to": period}
    return read_observations(
        portal, catalogue(portal)[indicator], select(portal, catalogue(portal)[indicator], asked)
    )


@pytest.mark.parametrize(
    ("indicator", "period", "flag", "said"),
    [
        (RECIPIENTS, "2024-Q1", "break", BREAK),
        (COUNT, "2025-12", "provisional", PROVISIONAL),
        (COUNT, "2025-12", "provisional", LATE),
        (SHARE, "2025-09", "wide", WIDE),
        (SHARE, "2025-Q3", "", CHANGED),
    ],
)
def test_a_note_reaches_the_cell_the_page_programs_and_files(
    release: Portal, indicator: str, period: str, flag: str, said: str
) -> None:
    one = Shown(release, "en", parse_state(release, {"indicator": indicator, "period": period}))
    assert not flag or any(flag in cell.flags for cell in one.now.cells.values())
    assert said in to_html(marks(one)) + to_html(definition(one))
    found = observations(release, indicator, period)
    told = notes(release, catalogue(release)[indicator], "en", found)
    assert any(said in note for note in told)
    assert flag.encode() in b"".join(to_csv(found.columns, found.rows))
    book = openpyxl.load_workbook(BytesIO(to_xlsx(found, [("Note", note) for note in told], 1)))
    assert any(said in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
