"""SQL cut into words, and the clauses that they make: as much as it takes to find the places for a fault."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_WORD = re.compile(
    r"(?P<passed_over>\s+|--[^\n]*)|'[^']*'|\$\w+|\d+(?:\.\d+)?|[a-z_]\w*(?:\.(?:\w+|\*))?|->>|->|<=|>=|<>|!=|//|::|.",
    re.DOTALL,
)
_OPENING, _CLOSING = {"(", "[", "case"}, {")", "]", "end"}
CLAUSES = frozenset(
    {
        *("select", "from", "where", "group", "having", "qualify", "window", "order", "union", "rows"),
        *("inner", "left", "full", "cross", "semi", "anti", "join", "on", "limit", ";"),
    }
)
"""What ends a clause; the end of the bracket that it stands in does so too."""


class Word(NamedTuple):
    """A word; `depth` is how many brackets, or cases, it stands in."""

    text: str
    start: int
    end: int
    depth: int


class Stretch(NamedTuple):
    """Words from one number up to another."""

    first: int
    after: int


@dataclass(frozen=True)
class Statement:
    """The words of an SQL file."""

    sql: str
    words: Sequence[Word]

    def at(self, number: int) -> str:
        """A word's text; nothing where there is no word."""
        return self.words[number].text if 0 <= number < len(self.words) else ""

    def find(self, *texts: str) -> Iterator[int]:
        """The numbers of the words after which, and with which, these words follow each other."""
        for number in range(len(self.words)):
            if all(self.at(number + place) == text for place, text in enumerate(texts)):
                yield number

    def text(self, stretch: Stretch) -> str:
        """What stands there."""
        start, end = self.span(stretch)
        return self.sql[start:end]

    def span(self, stretch: Stretch) -> tuple[int, int]:
        """Where in the file it stands; nothing has no length."""
        start = self.words[stretch.first].start
        return start, self.words[stretch.after - 1].end if stretch.after > stretch.first else start

    def clause(self, first: int, ends: Collection[str] = CLAUSES) -> Stretch:
        """From a word up to the first that ends its clause."""
        depth = self.words[first].depth
        after = first
        while after < len(self.words) and self.words[after].depth >= depth:
            word = self.words[after]
            if word.depth == depth and word.text in ends:
                break
            after += 1
        return Stretch(first, after)

    def split(self, stretch: Stretch, separator: str) -> list[Stretch]:
        """The parts of a stretch; the `and` of a `between` separates nothing."""
        depth = self.words[stretch.first].depth
        parts, first, between = [], stretch.first, False
        for number in range(*stretch):
            word = self.words[number]
            if word.depth == depth and word.text == separator and not between:
                parts.append(Stretch(first, number))
                first = number + 1
            between = word.text == "between" or (between and word.text != "and")
        return [*parts, Stretch(first, stretch.after)]

    def inside(self, bracket: int) -> Stretch:
        """What stands in the bracket that the word opens."""
        depth = self.words[bracket].depth
        after = next(n for n in range(bracket + 1, len(self.words)) if self.words[n].depth == depth)
        return Stretch(bracket + 1, after)


def read_statement(sql: str) -> Statement:
    """Cut SQL into words. A bracket, or a case, stands outside of what it holds."""
    words: list[Word] = []
    depth = 0
    for found in _WORD.finditer(sql):
        if found["passed_over"] is not None:
            continue
        depth -= found[0] in _CLOSING
        words.append(Word(found[0], found.start(), found.end(), depth))
        depth += found[0] in _OPENING
    return Statement(sql, words)
