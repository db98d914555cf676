"""How figures came about, as the pages tell it: rules in the words of Methods, deliveries with their checksums."""

import re
from html import unescape

import pytest

from dashboard.components import origin as component
from dashboard.components.origin import NEWEST, came_about, deliveries_of
from dashboard.data import catalogue
from dashboard.pages import catalogue_detail, compare
from dashboard.pages.methods import layout
from dashboard.state import parse_state
from dashboard.static_html import to_html
from dashboard.text.explained import rules
from dashboard.text.translation import translate
from indicators.catalogue import read_catalogue
from indicators.explanation import Load, Origin, origin
from tests.support.denmark import RECIPIENTS
from warehouse.reading import Portal
from warehouse.vocabulary import vocabulary


def text(element: object) -> str:
    return unescape(to_html(element))


def lines_of(portal: Portal, lang: str, indicator: str) -> list[str]:
    of = origin(portal, catalogue(portal)[indicator])
    return [line for _, lines in rules(translate(lang), portal.country, of) for line in lines]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("lang", vocabulary().languages)
def test_every_rule_stands_on_the_page_of_methods_in_the_same_words(split_portal: Portal, lang: str) -> None:
    methods = text(layout(lang))
    said = {line for indicator in catalogue(split_portal) for line in lines_of(split_portal, lang, indicator)}
    assert len(said) > 15
    assert [line for line in said if line not in methods] == []


def test_only_the_rules_that_the_figure_follows_are_told(split_portal: Portal) -> None:
    persons, days = (
        " ".join(lines_of(split_portal, "en", one)) for one in ("recipients", "activation_degree")
    )
    assert "last month of it in which they are counted" in persons
    assert "Full-time persons" not in persons
    assert "it is divided by" not in persons
    assert "Full-time persons" in days
    assert "it is divided by is at least 50" in days
    assert "last month of it" not in days
    assert lines_of(split_portal, "en", RECIPIENTS) == [
        "Figures that their owner has published already are shown as exactly as they are delivered."
    ]


def test_months_that_are_not_shown_are_told(split_portal: Portal) -> None:
    [exits] = (one for one in read_catalogue() if one.id == "still_on_benefit_after_26_weeks")
    of = Origin(exits, origin(split_portal, catalogue(split_portal)["recipients"]).measures, (), None)
    said = str(rules(translate("en"), split_portal.country, of))
    assert "The first 2 months of the data are not shown" in said
    assert "The last 6 months of the data are not shown" in said
    assert "months shown are provisional" in said


def test_deliveries_stand_with_their_checksums_and_the_sql_is_a_link(split_portal: Portal) -> None:
    said = text(came_about(split_portal, "en", RECIPIENTS))
    assert "As of 31 December 2025, 9 rows loaded: " in re.sub("<[^>]*>", "", said)
    assert f'title="{"0" * 64}"' in said
    assert f'href="/api/v1/measures/{RECIPIENTS}.sql"' in said


def test_of_many_deliveries_the_newest_are_shown(
    split_portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = origin(split_portal, catalogue(split_portal)[RECIPIENTS])
    [load] = of.loads
    loads = tuple(Load(load.delivery._replace(rows_loaded=rows), load.files) for rows in range(100, 106))
    many = Origin(of.indicator, of.measures, loads, of.protection)
    monkeypatch.setattr(component, "origin", lambda *_: many)
    said = text(list(deliveries_of(split_portal, "en", RECIPIENTS)))
    assert re.findall("([0-9]+) rows", re.sub("<[^>]*>", "", said)) == ["105", "104", "103"][:NEWEST]
    assert "and 3 earlier ones" in said


@pytest.mark.parametrize(("period", "provisional"), [("2025-12", True), ("2025-06", False)])
def test_compare_tells_the_window_that_is_shown(split_portal: Portal, period: str, provisional: bool) -> None:
    asked = parse_state(split_portal, {"indicator": "recipients", "period": period})
    said = text(compare.content(split_portal, "en", asked))
    panel = said[said.index('<details class="came-about"') :]
    assert f"are of 1 {'December' if provisional else 'June'} 2025 to 3" in panel
    assert ("They are provisional." in panel) is provisional
    assert "multiple of 5" in panel


def test_the_catalogue_tells_it_too(split_portal: Portal) -> None:
    said = text(catalogue_detail.detail(split_portal, "da", "activation_degree"))
    for told in ("Sådan bliver tallene til", "Leverancer", "multiplum af 5.", "000000000000…"):
        assert told in said
