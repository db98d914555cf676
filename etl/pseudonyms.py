"""Pseudonyms: an agency replaces identifiers on its own side, so that none of them ever leaves it.

A pseudonym is the first 128 bits of HMAC-SHA-256 over the identifier, under the linkage key that the agencies of a
country share and nobody else has. Two registers under one key can be linked, and neither sees the other's names.
Nothing here tells a value of the file.
"""

import hashlib
import os
import secrets
import stat
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from etl.delimited import read_header
from warehouse.connection import Connection, DatabaseError, Relation, open_private, run_sql
from warehouse.errors import UserError

LEAST_KEY = 32
"""Bytes of a linkage key, at least: a shorter one could be found by trying."""

_SQL = Path(__file__).parent / "sql" / "pseudonym"
_BLOCK = 64
_KEPT = "employer_id"
"""The column of employers is called so before and after."""

_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True)
class PseudonymReport:
    """What was written. `empty` identifiers stay empty; `shortened` ones have nine digits where others have ten."""

    rows: int
    persons: int
    empty: int
    shortened: int

    def __str__(self) -> str:
        told = [
            f"rows {self.rows:,}, persons {self.persons:,}",
            "Blanks around an identifier and the hyphen of a Danish personal number were left out.",
        ]
        if self.empty:
            told.append(f"Empty identifiers, which stay so: {self.empty:,}")
        if self.shortened:
            told.append(
                f"Warning: identifiers of nine digits where others have ten: {self.shortened:,}. "
                "If a leading zero was lost, these persons cannot be linked."
            )
        return "\n".join(told)


def make_key(path: Path) -> None:
    """Write a new linkage key that its owner alone may read. Raises UserError when there is a file already."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(LEAST_KEY) + "\n")
    except FileExistsError:
        raise UserError(f"{path} is there already; a key is never written over.") from None
    except OSError as error:
        raise UserError(f"{path} cannot be written: {error.strerror}.") from None


def read_key(path: Path) -> bytes:
    """The linkage key in a file: hexadecimal digits, else the file's bytes.

    Raises UserError when it is missing, too short, or when others than its owner may read it.
    """
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read().strip()
    except OSError as error:
        raise UserError(f"The linkage key {path} cannot be read: {error.strerror}.") from None
    if stat.S_IMODE(mode) & 0o077:
        raise UserError(f"Others may read the linkage key {path}; make it yours alone: chmod 600 {path}")
    try:
        key = bytes.fromhex(content.decode("ascii"))
    except ValueError:
        key = content
    if len(key) < LEAST_KEY:
        raise UserError(f"The linkage key {path} is too short: it must have at least {LEAST_KEY} bytes.")
    return key


def pseudonymise(given: Path, written: Path, columns: Sequence[str], key_file: Path) -> PseudonymReport:
    """Write a CSV or Parquet file anew with pseudonyms in the place of the identifiers in `columns`.

    The first column is then called person_id, further ones person_id_2, person_id_3 …; employer_id is called so still.
    All others stay as they are.
    Raises UserError, and nothing is written then.
    """
    key = read_key(key_file)
    _check_files(given, written)
    with TemporaryDirectory(prefix=".pseudonymise-", dir=written.parent) as folder:
        result = Path(folder) / written.name
        with closing(open_private(Path(folder) / "work.duckdb", Path(folder))) as connection:
            try:
                report = _replace(connection, given, result, columns, key)
            except DatabaseError:
                # What DuckDB says repeats values.
                raise UserError(
                    f"{given} could not be written anew: it must be a whole file of UTF-8 text with as many values "
                    "in each line as in the first (or of Parquet), and the disk must have room."
                ) from None
        result.chmod(0o600)
        result.replace(written)
    return report


def _check_files(given: Path, written: Path) -> None:
    if not given.is_file():
        raise UserError(f"There is no file {given}.")
    if given.suffix not in {".csv", ".parquet"} or written.suffix != given.suffix:
        raise UserError("Both files must end in .csv, or both in .parquet.")
    if written.exists():
        raise UserError(f"{written} is there already and is not written over.")
    if not written.parent.is_dir():
        raise UserError(f"There is no folder {written.parent}.")


def _replace(
    connection: Connection, given: Path, result: Path, columns: Sequence[str], key: bytes
) -> PseudonymReport:
    run_sql(connection, _SQL / "macros.sql")
    _keep(connection, **_padded(key))
    csv = given.suffix == ".csv"
    delimiter = _open_csv(connection, given, columns) if csv else _open_parquet(connection, given)
    rows = connection.table("given")
    _check_columns(given, rows, columns)
    report = _tell(connection, rows, columns)
    replaced = rows.project(", ".join(_projection(rows.columns, columns)))
    if csv:
        replaced.write_csv(str(result), sep=delimiter, header=True)
    else:
        replaced.write_parquet(str(result), compression="zstd")
    return report


def _keep(connection: Connection, **values: Any) -> None:
    """Values that the SQL files ask for by name; a view takes no bound ones."""
    for name, value in values.items():
        connection.execute(f"set variable {name} = $value", {"value": value})


def _padded(key: bytes) -> dict[str, bytes]:
    """The key in the two forms in which HMAC hashes it."""
    block = (hashlib.sha256(key).digest() if len(key) > _BLOCK else key).ljust(_BLOCK, b"\0")
    return {
        "inner_key": bytes(byte ^ 0x36 for byte in block),
        "outer_key": bytes(byte ^ 0x5C for byte in block),
    }


def _open_csv(connection: Connection, given: Path, columns: Sequence[str]) -> str:
    """Make the view `given` of the file; its delimiter is the one that gives it the columns."""
    for delimiter in _DELIMITERS:
        header = read_header(given, delimiter)
        if set(columns) <= set(header):
            break
    else:
        raise UserError(f"The first line of {given} does not name the columns that were asked for.")
    if len({name.lower() for name in header}) < len(header):
        raise UserError(f"The first line of {given} names a column twice.")
    texts = dict.fromkeys(header, "varchar")
    _keep(connection, path=escape(str(given.resolve())), delimiter=delimiter, columns=texts)
    run_sql(connection, _SQL / "given_csv.sql")
    return delimiter


def _open_parquet(connection: Connection, given: Path) -> str:
    _keep(connection, path=escape(str(given.resolve())))
    run_sql(connection, _SQL / "given_parquet.sql")
    return ""


def _check_columns(given: Path, rows: Relation, columns: Sequence[str]) -> None:
    types = dict(zip(rows.columns, map(str, rows.types), strict=True))
    if len(set(columns)) < len(columns) or not set(columns) <= types.keys():
        raise UserError(f"{given} must have each column that is asked for, and each may be asked for once.")
    if any(types[name] != "VARCHAR" for name in columns):
        raise UserError(f"The identifiers in {given} must be text: as a number one loses its leading zeros.")
    if any(name.lower().startswith("person_id") for name in types.keys() - set(columns)):
        raise UserError(f"{given} has a column of pseudonyms already (person_id).")


def _tell(connection: Connection, rows: Relation, columns: Sequence[str]) -> PseudonymReport:
    identifiers = ", ".join(f"normalised({_quoted(name)})" for name in columns)
    rows.project(f"unnest([{identifiers}]) as normalised").create_view("identifier")
    [told] = connection.execute((_SQL / "told.sql").read_text(encoding="utf-8")).fetchall()
    persons, empty, nine_digits, ten_digits = told
    return PseudonymReport(len(rows), persons, empty, nine_digits if ten_digits else 0)


def _projection(names: Sequence[str], columns: Sequence[str]) -> list[str]:
    """The columns of the file to be written, as SQL: which they are is known only now."""
    persons = [name for name in columns if name != _KEPT]
    called = {
        name: f"person_id_{place}" if place > 1 else "person_id" for place, name in enumerate(persons, 1)
    }
    called |= {name: name for name in columns if name == _KEPT}
    return [
        f"pseudonym({_quoted(name)}) as {called[name]}" if name in called else _quoted(name) for name in names
    ]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
