"""What an entry of the catalogue may say of what is made of published figures."""

from pathlib import Path

import pytest

from indicators.catalogue import Part, read_catalogue
from indicators.differences import pair_of
from warehouse.errors import UserError
from warehouse.periods import parse_period

RATE = """
title: {en: Rate, da: Andel}
question: {en: "How large a part?", da: "Hvor stor en del?"}
topic: benefits
count: persons
numerator: open_cases_with_plan
denominator: open_cases
per: 100
unit: percent
decimals: 1
interval: wilson
direction: neutral
periods: [quarter, rolling_year]
breakdowns: [sex, age, sex.age]
basis: {en: A part., da: En del.}
reference: {en: Statistics office, da: Statistikkontor}
review_on: 2027-06-30
"""
GAP = """
title: {en: Gap, da: Forskel}
question: {en: "How large a gap?", da: "Hvor stor en forskel?"}
topic: benefits
count: difference
parts:
  - {indicator: rate, sex: female}
  - {indicator: rate, sex: male}
unit: percentage_points
decimals: 1
interval: newcombe
direction: nearer_zero_is_better
periods: [quarter]
breakdowns: [age]
basis: {en: One less the other., da: Den ene minus den anden.}
reference: {en: Statistics office, da: Statistikkontor}
review_on: 2027-06-30
"""


GROWTH = (
    GAP.replace("Gap", "Growth")
    .replace("Forskel", "Vækst")
    .replace("difference", "growth")
    .replace(
        "  - {indicator: rate, sex: female}\n  - {indicator: rate, sex: male}\n", "  - {indicator: rate}\n"
    )
    .replace("percentage_points", "percent_on_year")
    .replace("interval: newcombe\n", "")
)


def read(folder: Path, rate: str = RATE, gap: str = GAP, **others: str) -> dict:
    for name, content in {"rate": rate, "gap": gap, **others}.items():
        (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    return {one.id: one for one in read_catalogue(folder)}


def test_a_difference_knows_its_two_sides_and_what_they_are_counted_from(tmp_path: Path) -> None:
    gap = read(tmp_path)["gap"]
    measures = ("open_cases_with_plan", "open_cases")
    assert gap.parts == (Part("rate", "sex", "female", measures), Part("rate", "sex", "male", measures))
    assert gap.measures == ()
    assert gap.rests_on == measures


def test_a_side_of_a_category_stands_in_the_pair_of_both_breakdowns() -> None:
    women = Part("rate", "sex", "female")
    assert women.among("all", "all") == ("sex", "female")
    assert women.among("age", "16-24") == ("sex.age", "female.16-24")
    assert women.among("scheme", "cash") == ("scheme.sex", "cash.female")
    assert Part("rate").among("age", "16-24") == ("age", "16-24")
    assert pair_of("age", "origin") == ""


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("sex: male", "sex: female", "names the same figure twice"),
        ("unit: percentage_points", "unit: percent", "give a figure in percentage_points"),
        ("decimals: 1", "decimals: 2", "with as many decimals as they have"),
        ("periods: [quarter]", "periods: [year]", "rate has no periods of kind year"),
        ("[age]", "[scheme]", "rate is not published by scheme.sex"),
        ("sex: male", "origin: native", "rate is not published by origin"),
    ],
)
def test_what_the_parts_cannot_give_is_a_fault(tmp_path: Path, old: str, new: str, rule: str) -> None:
    with pytest.raises(UserError, match=rf"gap\.yml, column parts: .*{rule}"):
        read(tmp_path, gap=GAP.replace(old, new))


def test_there_is_no_interval_without_those_of_the_parts(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="must have intervals where the difference has one"):
        read(tmp_path, rate=RATE.replace("interval: wilson\n", ""))


def test_two_units_cannot_be_set_against_each_other(tmp_path: Path) -> None:
    count = RATE.replace("Rate", "Count").replace("Andel", "Antal").replace("per: 100", "per: 1000")
    with pytest.raises(UserError, match="must be two figures of the same unit"):
        read(tmp_path, gap=GAP.replace("rate, sex: male", "count, sex: male"), count=count)


def test_no_difference_is_made_of_a_difference(tmp_path: Path) -> None:
    again = GAP.replace("Gap", "Again").replace("Forskel", "Igen").replace("rate, sex: male", "gap")
    with pytest.raises(UserError, match=r"again\.yml, column parts: must name indicators that are counted"):
        read(tmp_path, again=again)


def test_a_growth_is_of_a_figure_and_of_that_of_the_year_before(tmp_path: Path) -> None:
    growth = read(tmp_path, growth=GROWTH)["growth"]
    measures = ("open_cases_with_plan", "open_cases")
    assert growth.parts == (Part("rate", measures=measures), Part("rate", measures=measures, before=True))
    assert growth.rests_on == measures
    year = parse_period("2025-03", "rolling_year")
    assert [str(part.at(year)) for part in growth.parts] == ["2025-03", "2024-03"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("percent_on_year", "percent", "parts: give a figure in percent_on_year"),
        ("{indicator: rate}", "{indicator: gap}", "parts: must name indicators that are counted"),
        ("count: growth", "count: sum", "parts: must be of money that is divided by something"),
        ("periods: [quarter]", "periods: [month]", "parts: rate has no periods of kind month"),
        ("decimals: 1", "per: 100", "per: cannot stand with count growth"),
    ],
)
def test_what_a_growth_or_a_sum_cannot_be(tmp_path: Path, old: str, new: str, rule: str) -> None:
    with pytest.raises(UserError, match=rf"growth\.yml, column {rule}"):
        read(tmp_path, growth=GROWTH.replace(old, new))
