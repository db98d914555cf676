"""A whole country: the analyst's count against the product's, and what the benchmark refuses to begin."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from benchmarks._analyst import differing, persons_on_benefit, read_counted, read_tables
from benchmarks._counting import HEADLINE
from benchmarks._machine import require_memory
from benchmarks._stages import Clock
from indicators.catalogue import read_catalogue
from indicators.counting import known_months
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_loading import count_register
from tests.support.person_oracle_register import Register
from tests.support.person_worlds import registers
from tests.support.worlds import empty_warehouse
from warehouse.errors import UserError

RECIPIENTS = [indicator for indicator in read_catalogue() if indicator.id == HEADLINE[0]]


@example(corners())
@given(registers())
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_analyst_counts_the_same_cells(register: Register):
    with empty_warehouse() as connection:
        count_register(connection, register, RECIPIENTS)
        counts = persons_on_benefit(*read_tables(connection), known_months(connection))
        assert differing(counts, read_counted(connection)) == 0


def test_the_cells_compared_are_those_of_people():
    with empty_warehouse() as connection:
        count_register(connection, corners(), RECIPIENTS)
        counts = persons_on_benefit(*read_tables(connection), known_months(connection))
    assert set(counts["breakdown"]) == {"all", "sex", "age", "scheme"}
    assert counts["persons"].min() == 1
    assert differing(counts, counts.iloc[1:]) == 1
    assert differing(counts.iloc[1:], counts) == 1
    assert differing(counts, counts.assign(persons=counts["persons"] + 1)) == len(counts)


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
