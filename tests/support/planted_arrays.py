"""Every fault that can be planted in the arithmetic of arrays, and whether the tests by hand find it out.

    python -m tests.support.planted_arrays

tells of each what caught it, in seconds.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import ModuleType
from typing import Any

from indicators.counting import cube, lengths
from indicators.disclosure import few, splitting
from tests.indicators.counting import test_cube, test_lengths
from tests.indicators.disclosure import test_few, test_windows_above, test_withheld
from tests.support.faulty_arrays import ArrayFault, faults_in, planted

TESTED_BY: Mapping[ModuleType, Sequence[ModuleType]] = {
    cube: (test_cube,),
    lengths: (test_lengths,),
    few: (test_few,),
    splitting: (test_windows_above, test_withheld),
}
"""The modules that faults are planted in, and the tests that must find them out."""

FAILURES = (ArithmeticError, AssertionError, AttributeError, LookupError, NameError, TypeError, ValueError)
"""What a test that fails raises."""


def all_faults() -> list[ArrayFault]:
    """Every fault of every module."""
    return [fault for module in TESTED_BY for fault in faults_in(module)]


def name_of(fault: ArrayFault) -> str:
    """Where it is and what it does."""
    return f"{fault.module.__name__}.{fault.name}"


def found_by(fault: ArrayFault) -> str:
    """The test that fails with a fault; nothing if it survives."""
    with planted(fault):
        for module in TESTED_BY[fault.module]:
            for name, test in _tests(module):
                try:
                    test()
                except FAILURES:
                    return name
    return ""


def _tests(module: ModuleType) -> Iterator[tuple[str, Callable[[], object]]]:
    for name, test in vars(module).items():
        if name.startswith("test_"):
            for given in _given(test):
                yield name, partial(test, **given)


def _given(test: Any) -> Iterator[Mapping[str, object]]:
    """What a test is run with, once or several times."""
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    if not marks:
        yield {}
    for mark in marks:
        names, rows = mark.args
        if isinstance(names, str):
            names, rows = (names,), [(row,) for row in rows]
        yield from (dict(zip(names, row, strict=True)) for row in rows)


def main() -> None:
    """Plant every fault and tell of each."""
    for fault in all_faults():
        sys.stdout.write(f"{fault.kind:9} {name_of(fault)}\n    {found_by(fault) or 'survived'}\n")


if __name__ == "__main__":
    main()
