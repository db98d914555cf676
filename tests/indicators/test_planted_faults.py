"""A slip in the SQL that counts persons does not go unnoticed: the same worlds that it passes as it is find it out.

Here two faults are planted in each file, in kinds of clauses by turns. All of them, and who caught which, are told by

    nice python -m tests.support.planted_faults

Those that nobody catches are listed in `planted_faults.yml` beside this file, with the reason why.
"""

from collections.abc import Iterator, Sequence

import pytest

from tests.support.faulty_sql import KINDS, Fault
from tests.support.planted_faults import NO_SQL, all_worlds, key_of, listed, sample, tried
from tests.support.planting import Planting, Trial, all_faults, sql_files

pytestmark = pytest.mark.slow  # the worlds are counted some two hundred times


@pytest.fixture(scope="module")
def worlds() -> Iterator[Sequence[Trial]]:
    with all_worlds() as made:
        yield made


@pytest.fixture(scope="module")
def faults() -> Sequence[Fault]:
    return all_faults()


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_of_a_kind_is_caught(worlds: Sequence[Trial], faults: Sequence[Fault], kind: str) -> None:
    chosen = [fault for fault in sample(faults, listed()) if fault.kind == kind]
    assert chosen
    caught = {fault: tried(fault, worlds) for fault in chosen}
    survivors = [f"{' '.join(key_of(fault))}" for fault, by in caught.items() if not by]
    assert not survivors, "\n".join(survivors)
    assert any(by != NO_SQL for by in caught.values())


def test_every_file_that_faults_are_planted_in_is_read(worlds: Sequence[Trial]) -> None:
    read = {file for world in worlds if isinstance(world, Planting) for file in world.reads}
    assert set(sql_files()) <= read


def test_listed_faults_can_still_be_planted(faults: Sequence[Fault]) -> None:
    assert listed().keys() <= {key_of(fault) for fault in faults}
