"""Figures with their unit, intervals and changes, and what stands where there is none."""

from decimal import Decimal

import pytest

from dashboard.data import catalogue
from dashboard.text.figures import MISSING, RATIOS, Figures, mark
from indicators.catalogue import read_catalogue
from warehouse.reading import Cell, Portal
from warehouse.vocabulary import vocabulary

D = Decimal
INDICATORS = {indicator.id: indicator for indicator in read_catalogue()}


def cell(value: str | None, lower: str = "1.05", upper: str = "2.5", status: str = "value") -> Cell:
    return Cell("101", "2025-Q4", value and D(value), None, None, D(lower), D(upper), status, ())


def figures(indicator: str, lang: str = "en") -> Figures:
    return Figures(INDICATORS[indicator], lang)


def test_figures_carry_the_sign_of_their_unit() -> None:
    assert figures("registered_unemployed_rate").value(D("5.7")) == "5.7%"
    assert figures("registered_unemployed_rate", "da").value(D("5.7")) == "5,7\N{NO-BREAK SPACE}%"
    assert figures("social_assistance_per_1000", "da").value(D("1234.5")) == "1.234,50"
    assert figures("population").value(D("1234")) == "1,234"


def test_changes_of_shares_are_percentage_points() -> None:
    assert (
        figures("registered_unemployed_rate").change(D("-0.3")).replace("\N{NO-BREAK SPACE}", " ")
        == "−0.3 pp"
    )
    assert figures("population").change(D("12")) == "+12"
    assert figures("population").growth(D("12"), D("480")) == "+2.5%"
    assert figures("population").growth(D("12"), D("0")) == ""


@pytest.mark.parametrize(
    ("part", "said"), [("3", "0.1%"), ("1", "< 0.1%"), ("0", "0.0%"), ("2999", "100.0%")]
)
def test_a_part_that_is_not_nothing_is_not_told_as_nothing(part: str, said: str) -> None:
    assert figures("population").share(D(part), D("3000")).replace("\N{NO-BREAK SPACE}", " ") == said


def test_one_of_a_unit_has_a_word_of_its_own() -> None:
    weeks, uger = (figures("completed_duration_median", lang) for lang in ("en", "da"))
    said = [
        weeks.value(D(1)),
        weeks.change(D(-1)),
        weeks.distance(D("1.2")),
        weeks.value(D(11)),
        weeks.change(D(2)),
    ]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in said] == [
        *("1 week", "−1 week", "1 week", "11 weeks", "+2 weeks")
    ]
    assert uger.change(D(-1)) == "−1\N{NO-BREAK SPACE}uge"
    assert figures("still_on_benefit_after_26_weeks").change(D(1)) == "+1\N{NO-BREAK SPACE}pp"


def test_an_interval_is_written_only_beside_a_figure() -> None:
    assert figures("social_assistance_per_1000").interval(cell("2")) == "1.05–2.50"
    assert figures("social_assistance_per_1000").interval(cell(None, status="suppressed")) == ""


@pytest.mark.parametrize("status", [code for code in vocabulary().statuses if code != "value"])
def test_no_status_without_a_figure_is_ever_shown_as_a_number(status: str) -> None:
    shown = figures("population").shown(cell(None, status=status))
    assert shown == mark(status)
    assert not any(sign.isalnum() for sign in shown)


def test_what_is_longer_than_people_are_followed_says_how_long_that_is() -> None:
    beyond = cell(None, status="beyond")
    weeks, uger = (figures("weeks_to_first_activity", lang) for lang in ("en", "da"))
    assert weeks.shown(beyond) == "> 52 weeks".replace(" ", "\N{NO-BREAK SPACE}")
    assert weeks.reason("beyond") == "more than 52\N{NO-BREAK SPACE}weeks"
    assert uger.reason("beyond") == "over 52\N{NO-BREAK SPACE}uger"
    assert weeks.reason("too_few") == "Too few"


def test_where_there_is_no_room_a_figure_stands_without_its_unit() -> None:
    gap = figures("gender_gap_in_work_after_exit", "da")
    assert gap.brief(cell("-2.1")) == "−2,1"
    assert gap.brief(cell("0.7")) == "+0,7"
    assert figures("earnings_after_exit").brief(cell("63193")) == "63,193"
    assert gap.brief(cell(None, status="too_few")) == "<"
    assert figures("weeks_to_first_activity").brief(cell(None, status="beyond")) == ">\N{NO-BREAK SPACE}52"


def test_whoever_hides_a_figure_and_why_has_a_mark_of_its_own() -> None:
    marks = [mark(status) for status in ("suppressed", "withdrawn", "too_few", "not_available")]
    assert marks == ["…", "×", "<", "–"]
    assert marks[-1] == MISSING


def test_no_cell_is_a_missing_one() -> None:
    assert figures("population").shown(None) == MISSING


def test_every_unit_of_the_catalogue_can_be_written(portal: Portal) -> None:
    for indicator in catalogue(portal).values():
        for lang in vocabulary().languages:
            assert Figures(indicator, lang).value(D(1)).startswith("1")
            assert Figures(indicator, lang).direction()


def test_every_unit_is_one_that_compares_areas_of_any_size_or_counts() -> None:
    counts = {"persons", "full_time_persons", "spells", "activities", "positions"}
    counts |= {unit for unit in vocabulary().units if unit.startswith("million_")}
    assert set(vocabulary().units) == RATIOS | counts
    assert not RATIOS & counts
