"""Files that no source claims and that look like one's all the same: what would have to be otherwise."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from etl.delimited import read_header
from etl.source import Source

SUFFIXES = (".csv", ".tsv", ".txt")
DELIMITERS = {";": "semicolons", ",": "commas", "\t": "tabulators"}


def why_unclaimed(path: Path, sources: Sequence[Source]) -> str:
    """What keeps a file from being taken for one of a source that it looks like; nothing where it looks like none."""
    if path.suffix.casefold() not in SUFFIXES:
        return ""
    headers = {delimiter: read_header(path, delimiter) for delimiter in DELIMITERS}
    readable = [source for source in sources if source.format != "workbook"]
    source = max(readable, key=lambda one: _likeness(one, headers.values()), default=None)
    if source and _likeness(source, headers.values()) >= 0.5:
        return " and ".join(_otherwise(path, source, headers))
    named = [source for source in readable if source.is_named_by(path)]
    return f"is named like {named[0].name}, whose columns are {_listed(named[0])}" if named else ""


def _otherwise(path: Path, source: Source, headers: dict[str, list[str]]) -> Iterator[str]:
    yield f"has columns of {source.name}"
    if not _likeness(source, [headers[source.delimiter]]):
        found = max(headers, key=lambda one: _likeness(source, [headers[one]]))
        yield f"is parted by {DELIMITERS[found]} instead of {DELIMITERS[source.delimiter]}"
    if not source.is_named_by(path):
        yield f"is not named like {' or '.join(source.claims)}"


def _likeness(source: Source, headers: Iterable[list[str]]) -> float:
    """How many of a source's columns there are, of all that either has."""
    columns = {column.name for column in source.columns}
    return max(len(columns & set(header)) / len(columns | set(header)) for header in headers)


def _listed(source: Source) -> str:
    return source.delimiter.join(column.name for column in source.columns)
