"""What the sentences say, against the figures that they are made from."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.components import ranking_sentence, sentences
from dashboard.components.differences import difference_word
from dashboard.shown import Shown
from dashboard.state import parse_state
from dashboard.text.figures import Figures
from warehouse.reading import Cell, Portal


def shown(portal: Portal, lang: str = "en", **asked: str) -> Shown:
    return Shown(portal, lang, parse_state(portal, asked))


def comparison(portal: Portal, lang: str = "en", **asked: str) -> str:
    one = shown(portal, lang, **asked)
    said = sentences.comparison(one.t, one.figures, one.now, one.state.areas)
    return said.replace("\N{NO-BREAK SPACE}", " ")


def test_a_ratio_is_set_against_the_country_and_the_part_of_chance_is_told(portal: Portal) -> None:
    one = shown(portal, areas="DK,492")
    value, country = one.now.value("492"), one.now.value("DK")
    assert value is not None
    assert country is not None
    assert value > country
    assert comparison(portal, areas="DK,492") == (
        f"Ærø had {value:.2f} in 2025 Q4, {value - country:.2f} more than Denmark ({country:.2f}). "
        "The difference is no larger than chance alone may explain."
    )


def test_a_count_is_told_as_a_share_of_the_country(portal: Portal) -> None:
    one = shown(portal, indicator="population")
    value, country = one.now.value("101"), one.now.value("DK")
    assert value is not None
    assert country is not None
    share = f"{100 * value / country:.1f}".replace(".", ",")
    assert comparison(portal, "da", indicator="population", areas="101") == (
        f"København havde {f'{value:,.0f}'.replace(',', '.')} i december 2025, {share} % af Danmark."
    )


def test_a_hidden_figure_is_told_by_its_status(portal: Portal) -> None:
    assert comparison(portal, areas="563") == (
        "There is no figure for Fanø in 2025 Q4: the owner of the data hides this figure to protect small groups."
    )


def test_a_rounded_zero_may_be_a_few(portal: Portal) -> None:
    one = shown(portal, indicator="social_assistance_recipients", areas="492")
    for flags, said in (((), "had 0 in"), (("rounded",), "had 0 (at most a few) in")):
        cells = {"492": one.now.cells["492"]._replace(value=Decimal(0), flags=flags)}
        assert said in sentences.comparison(one.t, one.figures, replace(one.now, cells=cells), ["492"])


def test_two_chosen_areas_are_compared_with_each_other_and_the_country_is_left_out(portal: Portal) -> None:
    said = comparison(portal, areas="492,751")
    assert " more than Aarhus (5.03). The difference is " in said
    assert "Denmark" not in said


def test_of_several_areas_the_first_is_told_and_how_the_others_differ_from_it(portal: Portal) -> None:
    one = shown(portal, areas="751,101,492,563,DK")
    figures = {
        "751": ("5", "4", "6"),
        "101": ("9", "8", "10"),
        "492": ("2", "1", "3"),
        "DK": ("5.5", "5.4", "5.6"),
    }
    cells = {code: cell_of(*figure)._replace(area=code) for code, figure in figures.items()}
    now = replace(one.now, cells=cells | {"563": one.now.cells["563"]})
    said = sentences.comparison(one.t, one.figures, now, one.state.areas).replace("\N{NO-BREAK SPACE}", " ")
    assert said == (
        "Aarhus had 5.00 in 2025 Q4. Higher: Copenhagen (9.00). Lower: Ærø (2.00). "
        "Not clearly different: Denmark (5.50)."
    )
    bare = {code: cell._replace(lower=None) for code, cell in cells.items()}
    untested = sentences.comparison(one.t, one.figures, replace(now, cells=bare), ["751", "101", "492"])
    assert untested.endswith(" Chance may explain the differences: no interval is published.")


def test_counts_of_areas_are_not_compared_with_each_other(portal: Portal) -> None:
    asked = {"indicator": "population", "areas": "101,751"}
    assert comparison(portal, **asked).endswith(" in December 2025.")


def test_times_are_longer_or_shorter_than_others(portal: Portal) -> None:
    one = shown(portal, areas="101,751")
    figures = Figures(replace(one.figures.indicator, unit="weeks", decimals=0), "en")
    assert (
        difference_word(one.t, figures, Decimal(6), None).replace("\N{NO-BREAK SPACE}", " ")
        == "6 weeks longer"
    )
    assert difference_word(one.t, figures, Decimal(-6), True) == "Shorter"
    assert difference_word(one.t, one.figures, Decimal(-6), True) == "Lower"
    assert difference_word(one.t, one.figures, Decimal(6), False) == "Not clearly different"
    assert difference_word(one.t, one.figures, None, None) == ""
    said = sentences.comparison(one.t, figures, one.now, ["101", "751"])
    assert " longer than Aarhus (" in said or " shorter than Aarhus (" in said


def test_the_country_alone_is_compared_with_nothing(portal: Portal) -> None:
    assert comparison(portal, areas="DK").endswith(" in 2025 Q4.")


def test_a_development_goes_to_the_last_figure(portal: Portal) -> None:
    one = shown(portal, indicator="social_assistance_recipients", areas="492,DK")
    said = sentences.development(one.t, one.figures, one.now, one.series, one.state.areas)
    people = (portal.country.areas["492"].population or 0) // 200
    assert said.replace("\N{NO-BREAK SPACE}", " ").startswith(
        f"Ærø went from {people + 3} in 2023 Q4 to {people + 11} in 2025 Q4 (+8). Denmark went from "
    )


def test_a_development_of_rates_says_whether_chance_may_explain_it(portal: Portal) -> None:
    one = shown(portal, areas="101")
    course = dict(zip(one.series["101"], (cell_of("7", "6", "8"), cell_of("9", "8", "10")), strict=False))
    wide = dict(zip(one.series["101"], (cell_of("7", "5", "9"), cell_of("9", "7", "11")), strict=False))
    for told, expected in (
        (course, "The difference is larger than chance alone would explain."),
        (wide, "The difference is no larger than chance alone may explain."),
    ):
        said = sentences.development(one.t, one.figures, one.now, {"101": told}, ["101"])
        assert said.endswith(expected)


def test_a_development_compares_months_of_the_same_season(portal: Portal) -> None:
    one = shown(portal, indicator="social_assistance_recipients", areas="492,DK")
    told = {area: dict(list(cells.items())[:-1]) for area, cells in one.series.items()}
    said = sentences.development(one.t, one.figures, one.now, told, one.state.areas)
    assert " in 2023\N{NO-BREAK SPACE}Q3 to " in said
    short = {area: dict(list(cells.items())[:3]) for area, cells in one.series.items()}
    assert " in 2023\N{NO-BREAK SPACE}Q1 to " in sentences.development(
        one.t, one.figures, one.now, short, one.state.areas
    )


def test_a_hidden_development_gives_way_to_the_next_area_that_has_one(portal: Portal) -> None:
    one = shown(portal, areas="563,825,492")
    courses = {"492": one.series["492"]}
    said = sentences.development(one.t, one.figures, one.now, courses, ("563", "825", "492"))
    assert said.startswith("Ærø went from ")


def test_where_all_is_hidden_no_development_is_told(portal: Portal) -> None:
    one = shown(portal, areas="563,825")
    said = sentences.development(one.t, one.figures, one.now, {}, ("563", "825"))
    assert said == "Too few figures are published for these areas to tell of a development."


def test_a_ranking_names_both_ends_and_the_first_chosen_area_that_has_a_rank(portal: Portal) -> None:
    one = shown(portal, areas="DK,563,101")
    said = ranking_sentence.ranking(one.t, one.figures, one.now, one.state.areas)
    values = [value for code in one.now.base if (value := one.now.value(code)) is not None]
    assert f"({min(values):.2f})" in said
    assert f"({max(values):.2f})" in said
    assert said.endswith(f"Copenhagen is number {one.now.ranks['101']} of 96, counted from the lowest.")


def test_a_ranking_says_what_it_leaves_out_and_where_chance_may_order(portal: Portal) -> None:
    one = shown(portal, areas="101")
    first = next(iter(one.now.ranks))
    uncertain = one.now.cells[first]._replace(flags=("wide",))
    fewer = replace(one.now, cells={**one.now.cells, first: uncertain})
    chance = "Chance alone may make areas the first and the last: no interval is published."
    assert ranking_sentence.ranking(one.t, one.figures, one.now, ["101"]).startswith("The figure is lowest")
    said = ranking_sentence.ranking(one.t, one.figures, fewer, ["101"])
    assert said.startswith("Of the areas ranked, the figure is lowest")
    assert chance not in said
    bare = {code: cell._replace(lower=None, upper=None) for code, cell in one.now.cells.items()}
    assert chance in ranking_sentence.ranking(one.t, one.figures, replace(one.now, cells=bare), ["101"])


@pytest.mark.parametrize("lang", ["en", "da"])
def test_the_map_says_how_many_areas_have_no_colour(portal: Portal, lang: str) -> None:
    one = shown(portal, lang)
    assert " 2 " in sentences.colours(one.t, one.now)


def cell_of(value: str, low: str, high: str, flags: tuple[str, ...] = ()) -> Cell:
    number, lower, upper = (Decimal(text) for text in (value, low, high))
    return Cell("101", "2025-Q4", number, None, None, lower, upper, "value", flags)


def test_groups_are_told_by_their_ends_and_whether_chance_explains_them(portal: Portal) -> None:
    one = shown(portal)
    groups = {
        "Women": cell_of("10", "8", "12"),
        "Men": cell_of("5", "4", "6"),
        "Few": cell_of("1", "0", "50", ("wide",)),
    }
    assert sentences.groups(one.t, one.figures, one.now, "101", groups) == (
        "In Copenhagen the figure is lowest for men (5.00) and highest for women (10.00). "
        "The difference is larger than chance alone would explain."
    )
    others = {"Others": cell_of("7", "6", "8")}
    said = sentences.groups(one.t, one.figures, one.now, "101", groups | others)
    assert said.endswith("The difference is larger than chance alone would explain.")
    # Alone the two differ clearly, 25 to 16 + 4; of three pairs each interval is 1.22 times as wide: 25 to 29.8.
    less_certain = {"Women": cell_of("10", "6", "14"), "Men": cell_of("5", "3", "7")}
    said = sentences.groups(one.t, one.figures, one.now, "101", less_certain)
    assert said.endswith("The difference is larger than chance alone would explain.")
    said = sentences.groups(one.t, one.figures, one.now, "101", less_certain | others)
    assert said.endswith(
        "(10.00). The lowest and the highest of several groups often differ by chance alone."
    )
    assert sentences.groups(one.t, one.figures, one.now, "101", {"Women": groups["Women"]}) == ""


def test_a_development_ends_with_the_last_settled_figure(portal: Portal) -> None:
    one = shown(portal, areas="492")
    *_, (last, cell) = sorted(one.series["492"].items())
    series = {"492": one.series["492"] | {last: cell._replace(flags=("provisional",))}}
    settled, unsettled = (
        sentences.development(one.t, one.figures, one.now, some, ["492"]).replace("\N{NO-BREAK SPACE}", " ")
        for some in (one.series, series)
    )
    assert "in 2025 Q4 (" in settled
    assert "in 2025 Q3 (" in unsettled


def test_where_no_interval_is_published_chance_may_explain_a_difference(portal: Portal) -> None:
    one = shown(portal, areas="492,DK")
    bare = {code: cell._replace(lower=None, upper=None) for code, cell in one.now.cells.items()}
    said = sentences.comparison(one.t, one.figures, replace(one.now, cells=bare), ["492", "DK"])
    assert said.endswith(" Chance may explain the difference: no interval is published.")


def test_counts_of_groups_that_rounding_can_part_are_told_so(split_portal: Portal) -> None:
    one = shown(split_portal, indicator="recipients")
    counts = {
        "Women": cell_of("20", "0", "0")._replace(lower=None),
        "Men": cell_of("25", "0", "0")._replace(lower=None),
    }
    said = sentences.groups(one.t, one.figures, one.now, "101", counts)
    assert said.endswith("The difference is no more than rounding can make.")


def test_parts_that_make_the_whole_are_told_as_shares_of_it(split_portal: Portal) -> None:
    one = shown(split_portal, indicator="recipients")
    counts = {
        name: cell_of(value, "0", "0")._replace(lower=None)
        for name, value in {"Work": "250", "Education": "50", "Elsewhere": "100"}.items()
    }

    def said(whole: str) -> str:
        now = replace(one.now, cells={"101": cell_of(whole, "0", "0")})
        return sentences.parts(one.t, one.figures, now, "101", counts).replace("\N{NO-BREAK SPACE}", " ")

    assert said("400") == (
        "In Copenhagen the largest part is work, 62.5% of all 400; the next is elsewhere, 25.0%."
    )
    assert said("95") == ""
