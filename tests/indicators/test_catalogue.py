from datetime import date
from pathlib import Path

import pytest

from indicators.catalogue import (
    DEFINITIONS,
    MEASURES,
    Indicator,
    in_currency,
    indicator_from_json,
    indicator_to_json,
    read_catalogue,
)
from tests.repository.tree import name_of
from warehouse.country_files import COUNTRIES, read_country
from warehouse.errors import UserError
from warehouse.vocabulary import vocabulary

BAD = sorted((Path(__file__).parent / "bad").glob("*.yml"))

GOOD = """
title: {en: People, da: Personer}
question: {en: "How many people?", da: "Hvor mange personer?"}
topic: population
count: delivered
numerator: population
unit: persons
direction: neutral
periods: [month]
basis: {en: All people., da: Alle personer.}
reference: {en: Statistics office, da: Statistikkontor}
review_on: 2027-06-30
"""


def folder_with(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    return folder


def test_the_catalogue_reads_by_topic_with_what_judges_first() -> None:
    catalogue = read_catalogue()
    topics = [indicator.topic for indicator in catalogue]
    assert topics == sorted(topics, key=list(vocabulary().topics).index)
    judges = [(indicator.topic, indicator.direction == "neutral") for indicator in catalogue]
    assert judges == sorted(judges, key=lambda each: (topics.index(each[0]), each[1]))
    assert [one.id for one in catalogue][:3] == [
        *("long_term_recipients_share", "recipients_of_three_schemes", "recipients_share_of_population"),
    ]


def test_key_figures_are_few_and_of_many_topics() -> None:
    key_figures = [indicator for indicator in read_catalogue() if indicator.key_figure]
    assert 8 <= len(key_figures) <= 14
    assert len({indicator.topic for indicator in key_figures}) >= 8


def test_a_definition_survives_the_way_through_a_release() -> None:
    for indicator in read_catalogue():
        assert indicator_from_json(indicator_to_json(indicator)) == indicator


def test_money_is_told_in_the_currency_of_the_country() -> None:
    catalogue = {one.id: one for one in read_catalogue()}
    denmark = read_country("dk")
    told = {name: in_currency(one, denmark) for name, one in catalogue.items()}
    assert [told["payments_per_inhabitant"].unit, told["payments_per_inhabitant"].per] == [
        "dkk_a_month",
        10_000,
    ]
    assert [told["earnings_after_exit"].unit, told["earnings_after_exit"].per] == ["dkk_a_month", 1]
    assert told["recipients"] == catalogue["recipients"]
    assert (
        in_currency(catalogue["earnings_after_exit"], read_country("no")) == catalogue["earnings_after_exit"]
    )


def test_an_entry_leaves_out_what_has_a_default(tmp_path: Path) -> None:
    [indicator] = read_catalogue(folder_with(tmp_path, people=GOOD))
    assert (indicator.id, indicator.per, indicator.decimals, indicator.interval) == ("people", 1, 0, "none")
    assert (indicator.denominator, indicator.breakdowns, indicator.caveats) == (None, (), {})
    assert indicator.measures == ("population",)


def test_a_retired_indicator_keeps_its_file(tmp_path: Path) -> None:
    old = GOOD.replace("{en: People, da: Personer}", "{en: Old, da: Gammel}")
    old += "retired_on: 2026-01-31\nreplaced_by: people\n"
    new, retired = sorted(
        read_catalogue(folder_with(tmp_path, people=GOOD, old_people=old)),
        key=lambda one: -len(one.title["en"]),
    )
    assert (retired.retired_on, retired.replaced_by) == (date(2026, 1, 31), "people")
    assert new.retired_on is None
    assert indicator_from_json(indicator_to_json(retired)) == retired


@pytest.mark.parametrize("file", BAD, ids=name_of)
def test_every_bad_definition_is_caught(file: Path, tmp_path: Path) -> None:
    content = file.read_text(encoding="utf-8")
    fault = content.splitlines()[0].removeprefix("# fault: ")
    with pytest.raises(UserError) as caught:
        read_catalogue(folder_with(tmp_path, **{file.stem: content}))
    heading, *faults = str(caught.value).splitlines()
    assert heading == "The catalogue of indicators has faults."
    assert all(line.startswith(f"  {file.name}") for line in faults)
    assert any(fault in line for line in faults)


def test_all_faults_of_all_files_are_told_at_once() -> None:
    with pytest.raises(UserError) as caught:
        read_catalogue(DEFINITIONS.parent.parent / "tests" / "indicators" / "bad")
    for file in BAD:
        assert f"  {file.name}" in str(caught.value)


def test_two_indicators_of_one_title_are_a_fault(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"two\.yml, column title: has the title of one\.yml"):
        read_catalogue(folder_with(tmp_path, one=GOOD, two=GOOD))


def test_every_measure_is_used() -> None:
    used = {measure for indicator in read_catalogue() for measure in indicator.measures}
    assert used == {file.stem for file in MEASURES.glob("*.sql")}


@pytest.mark.parametrize("indicator", read_catalogue(), ids=lambda one: one.id)
def test_titles_and_questions_are_short_enough_to_be_read_at_a_glance(indicator: Indicator) -> None:
    for language in vocabulary().languages:
        assert len(indicator.title[language]) <= 80
        assert indicator.question[language].endswith("?")
        assert len(indicator.question[language]) <= 110


def test_a_count_that_a_break_can_undo_waits_until_no_break_can() -> None:
    # An entry on the first day of a month is known when gap_days + 1 days before it are covered, an exit likewise.
    catalogue = {indicator.id: indicator for indicator in read_catalogue()}
    countries = [read_country(folder.name) for folder in COUNTRIES.iterdir()]
    longest = max(scheme.gap_days for country in countries for scheme in country.schemes)
    for measure, waits in {"benefit_entries": "lead_in_months", "benefit_exits": "follow_up_months"}.items():
        for indicator in catalogue.values():
            if measure in indicator.measures:
                assert shortest(getattr(indicator, waits)) > longest
    assert shortest(catalogue["still_on_benefit_after_26_weeks"].lead_in_months) > longest
    assert shortest(catalogue["completed_duration_mean"].follow_up_months) > longest


def shortest(months: int) -> int:
    """The fewest days that so many months in a row have, in a common year."""
    days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] * 2
    return min(sum(days[start : start + months]) for start in range(12))
