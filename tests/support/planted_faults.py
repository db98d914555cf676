"""Every fault that can be planted in the SQL that counts persons, and whether the tests' worlds find it out.

    nice python -m tests.support.planted_faults [--kind window] [--file persons_within]

plants them one after the other, prints who caught which, and fails if one survives that is not listed in
`tests/indicators/planted_faults.yml`, or a listed one is caught. All of them take most of an hour.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
import yaml

from tests.repository.tree import ROOT
from tests.support.faulty_sql import Fault
from tests.support.planted_alarms import Alarms
from tests.support.planted_worlds import planted_worlds
from tests.support.planting import NotSqlError, Planting, Trial, all_faults, caught_by, read_instead
from tests.support.worlds import empty_warehouse

LIST = ROOT / "tests" / "indicators" / "planted_faults.yml"
NO_SQL = "no SQL"

Key = tuple[str, str]
"""A fault's file and name."""


def key_of(fault: Fault) -> Key:
    """What a fault is listed by."""
    return str(fault.file.relative_to(ROOT)), fault.name


def listed(found: Path = LIST) -> Mapping[Key, str]:
    """The faults that the worlds need not catch; each with the tests that do, nothing if no test can."""
    return {
        (file, name): entry.get("found_by", "")
        for entry in yaml.safe_load(found.read_text(encoding="utf-8"))
        for file, names in entry["faults"].items()
        for name in names
    }


def found_by(fault: Fault, tests: str) -> bool:
    """Whether tests of something else fail with a fault."""
    with read_instead({fault.file: fault.sql}), redirect_stdout(StringIO()):
        return (
            pytest.main(["-x", "-q", "-p", "no:cacheprovider", str(ROOT / tests)])
            == pytest.ExitCode.TESTS_FAILED
        )


@contextmanager
def all_worlds() -> Iterator[Sequence[Trial]]:
    """Every world, counted once without a fault; first the one in which a dulled check shows, and in no other."""
    with ExitStack() as stack:
        yield [
            Alarms(stack.enter_context(empty_warehouse())),
            *(Planting(stack.enter_context(empty_warehouse()), world) for world in planted_worlds()),
        ]


def sample(faults: Iterable[Fault], passed_over: Mapping[Key, str]) -> list[Fault]:
    """Of each file two faults that must be caught: the first of each of two kinds, which take turns."""
    first: dict[str, dict[str, Fault]] = {}
    for fault in faults:
        if key_of(fault) not in passed_over:
            first.setdefault(key_of(fault)[0], {}).setdefault(fault.kind, fault)
    return [
        found[kinds[(turn + place) % len(kinds)]]
        for turn, found in enumerate(first.values())
        for kinds in [sorted(found)]
        for place in range(min(len(kinds), 2))
    ]


def tried(fault: Fault, worlds: Sequence[Trial]) -> str:
    """What caught a fault, `no SQL` if it cannot be run, nothing if it survived."""
    try:
        return caught_by(fault, worlds)
    except NotSqlError:
        return NO_SQL


def main() -> int:
    """Plant the chosen faults and tell of each; the exit status."""
    faults = asked_for("Plant faults in the SQL that counts persons.", all_faults())
    with all_worlds() as worlds:
        return tell_of_all(faults, listed(), worlds)


def asked_for(description: str, faults: Sequence[Fault]) -> list[Fault]:
    """The faults that the command line names, which is described so."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--kind", choices=sorted({one.kind for one in faults}))
    parser.add_argument("--file", default="", help="part of a path")
    asked = parser.parse_args()
    return [one for one in faults if asked.kind in {None, one.kind} and asked.file in key_of(one)[0]]


def tell_of_all(faults: Iterable[Fault], known: Mapping[Key, str], worlds: Sequence[Trial]) -> int:
    """Plant each fault and tell who caught it, and of each kind how many were; 1 if it is not as listed, else 0."""
    counts: dict[str, Counter[str]] = {}
    wrong = 0
    for fault in faults:
        file, name = key = key_of(fault)
        caught = tried(fault, worlds)
        result = caught if caught == NO_SQL else "caught" if caught else "survived"
        counts.setdefault(fault.kind, Counter())[result] += 1
        is_wrong = (key in known) == bool(caught)
        if tests := not caught and known.get(key):
            is_wrong = not found_by(fault, tests)
            caught = tests
        wrong += is_wrong
        _tell(f"{fault.kind:8} {file}:{fault.line}: {name}")
        _tell(f"    {'WRONG: ' if is_wrong else ''}{caught or 'survived'}")
    for kind, found in counts.items():
        _tell(f"{kind:8} " + ", ".join(f"{number} {what}" for what, number in sorted(found.items())))
    return int(wrong > 0)


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
