"""What the columns of a delivered table are called, held against the contract."""

from collections.abc import Sequence

from etl import guard
from etl.source import Source
from warehouse.errors import Fault


def header_faults(file: str, header: Sequence[str], source: Source, row: int | None = 1) -> list[Fault]:
    """Columns that tell who a person is, and those that are missing, unknown or there twice.

    `row` is where in the file they are called so, None where that is no row.
    """
    personal = guard.header_faults(file, header, row) if source.person_level else []
    known = {column.name for column in source.columns}
    twice = [name for name in dict.fromkeys(header) if header.count(name) > 1]
    missing = [column.name for column in source.columns if column.required and column.name not in header]
    extra = [name for name in dict.fromkeys(header) if name not in known]
    return (
        personal
        + [Fault(file, "this column is missing", row, name, source.name) for name in missing]
        + [
            Fault(file, "this column is not in the contract of the source", row, name, source.name)
            for name in extra
        ]
        + [Fault(file, "this column comes twice", row, name) for name in twice]
    )
