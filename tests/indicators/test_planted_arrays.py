"""A slip in the arithmetic of arrays does not go unnoticed: a test by hand finds it out.

Which one is told by

    python -m tests.support.planted_arrays
"""

from tests.support.faulty_arrays import KINDS
from tests.support.planted_arrays import all_faults, found_by, name_of


def test_every_fault_is_caught() -> None:
    faults = all_faults()
    assert {fault.kind for fault in faults} == set(KINDS)
    survivors = [name_of(fault) for fault in faults if not found_by(fault)]
    assert not survivors, "\n".join(survivors)
