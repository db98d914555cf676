"""A whole country: the analyst's count against the product's, and what the benchmark refuses to begin."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pandas import DataFrame
from rich.table import Table

from benchmarks._analyst import differing, persons_on_benefit, read_counted, read_tables
from benchmarks._counting import HEADLINE, PERSONS_FIGURE
from benchmarks._country import Stage, named
from benchmarks._country_tables import comparison_table, growth_table, stage_table, verdicts
from benchmarks._machine import require_memory
from benchmarks._run import Cost
from benchmarks._stages import Clock, Step
from etl.synthetic.settings import read_settings
from indicators.catalogue import read_catalogue
from indicators.counting import known_months
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_loading import count_register
from tests.support.person_oracle_register import Register
from tests.support.person_worlds import registers
from tests.support.worlds import empty_warehouse
from warehouse.errors import UserError

RECIPIENTS = [indicator for indicator in read_catalogue() if indicator.id == HEADLINE[0]]


def counted_twice(register: Register) -> tuple[DataFrame, DataFrame]:
    """Persons on benefit as the analyst counts them, and as the product does."""
    with empty_warehouse() as connection:
        count_register(connection, register, RECIPIENTS)
        counts = persons_on_benefit(*read_tables(connection), known_months(connection))
        return counts, read_counted(connection)


def test_an_analyst_counts_the_same_cells():
    counts, product = counted_twice(corners())
    assert differing(counts, product) == 0
    assert set(counts["breakdown"]) == {"all", "sex", "age", "scheme"}
    assert counts["persons"].min() == 1


@pytest.mark.slow
@given(registers())
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_analyst_counts_the_same_cells_of_any_people(register: Register):
    assert differing(*counted_twice(register)) == 0


def test_cells_that_differ_are_found():
    everywhere = {"breakdown": "sex", "category": "male", "month": [24287, 24288, 24289], "area": "A"}
    counts = DataFrame({**everywhere, "persons": [1, 2, 3]})
    assert differing(counts, counts.iloc[::-1]) == 0
    assert differing(counts, counts.iloc[1:]) == 1
    assert differing(counts.iloc[1:], counts) == 1
    assert differing(counts, counts.assign(persons=counts["persons"] + 1)) == len(counts)


def stage(name: str, wall: float, found: dict[str, object], *steps: str) -> Stage:
    """A stage whose steps take a second each, and half of it on a core."""
    told = tuple(Step(step, 1.0, 0.5, 100.0) for step in steps)
    return Stage(name, Cost(wall, wall / 2, 200.0), told, found)


def shown(table: Table) -> list[list[str]]:
    """The cells of a table, row by row."""
    return [list(row) for row in zip(*(column.cells for column in table.columns), strict=True)]


BUILT = named(
    [
        stage("draw", 10, {}),
        stage("load", 20, {"rows": 400, "size": 3 * 2**20}, "Preparing", "Reading a, b", "Checking a, b"),
        stage(
            "compute",
            5,
            {"cells": 50, "size": 4 * 2**20},
            "Preparing",
            "Counting a",
            "Computing i",
            "Counting b",
        ),
        stage("publish", 2, {"size": 2**20}, "Preparing", "Writing the release"),
    ]
)
PART = replace(read_settings("dk", None, None, None), persons=1000)


def test_a_stage_tells_what_it_made_and_its_steps_by_kind():
    rows = shown(stage_table(PART, BUILT))
    assert [row[0] for row in rows if row[0][0] != " "] == ["draw", "load", "compute", "publish"]
    assert rows[1] == ["load", "20.00", "10.00", "200", "400 rows", "20 rows", "3"]
    assert ["  counting (2)", "2.00", "1.00", "100", "", "", ""] in rows
    assert rows[-3] == ["publish", "2.00", "1.00", "200", "50 cells", "25 cells", "1"]


def test_growth_stands_side_by_side_also_when_the_largest_country_was_drawn_before():
    drawn_before = {name: one for name, one in BUILT.items() if name != "draw"}
    whole = replace(PART, persons=2000)
    rows = shown(growth_table([(PART, BUILT), (whole, drawn_before)]))
    assert [row[:2] for row in rows] == [
        ["draw", "1,000"],
        *([name, size] for name in ("load", "compute", "publish") for size in ("1,000", "2,000")),
    ]
    assert [row[-1] for row in rows[1:3]] == ["10,000.0", "5,000.0"]


def test_a_person_in_pandas_is_held_against_one_of_the_sample_and_one_of_all():
    counted = f"Counting {PERSONS_FIGURE}"
    found = {"persons": 1000, "cells": 7, "months": 2}
    compared = named(
        [
            stage("scan", 1, {"rows": 9}, "Preparing", "Reading core.benefit_piece"),
            stage("headline", 121, found, "Preparing", "Giving keys", counted, "Counting others"),
            stage("product", 9, {**found, "persons": 100}, "Preparing", "Giving keys", counted),
            stage("analyst", 9, {"cells": 7, "persons": 100}, "Reading", "Counting in pandas", "Comparing"),
        ]
    )
    assert shown(comparison_table(compared))[-1] == [
        *("the same in pandas", "1.00", "0.50", "200", "5,000.0", "100 persons")
    ]
    headline, sample, whole = verdicts(compared)
    assert (
        headline == "The headline: 121 s and 0.2 GiB are NOT within the 120 s and 5 GiB of a whole country."
    )
    assert sample.endswith(
        "7 cells are equal, for the same persons it takes 0.5 times the wall time and 0.5 times the CPU."
    )
    assert whole.endswith("everybody is counted: 5.0 times the wall time and 5.0 times the CPU.")


def test_steps_are_told_apart():
    clock = Clock()
    for name in ("Reading …", "Writing …"):
        clock(name)
    clock.stop()
    assert [step.name for step in clock.steps] == ["Reading", "Writing"]
    assert all(step.wall > 0 and step.memory > 0 for step in clock.steps)


def test_too_little_memory_is_said_before_anything_begins(tmp_path: Path):
    meminfo = tmp_path / "meminfo"
    meminfo.write_text("MemTotal:  8388608 kB\nMemAvailable:  4194304 kB\nHugePages_Total:  0\n")
    require_memory(4 * 2**30, "the benchmark", meminfo)
    with pytest.raises(
        UserError, match=r"^Too little memory: the benchmark takes about 4.5 GiB, 4.0 are free"
    ):
        require_memory(9 * 2**29, "the benchmark", meminfo)
