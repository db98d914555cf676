"""Laws of loading records of persons, on many small deliveries; the second way is plain Python and dictionaries."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.loading import load_unchecked
from tests.support.records import covering, person, write_records
from tests.support.staging import open_stage, stage_all

MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])

pytestmark = pytest.mark.slow

LAST = date(2024, 12, 31)


class Spell(NamedTuple):
    """One line of a delivery, as it is written."""

    person: str
    scheme: str
    start_on: str
    last_day: str
    degree: str


def spell(people: Sequence[str], starts: Sequence[str], degrees: Sequence[str]) -> st.SearchStrategy[Spell]:
    """Lines of few people, schemes and days, so that they meet often."""
    schemes = st.sampled_from(["social_assistance", "sickness_benefit", "magic"])
    ends = st.sampled_from(["", "2024-01-02", "2024-02-01", "soon"])
    return st.builds(
        Spell, st.sampled_from(people), schemes, st.sampled_from(starts), ends, st.sampled_from(degrees)
    )


ANY = ["2024-01-01", "2024-02-01", "2025-01-01", "1.2.2024", ""]
spells = st.lists(spell(["1", "2"], ANY, ["100", "0", "50"]), min_size=1, max_size=10)
empty = st.builds(Spell, st.sampled_from(["1", "2", "3"]), *[st.just("")] * 4)
deliveries = st.lists(
    st.one_of(spell(["1", "2", "3"], ["2024-01-01", "2024-02-01"], ["100"]), empty), min_size=1, max_size=6
)


def is_right(line: Spell) -> bool:
    """Whether a line is right by itself."""
    try:
        start = date.fromisoformat(line.start_on)
        last = date.fromisoformat(line.last_day) if line.last_day else LAST
    except ValueError:
        return False
    return line.scheme != "magic" and start <= last <= LAST and 1 <= int(line.degree or 0) <= 100


def loaded(delivered: Sequence[Spell]) -> list[Spell]:
    """The lines that should be loaded: right ones, the first of equals, none that contradicts another."""
    right = [line for line in delivered if is_right(line)]
    told: dict[tuple[str, ...], set[Spell]] = {}
    for line in right:
        told.setdefault(line[:3], set()).add(line)
    return [line for line in dict.fromkeys(right) if len(told[line[:3]]) == 1]


def drawn(delivered: Sequence[Spell]) -> str:
    return "\n".join(" | ".join(line) for line in [Spell._fields, *delivered])


def kept(line: Spell, ends: bool = True) -> tuple[object, ...]:
    """A line as the warehouse has it."""
    end = date.fromisoformat(line.last_day) + timedelta(days=1) if line.last_day and ends else None
    return person(line.person), line.scheme, date.fromisoformat(line.start_on), end, int(line.degree)


COLUMNS = "replace(person_id::varchar, '-', ''), scheme, start_on, end_on, degree"


@MANY
@given(spells)
def test_every_row_is_loaded_or_in_quarantine_and_each_as_it_should_be(delivered):
    with TemporaryDirectory() as folder:
        here = write_records(Path(folder) / "in", benefit_spells=drawn(delivered))
        [staged] = stage_all(here, "dk", Path(folder) / "work", covering())
        with open_stage(staged) as connection:
            found = connection.execute(f"select {COLUMNS} from stage.accepted").fetchall()
            [counts] = connection.execute(
                "select delivered, accepted, quarantined, lost from stage.reconciliation"
            ).fetchall()
    assert sorted(map(repr, found)) == sorted(repr(kept(line)) for line in loaded(delivered))
    assert counts == (len(delivered), len(found), len(delivered) - len(found), 0)
    lines = [fault.row for fault in staged.quarantine]
    assert len(lines) == len(set(lines)) == counts[2]


@FEW
@given(deliveries, deliveries)
def test_a_later_delivery_says_all_about_its_persons_and_nothing_about_others(first, second):
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        for name, delivered in {"one": first, "two": second}.items():
            load_unchecked(home, write_records(Path(folder) / name, benefit_spells=drawn(delivered)))
        with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
            found = connection.execute(f"select {COLUMNS} from raw.benefit_spells").fetchall()
    named = {line.person for line in second}
    expected = [line for line in loaded(first) if line.person not in named] + loaded(second)
    assert sorted(map(repr, found)) == sorted(repr(kept(line)) for line in expected)
