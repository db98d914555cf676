"""A home: the folder that holds one country's warehouse, releases and nothing else."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warehouse import earlier
from warehouse.connection import Connection, open_private, run_sql, transaction
from warehouse.errors import UserError
from warehouse.vocabulary import DATA

FORMAT = 7
"""Version of the layout of a home's files; another version is answered with what to do, never read on trust."""

KINDS = ("official", "synthetic")

_SCHEMA = Path(__file__).parent / "schema"


@dataclass(frozen=True)
class Home:
    """Where one country lives on disk. `kind` says whether its figures are official or synthetic."""

    path: Path
    country: str
    kind: str

    @property
    def releases(self) -> Path:
        """Folder of the published files."""
        return self.path / "releases"

    @property
    def temporary(self) -> Path:
        """Folder for what need not outlive a command."""
        return self.path / "temporary"

    @property
    def has_warehouse(self) -> bool:
        """Whether the private warehouse is here; what serves the public may have the releases alone."""
        return self.warehouse_file.exists()

    @property
    def warehouse_file(self) -> Path:
        """The file of the private warehouse."""
        return self.path / "warehouse.duckdb"

    @contextmanager
    def warehouse(self) -> Iterator[Connection]:
        """The private warehouse, open for writing, its tables in place."""
        connection = open_private(self.warehouse_file, self.temporary)
        try:
            make_tables(connection)
            yield connection
        finally:
            connection.close()


def default_home(country: str) -> Path:
    """Where a country's home is when nobody says otherwise."""
    return DATA / "build" / country


def known_homes() -> list[Home]:
    """The homes in the default place that this version can read."""
    return list(_readable(sorted((DATA / "build").glob("*/home.json"))))


def _readable(files: Iterable[Path]) -> Iterator[Home]:
    for file in files:
        with suppress(UserError):
            yield open_home(file.parent)


def is_home(path: Path) -> bool:
    """Whether there is a home at `path`, of any version. Raises UserError when that is another user's business."""
    try:
        return (path / "home.json").exists()
    except PermissionError:
        raise _another_users(path) from None


def make_home(path: Path, country: str, kind: str) -> Home:
    """The home at `path`, made if it is not there.

    Raises UserError when it belongs to another country or holds figures of the other kind.
    """
    if is_home(path):
        home = open_home(path)
        if home.country != country:
            raise UserError(
                f"{path} is the home of country '{home.country}', not '{country}'; choose another --home."
            )
        if home.kind != kind:
            raise UserError(
                f"{path} holds {home.kind} figures; {kind} deliveries need a home of their own (--home)."
            )
        return home
    home = Home(path, country, kind)
    for folder in (path, home.releases, home.temporary):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
    facts = {"format": FORMAT, "country": country, "kind": kind}
    aside = home.temporary / "home.json"
    aside.write_text(json.dumps(facts) + "\n", encoding="utf-8")
    aside.chmod(0o600)
    aside.replace(path / "home.json")  # whole or not at all, also on a full disk
    return home


def open_home(path: Path) -> Home:
    """The home at `path`. Raises UserError when there is none, or one that this version cannot read."""
    try:
        facts: Any = json.loads((path / "home.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UserError(
            f"No home at {path}. Load a delivery first: openindsats load --deliveries FOLDER --country CODE."
        ) from None
    except PermissionError:
        raise _another_users(path) from None
    except ValueError:
        facts = {}
    if not isinstance(facts, dict) or not {"format", "country", "kind"} <= facts.keys():
        raise UserError(f"{path / 'home.json'} is damaged.")
    if facts.get("format") != FORMAT:
        raise UserError(
            f"{path} was made by another version of openindsats (format {facts.get('format')}, this one reads "
            f"{FORMAT}); load the deliveries into a new --home."
        )
    return Home(path, facts["country"], facts["kind"])


def _another_users(path: Path) -> UserError:
    return UserError(f"{path} may not be looked into; run openindsats as the user that it belongs to.")


def make_anew(connection: Connection, schema: str, table: str) -> None:
    """Make a table empty and as its file says, whatever it was before."""
    connection.execute(f"drop table if exists {schema}.{table}")
    run_sql(connection, _SCHEMA / schema / f"{table}.sql")


def make_if_missing(connection: Connection, schema: str, table: str) -> None:
    """Make a table that a warehouse of an earlier day does not have yet."""
    known = "select 1 from information_schema.tables where table_schema = ? and table_name = ?"
    if not connection.execute(known, [schema, table]).fetchall():
        run_sql(connection, _SCHEMA / schema / f"{table}.sql")


def make_tables(connection: Connection) -> None:
    """Make the tables of a warehouse, unless they are there."""
    known = connection.execute("select count(*) from information_schema.tables").fetchall()[0][0]
    if known:
        return
    with transaction(connection):
        for folder in sorted(_SCHEMA.iterdir()):
            connection.execute(f"create schema {folder.name}")
            for table in sorted(folder.glob("*.sql")):
                run_sql(connection, table)
        earlier.make_tables(connection)
