"""A delivered table: figures in whole units, some of them hidden, and the sums that hold among them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple


class Bounds(NamedTuple):
    """The whole numbers that a figure can be; `high` is None where nothing bounds it from above."""

    low: int = 0
    high: int | None = None

    @property
    def width(self) -> float:
        """How many numbers these are."""
        return float("inf") if self.high is None else self.high - self.low + 1

    def holds(self, number: int) -> bool:
        """Whether the number is one of them."""
        return self.low <= number and (self.high is None or number <= self.high)


class Law(NamedTuple):
    """One figure is the sum of others, give or take `within`; not `complete` where some of these were not told."""

    whole: int
    parts: tuple[int, ...]
    within: int = 0
    complete: bool = True

    @property
    def cells(self) -> tuple[int, ...]:
        """Every cell that the law ties to others."""
        return (self.whole, *self.parts)


class Table:
    """The cells of one measure in one period, numbered in an order that has nothing to do with their size.

    `known` are the figures that can be read, `hidden` the others with what is known of them anyhow.
    """

    def __init__(self, known: Mapping[int, int], hidden: Mapping[int, Bounds], laws: Sequence[Law]) -> None:
        self.known = dict(known)
        self.hidden = dict(hidden)
        self.laws = laws

    def hide(self, cell: int, bounds: Bounds) -> None:
        """Hide a cell that could be read."""
        del self.known[cell]
        self.hidden[cell] = bounds

    @cached_property
    def laws_of(self) -> Mapping[int, Sequence[Law]]:
        """The laws that tie each cell to others."""
        found: dict[int, list[Law]] = {}
        for law in self.laws:
            for cell in law.cells:
                found.setdefault(cell, []).append(law)
        return found

    @cached_property
    def wholes(self) -> frozenset[int]:
        """The cells that are the sum of others."""
        return frozenset(law.whole for law in self.laws)

    def hidden_in(self, law: Law) -> list[int]:
        """The law's cells that cannot be read."""
        return [cell for cell in law.cells if cell in self.hidden]

    def group_of(self, cell: int) -> tuple[int, ...]:
        """A hidden cell with all that laws tie it to through hidden cells, in their order."""
        found, ahead = {cell}, [cell]
        while ahead:
            for law in self.laws_of.get(ahead.pop(), ()):
                new = set(self.hidden_in(law)) - found
                found |= new
                ahead += new
        return tuple(sorted(found))

    def groups(self, cells: Iterable[int]) -> Iterator[tuple[int, ...]]:
        """Some hidden cells with all that are tied to them, in groups that know nothing of each other."""
        done: set[int] = set()
        for cell in sorted(cells):
            if cell not in done:
                group = self.group_of(cell)
                done.update(group)
                yield group

    def laws_among(self, cells: Iterable[int]) -> list[Law]:
        """The laws that any of the cells is in, each once."""
        return list(dict.fromkeys(law for cell in cells for law in self.laws_of.get(cell, ())))
