"""Reading delimited text files: every line one row, every value a text, every fault with its line."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from glob import escape
from itertools import islice
from pathlib import Path

from etl.headers import header_faults
from etl.refusal import refuse
from etl.source import Source
from warehouse.connection import Connection, DatabaseError
from warehouse.errors import DeliveryRefused, Fault, UserError

_LONGEST_HEADER = 2**16
_READ = Path(__file__).parent / "sql" / "delivered_lines.sql"


def read_header(path: Path, delimiter: str) -> list[str]:
    """The names in a file's first line; none when that line is empty. Read leniently: it is only looked at."""
    try:
        with path.open("rb") as file:
            line = file.readline(_LONGEST_HEADER)
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}.") from None
    if b"\0" in line:
        return []  # no text that could be read as UTF-8
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = line.decode("cp1252", errors="replace")
    return next(csv.reader(text.splitlines()[:1], delimiter=delimiter), [])


def stage_lines(connection: Connection, path: Path, file: str, delivery: str, source: Source) -> None:
    """Add the lines of a file to `stage.delivered`. Raises DeliveryRefused when it is not laid out as agreed."""
    last = _last_line(path, file)
    header = read_header(path, source.delimiter)
    refuse([Fault(file, "is empty")] if not header else header_faults(file, header, source))
    values = {
        "delivery": delivery,
        "file": file,
        "path": escape(str(path.resolve())),
        "delimiter": source.delimiter,
        "columns": dict.fromkeys(header, "varchar"),
    }
    try:
        [(rows,)] = connection.execute(_READ.read_text(encoding="utf-8"), values).fetchall()
    except DatabaseError:
        rows = None
    if rows != last - 1:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            refuse(find_row_faults(file, header, islice(lines, last), source.delimiter))
        refuse([Fault(file, "is not a table of values between separators", detail=source.delimiter)])


def find_row_faults(file: str, header: Sequence[str], lines: Iterable[str], delimiter: str) -> list[Fault]:
    """Which rows after the header are no rows: blank, broken over lines, with too few or too many values."""
    faults: list[Fault] = []
    reader = csv.reader(lines, delimiter=delimiter)
    first = 1
    try:
        for values in reader:
            faults += _row_faults(file, header, values, first, reader.line_num)
            first = reader.line_num + 1
    except csv.Error:
        faults.append(Fault(file, "a quotation mark is opened here and not closed", row=first))
    return faults


def _row_faults(
    file: str, header: Sequence[str], values: Sequence[str], first: int, last: int
) -> Iterator[Fault]:
    """`first` and `last` are the lines that the row begins and ends on."""
    if last > first:
        yield Fault(file, "a line break inside a value", row=first)
    elif not values:
        yield Fault(file, "is a blank line", row=first)
    elif len(values) != len(header):
        column = header[len(values)] if len(values) < len(header) else None
        detail = f"{len(values)} values where {len(header)} were expected"
        yield Fault(file, "has too few values" if column else "has too many values", first, column, detail)


def _last_line(path: Path, file: str) -> int:
    """Number of the last line that is not blank; 0 for an empty file. Raises DeliveryRefused unless all is UTF-8."""
    last = 0
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                raise DeliveryRefused([Fault(file, _encoding_rule(line), row=number)]) from None
            if text.strip():
                last = number
    return last


def _encoding_rule(line: bytes) -> str:
    if line.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "is not UTF-8; it looks like UTF-16"
    try:
        line.decode("cp1252")
    except UnicodeDecodeError:
        return "is not UTF-8"
    return "is not UTF-8; it looks like Windows-1252"
