from datetime import date
from pathlib import Path

import pytest

from indicators.catalogue import (
    DEFINITIONS,
    MEASURES,
    indicator_from_json,
    indicator_to_json,
    read_catalogue,
)
from tests.repository.tree import name_of, own_files
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
reference: Statistics office
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
    assert [one.id for one in catalogue][:2] == ["social_assistance_per_1000", "social_assistance_recipients"]


def test_a_definition_survives_the_way_through_a_release() -> None:
    for indicator in read_catalogue():
        assert indicator_from_json(indicator_to_json(indicator)) == indicator


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


@pytest.mark.parametrize("file", own_files("indicators/measures/*.sql"), ids=name_of)
def test_a_measure_reads_delivered_figures_of_its_own_name_alone(file: Path) -> None:
    sql = file.read_text(encoding="utf-8")
    assert sql.count("from core.figure") == sql.count("from ") == 1
    assert f"measure = '{file.stem}'" in sql
