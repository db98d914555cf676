"""The table of Compare: its columns, its order, and never a number where none is published."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.components.figure_table import sorted_areas, table
from dashboard.shown import Shown
from dashboard.state import SORTS, parse_state
from dashboard.text.figures import mark
from tests.support.denmark import HIDDEN as HIDDEN_AREAS
from warehouse.reading import Portal

INDICATORS = ("social_assistance_per_1000", "social_assistance_recipients", "population")


def shown(portal: Portal, lang: str = "en", **asked: str) -> Shown:
    return Shown(portal, lang, parse_state(portal, asked))


def rows_of(html: str) -> dict[str, list[str]]:
    """The texts of each area's cells, by its code; what only the ear gets is in brackets."""
    found = {}
    for row in re.findall(r"<tr(?: class=\"chosen\")?>(.*?)</tr>", html):
        code = re.search(r"/area/([^\"]+)\"", row)
        cells = re.findall(r"<td class=\"number\">(.*?)</td>", row)
        if code:
            found[code[1]] = [
                re.sub(r"<[^>]+>", "", re.sub(r'<span class="unseen">(.*?)</span>', r"[\1]", one))
                for one in cells
            ]
    return found


def headings_of(html: str) -> list[str]:
    head = re.search(r"<thead>(.*)</thead>", html)[1]
    texts = [re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<th.*?</th>", head)]
    return [text.strip("▲▼").replace("\N{NO-BREAK SPACE}", " ") for text in texts]


def test_a_ratio_shows_interval_change_and_both_parts(portal: Portal) -> None:
    html = table(shown(portal), "caption")
    assert headings_of(html) == [
        *("Area", "2025 Q4", "95% interval", "Change over 12 months", "Against Denmark"),
        *("Unemployed people on social assistance", "Population", "Rank, lowest first"),
    ]
    population = portal.country.areas["101"].population
    assert population is not None
    value, interval, _, _, numerator, denominator, rank = rows_of(html)["101"]
    assert numerator == f"{population // 200 + 11:,}"
    assert denominator == f"{population:,}"
    assert value == f"{1000 * (population // 200 + 11) / population:.2f}"
    assert re.fullmatch(r"\d\.\d\d–\d\.\d\d", interval)
    assert re.fullmatch(r"\d+ of 96", rank)


def test_a_count_shows_its_change_in_per_cent_and_no_parts(portal: Portal) -> None:
    html = table(shown(portal, indicator="social_assistance_recipients"), "caption")
    assert headings_of(html) == [*("Area", "2025 Q4", "Change over 12 months", "Change in per cent")]
    population = portal.country.areas["101"].population or 0
    now, before = population // 200 + 11, population // 200 + 7
    value, change, growth = rows_of(html)["101"]
    assert (value, change, growth) == (f"{now:,}", "+4", f"+{100 * 4 / before:.1f}%")


@pytest.mark.parametrize("indicator", INDICATORS[:2])
@pytest.mark.parametrize("code", HIDDEN_AREAS)
@pytest.mark.parametrize("lang", ["en", "da"])
def test_a_hidden_area_has_no_number_in_any_column(
    portal: Portal, indicator: str, code: str, lang: str
) -> None:
    cells = rows_of(table(shown(portal, lang, indicator=indicator, areas=code), ""))[code]
    assert cells
    assert not any(sign.isdigit() for cell in cells for sign in cell)
    assert cells[0].startswith(mark("suppressed"))
    assert "dataejeren" in cells[0] or "data owner" in cells[0]


def test_chosen_areas_are_held_against_the_first_by_their_intervals(portal: Portal) -> None:
    asked = shown(portal, areas="751,492,563")
    html = table(asked, "")
    assert "Against Aarhus" in headings_of(html)
    said = {code: cells[3] for code, cells in rows_of(html).items()}
    assert said == dict.fromkeys(said, "") | {"492": "Not clearly different", "563": "–"}
    sure = asked.now.cells["492"]
    assert sure.value is not None
    cells = asked.now.cells | {"492": sure._replace(lower=sure.value, upper=sure.value)}
    cells |= {"751": asked.now.cells["751"]._replace(lower=Decimal(5), upper=Decimal("5.1"))}
    asked.__dict__["now"] = replace(asked.now, cells=cells)
    assert rows_of(table(asked, ""))["492"][3] == "Higher"
    assert not any("Against" in head for head in headings_of(table(shown(portal, areas="751"), "")))


def test_the_chosen_areas_come_first_and_are_marked_in_both_places(portal: Portal) -> None:
    html = table(shown(portal, areas="751,DK"), "")
    codes = re.findall(r"/area/([^\"]+)\"", html)
    assert codes[:2] == ["751", "DK"]
    assert codes.count("751") == 2
    assert html.count('<tr class="chosen">') == 3
    assert len(codes) == 2 + 98


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_holds_every_area_once_and_leaves_those_without_a_figure_to_the_end(
    portal: Portal, sort: str
) -> None:
    now = shown(portal).now
    order = sorted_areas(now, sort, "en")
    assert sorted(order) == sorted(now.base)
    if not sort.endswith("name"):
        assert set(order[-2:]) == set(HIDDEN_AREAS)
        figures = [now.value(code) if sort.endswith("value") else now.change(code) for code in order[:-2]]
        assert figures == sorted(figures, reverse=sort.startswith("-"))


def test_headings_lead_to_the_other_order_and_say_which_one_it_is(portal: Portal) -> None:
    html = table(shown(portal, sort="-value"), "")
    assert html.count("aria-sort") == 1
    assert 'aria-sort="descending"' in html
    assert re.search(r'id="sort-value"[^>]*sort=value"', html)
    assert re.search(r'id="sort-change"[^>]*sort=-change"', html)


def test_a_name_cannot_bring_markup_into_the_page(portal: Portal) -> None:
    asked = shown(portal, areas="101")
    area = replace(portal.country.areas["101"], name_en="<script>alert(1)</script>")
    country = replace(portal.country, areas={**portal.country.areas, "101": area})
    asked.__dict__["now"] = replace(asked.now, country=country)
    html = table(asked, "<b>")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "<b>" not in html


def test_a_change_that_rounding_can_make_is_marked_and_has_no_growth(split_portal: Portal) -> None:
    asked = shown(split_portal, indicator="recipients", areas="101")
    assert len(rows_of(table(asked, ""))["101"]) == 1, "a provisional figure has no change"
    settled = {area: cell._replace(flags=("rounded",)) for area, cell in asked.now.cells.items()}
    asked.__dict__["now"] = replace(asked.now, cells=settled)
    _, change, growth = rows_of(table(asked, ""))["101"]
    assert change == "≈[no more than rounding can make: ] +5"
    assert growth == "–"


def test_an_area_with_too_few_people_has_no_rank(split_portal: Portal) -> None:
    rows = rows_of(table(shown(split_portal, indicator="activation_degree", areas="825"), ""))
    assert rows["825"][-1] == "–[Not ranked, too few people]"
