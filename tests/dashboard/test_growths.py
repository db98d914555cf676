"""A growth of a published figure, and a sum of money, on their way to readers."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest
from rich.console import Console

from dashboard.api.descriptions import definition
from dashboard.components import sentences
from dashboard.components.figure_table import columns_of
from dashboard.components.group_table import group_table
from dashboard.data import catalogue
from dashboard.pages.catalogue_detail import detail
from dashboard.shown import Shown
from dashboard.state import parse_state
from dashboard.static_html import to_html
from dashboard.text.figures import Figures
from explaining import told
from indicators.asking import find_cell
from indicators.catalogue import Part, in_currency, read_catalogue
from indicators.explanation import explain
from tests.support.split_denmark import COUNT, make_split_denmark
from warehouse.country_files import read_country
from warehouse.reading import Portal
from warehouse.releases import current_release

KNOWN = {one.id: one for one in read_catalogue()}
MEASURES = KNOWN[COUNT].measures
GROWTH = replace(
    KNOWN["payments_change_on_year"],
    parts=(Part(COUNT, measures=MEASURES), Part(COUNT, measures=MEASURES, before=True)),
    periods=("month", "quarter"),
    breakdowns=("sex",),
)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    home = make_split_denmark(tmp_path_factory.mktemp("growth"), GROWTH)
    release = current_release(home.releases)
    assert release is not None
    return Portal(release.file)


def shown(portal: Portal, **asked: str) -> Shown:
    return Shown(portal, "en", parse_state(portal, {"indicator": GROWTH.id, "period": "2025-Q4", **asked}))


def plainly(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_figures_have_a_sign_and_sums_are_told_in_millions() -> None:
    growth, danish = (Figures(KNOWN["payments_change_on_year"], lang) for lang in ("en", "da"))
    written = [growth.value(Decimal(text)) for text in ("3.25", "-33.3", "0")] + [
        danish.value(Decimal("3.2"))
    ]
    assert list(map(plainly, written)) == ["+3.3%", "−33.3%", "0.0%", "+3,2 %"]
    assert plainly(growth.change(Decimal("-1.2"))) == "−1.2 pp"
    assert (growth.is_ratio, growth.is_difference) == (True, False)
    total = Figures(in_currency(KNOWN["payments"], read_country("dk")), "da")
    assert plainly(total.value(Decimal("1234.5"))) == "1.234,50 mio."
    assert not total.is_ratio


def test_the_table_shows_both_figures_with_their_periods(portal: Portal) -> None:
    one = shown(portal)
    now, before = one.sides
    assert [plainly(column.title) for column in columns_of(one)][-3:-1] == [
        "Recipients of benefits, 2025 Q4",
        "Recipients of benefits, 2024 Q4",
    ]
    assert (now.now.value("825"), before.now.value("825"), one.now.value("825")) == (105, 100, 5)


def test_a_sentence_sets_areas_beside_each_other(portal: Portal) -> None:
    one = shown(portal)
    found = plainly(sentences.comparison(one.t, one.figures, one.now, ["825", "DK"]))
    assert found.startswith("Læsø had +")
    assert "zero" not in found
    assert "no interval is published" in found
    assert "width:" not in group_table(shown(portal, view="groups", by="sex"), "a table")


def test_the_catalogue_and_programs_are_told_what_it_is_made_of(portal: Portal) -> None:
    page = to_html(detail(portal, "en", GROWTH.id))
    assert f'<a href="/en/catalogue/{COUNT}">Recipients of benefits</a>, now and a year before' in page
    made = definition(portal, catalogue(portal)[GROWTH.id], "en")["made_from"]
    assert [(one["indicator"], one["a_year_before"]) for one in made] == [(COUNT, False), (COUNT, True)]


def test_explaining_it_names_both_published_figures(portal: Portal) -> None:
    explained = explain(portal, find_cell(portal, GROWTH.id, "DK", "2025-Q4"))
    assert [str(side.period) for side in explained.sides] == ["2025-Q4", "2024-Q4"]
    console = Console(width=200, record=True, file=StringIO())
    console.print(told(portal.country, explained, None))
    text = plainly(console.export_text())
    assert "A growth is a published figure less that of the same period a year before" in text
    assert "2025-Q4) against" in text
