"""Faults for SQL, made from the files themselves: each is one small slip in one clause.

Whatever new SQL is written has its places for a fault found as well. The kinds are those of the clauses: joins, bounds,
distinct rows, windows, filters, the grid of all places, and what is null.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.sql_words import CLAUSES, Statement, Stretch, read_statement

Change = tuple[int, int, str]
"""Where a stretch of the file begins and ends, and what is put in its place."""

Kind = Callable[[Statement], Iterable[Change]]
"""What makes the faults of a kind."""

SWAPPED_BOUNDS = {
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "greatest": "least",
    "least": "greatest",
    "min": "max",
    "max": "min",
}
OTHER_OPERATIONS = {"+": "-", "-": "+", "*": "/", "/": "*", "//": "/"}
OTHER_FUNCTIONS = {"sum": "max"} | dict.fromkeys(("sqrt", "abs", "sign", "list_sort", "list_distinct"), "")
CONNECTED = {"and": "or", "or": "and", "bool_and": "bool_or", "bool_or": "bool_and"}
_NO_OPERANDS = {"select", "then", "else", "when", "and", "or", "by"}
_ORDER_ENDS = CLAUSES | {"range"}


@dataclass(frozen=True)
class Fault:
    """One fault. `was` and `becomes` are the lines that it changes; `again` tells equal ones in a file apart."""

    kind: str
    file: Path
    line: int
    was: str
    becomes: str
    sql: str
    again: int = 1

    @property
    def name(self) -> str:
        """What it does; it stays the same when lines move."""
        again = f" ({self.again})" if self.again > 1 else ""
        return f"{self.was} → {self.becomes or 'nothing'}{again}"


def faults_in(file: Path, kinds: Mapping[str, Kind] | None = None) -> list[Fault]:
    """Every fault of some kinds (`KINDS` if none are named) that can be planted in an SQL file.

    They stand in the order of its lines, and no two make the same text.
    """
    sql = file.read_text(encoding="utf-8")
    statement = read_statement(sql)
    found: dict[tuple[str, ...], Fault] = {}
    seen: dict[tuple[str, str], int] = {}
    for kind, changes in (kinds or KINDS).items():
        for start, end, text in changes(statement):
            mutated = sql[:start] + text + sql[end:]
            words = tuple(word.text for word in read_statement(mutated).words)
            if words in found or words == tuple(word.text for word in statement.words):
                continue
            was, becomes = _lines(sql, start, end), _lines(mutated, start, start + len(text))
            again = seen[was, becomes] = seen.get((was, becomes), 0) + 1
            line = sql.count("\n", 0, start) + 1
            found[words] = Fault(kind, file, line, was, becomes, mutated, again)
    return sorted(found.values(), key=lambda fault: fault.line)


def _lines(sql: str, start: int, end: int) -> str:
    """The whole lines around a stretch, as one."""
    first = sql.rfind("\n", 0, start) + 1
    last = sql.find("\n", end)
    return " ".join(sql[first : last if last >= 0 else len(sql)].split())


def grid(statement: Statement) -> Iterator[Change]:
    """Places are lost: a grid joined only where something is, one month less, one row of many."""
    for number in statement.find("from", "slot", "left"):
        yield _replace(statement, Stretch(number + 2, number + 3), "inner")
    for number in statement.find("cross", "join"):
        table = statement.at(number + 2)
        named = statement.at(number + 4) if statement.at(number + 3) == "as" else table
        after = number + 5 if statement.at(number + 3) == "as" else number + 3
        yield _replace(statement, Stretch(number + 2, after), f"(select * from {table} limit 1) as {named}")
    for parameter, later in (("$first_month", "+ 1"), ("$last_month", "- 1")):
        for number in statement.find(parameter):
            yield _replace(statement, Stretch(number, number + 1), f"({parameter} {later})")


def joins(statement: Statement) -> Iterator[Change]:
    """Another kind of join, or one condition of it dropped."""
    others = {"inner": "left", "left": "inner", "full": "left", "semi": "inner", "anti": "left"}
    for kind, other in others.items():
        for number in statement.find(kind, "join"):
            yield _replace(statement, Stretch(number, number + 1), other)
    for number in statement.find("on"):
        yield from _dropped_terms(statement, statement.clause(number + 1))


def bounds(statement: Statement) -> Iterator[Change]:
    """A bound that is off by one, or the other one of two."""
    for number, word in enumerate(statement.words):
        here = Stretch(number, number + 1)
        if word.text in SWAPPED_BOUNDS:
            yield _replace(statement, here, SWAPPED_BOUNDS[word.text])
        elif word.text in {"+", "-"} and _is_step(statement, number):
            yield _replace(statement, Stretch(number, number + 2), "")
        elif word.text == "between" and statement.at(number - 1) != "rows":
            yield _replace(statement, here, "between 1 +")
            depth = word.depth
            ends = (n for n in statement.find("and") if n > number and statement.words[n].depth == depth)
            end = next(ends)
            yield _replace(statement, Stretch(end, end + 1), "and -1 +")


def _is_step(statement: Statement, number: int) -> bool:
    """Whether a whole number is added to what has a name, or taken away, by itself."""
    follows = _follows_operand(statement, number) and not statement.at(number - 1).isdigit()
    return follows and statement.at(number + 1).isdigit() and statement.at(number + 2) not in {"*", "/", "//"}


def _follows_operand(statement: Statement, number: int) -> bool:
    """Whether what stands before a word is something that one can count with."""
    before = statement.at(number - 1)
    named = before.replace(".", "_").isidentifier() and before not in _NO_OPERANDS
    return named or before in {")", "]", "end"} or before.startswith("$") or before[:1].isdigit()


def distinct_rows(statement: Statement) -> Iterator[Change]:
    """Rows that are there twice, or that are not any more."""
    for number in statement.find("distinct"):
        yield _replace(statement, Stretch(number, number + 1), "")
    for number in statement.find("union"):
        every = statement.at(number + 1) == "all"
        yield _replace(statement, Stretch(number, number + 1 + every), "union" if every else "union all")


def windows(statement: Statement) -> Iterator[Change]:
    """Another window: a partition key or a sort key less, the other way round, one row more, one row less."""
    for number in statement.find("partition", "by"):
        yield from _dropped_keys(statement, number)
    for number in statement.find("order", "by"):
        yield from _sorted_otherwise(statement, number)
    for number in statement.find("rows", "between"):
        frame = statement.clause(number, CLAUSES - {"rows"})
        text = statement.text(frame)
        yield _replace(statement, frame, "")
        if text.endswith("1 preceding"):
            yield _replace(statement, frame, text.replace("1 preceding", "current row"))
        else:
            yield _replace(statement, frame, text.replace("current row", "1 preceding"))
    for name, other in (("lead", "lag"), ("lag", "lead")):
        for number in statement.find(name, "("):
            yield _replace(statement, Stretch(number, number + 1), other)


def _dropped_keys(statement: Statement, number: int) -> Iterator[Change]:
    """Each key after `partition by` or `order by` dropped; the words too where it is the only one."""
    listed = statement.clause(number + 2, _ORDER_ENDS)
    keys = statement.split(listed, ",")
    if len(keys) == 1:
        yield _replace(statement, Stretch(number, listed.after), "")
        return
    for place in range(len(keys)):
        kept = [statement.text(key) for key in keys[:place] + keys[place + 1 :]]
        yield _replace(statement, listed, ", ".join(kept))


def _sorted_otherwise(statement: Statement, number: int) -> Iterator[Change]:
    listed = statement.clause(number + 2, _ORDER_ENDS)
    keys = statement.split(listed, ",")
    for key in keys:
        words = [statement.at(n) for n in range(*key)]
        way = next((n for n in range(*key) if statement.at(n) in {"asc", "desc"}), None)
        if way is not None:
            yield _replace(statement, Stretch(way, way + 1), "asc" if "desc" in words else "desc")
        else:
            yield _replace(statement, key, f"{statement.text(key)} desc")
    if len(keys) > 1:
        yield from _dropped_keys(statement, number)


def filters(statement: Statement) -> Iterator[Change]:
    """One condition dropped; a case that is always so, or never."""
    for clause in ("where", "having"):
        for number in statement.find(clause):
            yield from _dropped_terms(statement, statement.clause(number + 1))
    for number in statement.find("qualify"):
        yield _replace(statement, Stretch(number, statement.clause(number + 1).after), "")
    for number in statement.find("when"):
        condition = statement.clause(number + 1, {"then"})
        yield _replace(statement, condition, _always(statement.text(condition)))
        yield _replace(statement, condition, _never(statement.text(condition)))


def nulls(statement: Statement) -> Iterator[Change]:
    """What is null is left so, or taken for what is not."""
    for function in ("coalesce", "nullif"):
        for number in statement.find(function, "("):
            inside = statement.inside(number + 1)
            first = statement.split(inside, ",")[0]
            yield _replace(statement, Stretch(number, inside.after + 1), statement.text(first))
    for function in ("lead", "lag"):
        for number in statement.find(function, "("):
            inside = statement.inside(number + 1)
            first = statement.split(inside, ",")[0]
            yield _replace(statement, inside, statement.text(first))
    for number in statement.find("is", "null"):
        yield _replace(statement, Stretch(number, number + 2), "is not null")
    for number in statement.find("is", "not", "null"):
        yield _replace(statement, Stretch(number, number + 3), "is null")
    for number in statement.find("nulls", "last"):
        yield _replace(statement, Stretch(number, number + 2), "nulls first")


def operations(statement: Statement) -> Iterator[Change]:
    """Numbers worked out by another operation, or with one less."""
    for number, word in enumerate(statement.words):
        here = Stretch(number, number + 1)
        if word.text in OTHER_OPERATIONS and _follows_operand(statement, number):
            yield _replace(statement, here, OTHER_OPERATIONS[word.text])
        elif word.text in OTHER_FUNCTIONS and statement.at(number + 1) == "(":
            yield _replace(statement, here, OTHER_FUNCTIONS[word.text])


def connections(statement: Statement) -> Iterator[Change]:
    """One of two is enough where both must hold, and the other way round."""
    between = False
    for number, word in enumerate(statement.words):
        passed_over = (between and word.text == "and") or statement.at(number + 1) == "replace"
        if word.text in CONNECTED and not passed_over:
            yield _replace(statement, Stretch(number, number + 1), CONNECTED[word.text])
        between = word.text == "between" or (between and word.text != "and")


def _dropped_terms(statement: Statement, condition: Stretch) -> Iterator[Change]:
    """Each part of a condition made so that the others alone decide; parts in brackets have parts again."""
    choices = statement.split(condition, "or")
    for choice in choices if len(choices) > 1 else ():
        yield _replace(statement, choice, _never(statement.text(choice)))
        if len(statement.split(choice, "and")) > 1:
            yield from _dropped_terms(statement, choice)
    for term in statement.split(condition, "and") if len(choices) == 1 else ():
        yield _replace(statement, term, _always(statement.text(term)))
        if statement.at(term.first) == "(" and statement.inside(term.first).after == term.after - 1:
            yield from _dropped_terms(statement, statement.inside(term.first))


def _always(condition: str) -> str:
    """A value that is bound must still be asked for."""
    return f"({condition} or true)" if "$" in condition else "true"


def _never(condition: str) -> str:
    return f"({condition} and false)" if "$" in condition else "false"


def _replace(statement: Statement, stretch: Stretch, text: str) -> Change:
    return (*statement.span(stretch), text)


KINDS: Mapping[str, Kind] = {
    "grid": grid,
    "null": nulls,
    "join": joins,
    "bound": bounds,
    "distinct": distinct_rows,
    "window": windows,
    "filter": filters,
}
"""The kinds of faults; of two that make the same text the first has it."""

KINDS_OF_FIGURES: Mapping[str, Kind] = {**KINDS, "sum": operations, "logic": connections}
"""Those, and the kinds that SQL has which works figures out."""
