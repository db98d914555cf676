"""Reading the files of a delivery into `stage.delivered`, as they came."""

from datetime import date
from importlib import import_module

from etl.delimited import stage_lines
from etl.deliveries import DeliveredFile, Delivery
from etl.parquet import SUFFIX, stage_rows, view_rows
from etl.refusal import for_each
from etl.stage_rows import Row
from warehouse.connection import Connection, append

_SAMPLES = {"day": date.min, "flag": False, "integer": 2**62}
"""A value of each type that a Parquet file has and that is no text."""


def read_files(connection: Connection, delivery: Delivery) -> None:
    """Make `stage.delivered` and fill it. Raises DeliveryRefused with the faults of all files."""
    typed = delivery.source.person_level and all(_is_parquet(file) for file in delivery.files)
    row = _sample_row(delivery, typed)
    connection.sql("select unnest($row)", params={"row": row}).limit(0).create("stage.delivered")
    if typed:
        files = {file.name: file.path for file in delivery.files}
        view_rows(connection, files, delivery.id, delivery.source)
    else:
        for_each(delivery.files, lambda file: _read(connection, delivery, file))


def _sample_row(delivery: Delivery, typed: bool) -> Row:
    """A row of the types in which values are read: those of Parquet files where they are `typed`, else all text."""
    samples = _SAMPLES if typed else {}
    values = {column.name: samples.get(column.type or "", "") for column in delivery.source.columns}
    return {"delivery": "", "file": "", "line": 2**62, **values}


def _is_parquet(file: DeliveredFile) -> bool:
    return file.path.suffix.casefold() == SUFFIX


def _read(connection: Connection, delivery: Delivery, file: DeliveredFile) -> None:
    source = delivery.source
    if source.format == "workbook":
        columns = connection.table("stage.delivered").columns
        rows = import_module(f"etl.sources.{source.name}.clean").read_rows(file.path, file.name)
        known = ({"delivery": delivery.id, **row} for row in rows)
        append(connection, "stage.delivered", ({name: row[name] for name in columns} for row in known))
    else:
        read_file = stage_rows if _is_parquet(file) else stage_lines
        read_file(connection, file.path, file.name, delivery.id, source)
