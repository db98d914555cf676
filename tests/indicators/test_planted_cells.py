"""A slip in the SQL that makes cells does not go unnoticed: what is made with it is not what was worked out otherwise.

Here two faults are planted in each file, in kinds of clauses by turns. All of them, and who caught which, are told by

    nice python -m tests.support.planted_cells

Those that nobody catches are listed in `planted_cells.yml` beside this file, with the reason why.
"""

from collections.abc import Iterator, Sequence

import pytest

from tests.support.faulty_sql import Fault
from tests.support.planted_cells import LIST, all_faults, all_trials, sql_files
from tests.support.planted_comparing import Compared
from tests.support.planted_faults import NO_SQL, key_of, listed, sample, tried

pytestmark = pytest.mark.slow  # the cells are made some forty times


@pytest.fixture(scope="module")
def trials() -> Iterator[Sequence[Compared]]:
    with all_trials() as made:
        yield made


@pytest.fixture(scope="module")
def faults() -> Sequence[Fault]:
    return all_faults()


def test_a_fault_of_each_file_is_caught(trials: Sequence[Compared], faults: Sequence[Fault]) -> None:
    caught = {fault: tried(fault, trials) for fault in sample(faults, listed(LIST))}
    survivors = [f"{' '.join(key_of(fault))}" for fault, by in caught.items() if not by]
    assert not survivors, "\n".join(survivors)
    assert sum(by != NO_SQL for by in caught.values()) > len(sql_files())


def test_every_file_that_faults_are_planted_in_is_read(trials: Sequence[Compared]) -> None:
    assert set(sql_files()) <= {file for trial in trials for file in trial.reads}


def test_listed_faults_can_still_be_planted(faults: Sequence[Fault]) -> None:
    assert listed(LIST).keys() <= {key_of(fault) for fault in faults}
