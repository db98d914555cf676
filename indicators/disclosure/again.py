"""The attack made again, on a published file and by whoever has it: no warehouse and no key are needed."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from indicators.disclosure.attack import Exposure, Release, attack, exposure
from indicators.disclosure.attack.sample import Sample, check_sample, summed_up
from warehouse.connection import Connection, DatabaseError, attach, open_memory
from warehouse.errors import UserError
from warehouse.reading import Portal

MEMORY = "1GB"
"""What the database takes at most; what the attack knows of the cells takes as much again."""


_HELD = "select count(*) from portal.cell where contains(flags, 'held')"


class Again(NamedTuple):
    """What an attack on a release found of each figure, and the check of a sample of cells by integer programming.

    The release also says what its certificate does. `held` figures are of an earlier release, and left out.
    """

    portal: Portal
    found: Mapping[str, Exposure]
    sample: Sample
    held: int = 0

    @property
    def total(self) -> Exposure:
        """What was found of all figures together."""
        return sum(self.found.values(), Exposure())

    @property
    def exposes(self) -> bool:
        """Whether anybody is exposed: a cell known exactly or to two values, or one that gives the method away."""
        total, sample = self.total, self.sample
        known = total.exactly + total.to_two + sample.exactly + sample.to_two
        return known + total.clashing + sample.impossible > 0

    @property
    def differing(self) -> tuple[str, ...]:
        """The figures of which the certificate says something else than was found."""
        said = {one.figure: tuple(one.found) for one in self.portal.attacked_figures}
        names = sorted(said.keys() | self.found.keys())
        return tuple(name for name in names if said.get(name) != _numbers(self.found.get(name)))

    @property
    def sample_differs(self) -> bool:
        """Whether the certificate says something else of the sample than was found; of older ones it says nothing."""
        said = self.portal.certificate
        return any(said.get(fact, number) != number for fact, number in self.sample.facts.items())


def attack_again(file: Path) -> Again:
    """Attack a published file. Raises UserError when it is none, is damaged, or has another format."""
    portal = Portal(file)
    if not portal.country.has_persons:
        return Again(portal, {}, Sample())
    try:
        with _opened(file) as connection:
            release = Release(connection)
            found = attack(release)
            sample = summed_up(check_sample(release, found))
            [(held,)] = connection.execute(_HELD).fetchall()
            return Again(portal, {one.name: exposure(one.bounds) for one in found}, sample, held)
    except DatabaseError:
        raise UserError(f"{file.name} is damaged: not all of it can be read.") from None


@contextmanager
def _opened(file: Path) -> Iterator[Connection]:
    """A published file as `portal`; whoever made it, nothing else can be reached through the connection."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_memory(Path(folder), MEMORY)) as connection,
        attach(connection, file, "portal", "read_only"),
    ):
        connection.execute("set enable_external_access = false")
        yield connection


def _numbers(found: Exposure | None) -> tuple[int, ...] | None:
    return None if found is None else tuple(found)
