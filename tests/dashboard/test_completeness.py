"""How complete figures were at first, on the page, beside provisional figures and for programs."""

from datetime import date
from decimal import Decimal

import pytest

from dashboard.api.descriptions import definition, notes
from dashboard.api.observations import Observations
from dashboard.completeness import months_after, note, redefined
from dashboard.components.notes import marks
from dashboard.data import catalogue
from dashboard.pages.about_completeness import complete
from dashboard.pages.about_revision import moved
from dashboard.pages.about_sources import _late
from dashboard.pages.catalogue_detail import Detail, _caveats
from dashboard.pages.catalogue_entries import entries
from dashboard.shown import Shown
from dashboard.state import parse_state
from dashboard.static_html import to_html
from dashboard.text.translation import translate
from tests.support.split_denmark import COUNT, SHARE
from warehouse.periods import parse_period
from warehouse.reading import Portal
from warehouse.timeliness import Completeness, LateRecords

D = Decimal
PERIOD = parse_period("2025-12")


@pytest.fixture
def release(split_portal: Portal, monkeypatch: pytest.MonkeyPatch) -> Portal:
    after = months_after(split_portal, PERIOD)
    told = (
        Completeness(COUNT, "month", after, 3, D("96.4"), D("3.8")),
        Completeness(SHARE, "month", after, 3, None, D("1.2")),
        Completeness(COUNT, "month", after + 9, 1, D(100), D(0)),
    )
    monkeypatch.setitem(split_portal.__dict__, "completeness", told)
    return split_portal


def test_a_sentence_tells_what_was_there_so_soon(release: Portal) -> None:
    t = translate("en")
    after = months_after(release, PERIOD)
    told = "were 96.4% of what they came to be in the end (periods known: 3)."
    assert note(t, release, COUNT, PERIOD) == f"Figures told {after} months after their period {told}"
    assert "have been 1.2% off on average, up or down" in note(t, release, SHARE, PERIOD)
    assert note(t, release, COUNT, parse_period("2025-06")) == ""
    assert note(t, release, "population", PERIOD) == ""


def test_it_stands_among_the_marks_of_a_view_with_provisional_figures(release: Portal) -> None:
    asked = {"indicator": COUNT, "period": "2025-12"}
    said = to_html(marks(Shown(release, "en", parse_state(release, asked))))
    assert "96.4% of what they came to be" in said
    settled = to_html(marks(Shown(release, "en", parse_state(release, asked | {"period": "2025-09"}))))
    assert "came to be" not in settled


def test_the_page_lists_what_is_known_of_the_first_months(release: Portal) -> None:
    page = "".join(map(to_html, complete(translate("da"), release)))
    assert page.count("<tr>") == 3
    assert "96,4" in page


def test_without_a_release_before_nothing_is_known(split_portal: Portal) -> None:
    assert split_portal.completeness == ()
    page = "".join(map(to_html, complete(translate("en"), split_portal)))
    assert "Nothing is known yet" in page


@pytest.mark.parametrize(("records", "share"), [(2000, " That is up to 4%."), (490, "")])
def test_what_came_late_stands_with_its_delivery(records: int, share: str) -> None:
    late = LateRecords("activities", "abc", date(2026, 3, 31), records, 80)
    said = _late(translate("en"), late)
    assert said.startswith(
        f"{records:,} records are told of for the first time; up to 80 of them are of a day more"
    )
    assert said.endswith(f" the end of what was covered until then.{share}")


def test_a_changed_definition_reaches_every_reader(
    split_portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(split_portal.__dict__, "redefined", frozenset({COUNT}))
    monkeypatch.setitem(
        split_portal.__dict__, "meta", {**split_portal.meta, "compared_with": "2025-11-30-abc"}
    )
    said = "Counted otherwise than in release 2025-11-30-abc: what differs from it is no correction."
    indicator, t = catalogue(split_portal)[COUNT], translate("en")
    assert redefined(t, split_portal, COUNT) == said
    assert redefined(t, split_portal, SHARE) == ""
    shown = Observations(("OBS_STATUS", "OBS_FLAGS"), [("value", ())])
    assert said in notes(split_portal, indicator, "en", shown)
    assert definition(split_portal, indicator, "en")["quality"]["counted_otherwise_than"] == "2025-11-30-abc"
    assert said in to_html(_caveats(Detail(t, split_portal, entries(split_portal)[COUNT])))
    assert "Counted otherwise now" in "".join(map(to_html, moved(t, split_portal)))


def test_programs_are_told_too(release: Portal) -> None:
    indicator = catalogue(release)[COUNT]
    quality = definition(release, indicator, "en")["quality"]
    assert quality["completeness"][0]["completeness"] == 96.4
    assert quality["late_records"] == []
    assert {one["status"] for one in quality["cells"]} == {"value", "withdrawn"}
    assert {(one["period_kind"], one["period"]) for one in quality["cells"]} >= {("month", "2025-12")}
    shown = Observations(("OBS_STATUS", "OBS_FLAGS"), [("value", ("provisional",))])
    assert any("96.4%" in line for line in notes(release, indicator, "en", shown))
