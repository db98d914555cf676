"""Telling the core of changed persons alone: the same statements, in a small warehouse of these persons.

The temporary table `changed_person` names them. Their records are carried into a database in memory, the core is told
there and its laws are checked, and what came out takes the place of what the warehouse said of them. What it said is
kept until the cells are computed.
"""

import hashlib
from contextlib import closing
from pathlib import Path

from etl import core
from warehouse import earlier
from warehouse.areas import Country
from warehouse.connection import Connection, Relation, open_memory, run_sql
from warehouse.earlier import OF_PERSONS
from warehouse.homes import make_tables

MOST = 0.1
"""Where more than this share of all persons changed, telling everybody anew is as fast."""

_PART = Path(__file__).parent / "part"
_SQL = Path(__file__).parent / "sql"
_MEMORY = "2GB"

_RECORDS = (
    *("person_states", "benefit_spells", "registrations", "activities"),
    *("work_months", "payments", "education_months", "pensions", "placements", "cases", "case_events"),
    *("sanctions", "applications"),
    "need_assessments",
    *("employers", "vacancies", "layoff_notices"),
)
_SHARED = ("core.area", "core.scheme", "core.age_band", "core.coverage", "raw.delivery")


def start(connection: Connection) -> None:
    """Nobody has changed yet."""
    connection.execute("create or replace temp table changed_person (person_id uuid not null)")


def rests_on_the_same(connection: Connection) -> bool:
    """Whether all that the core of every person rests on is as it was when everybody was told."""
    return connection.execute("from core.basis").fetchall() == [(_basis(connection),)]


def tell(connection: Connection, country: Country, folder: Path) -> str:
    """Make the core say what the raw tables say now; who was told anew, in words.

    `folder` is for what need not outlive the load. Raises UserError when the records do not fit together.
    """
    persons = connection.execute("select count(*) from core.person_state where from_month = -999999")
    [(known,)] = persons.fetchall()
    changed = _all_changed(connection) if rests_on_the_same(connection) else None
    if changed is None or changed > MOST * known:
        earlier.end(connection)
        core.rebuild(connection, country)
        core.check(connection)
        connection.execute("delete from core.basis")
        connection.execute("insert into core.basis values (?)", [_basis(connection)])
        return "all persons" if changed is None else f"all persons, since {changed:,} had changed"
    if changed:
        _tell_part(connection, country, folder)
    return f"{changed:,} of {known:,} persons"


def _basis(connection: Connection) -> str:
    facts = connection.execute((_PART / "basis.sql").read_text(encoding="utf-8")).fetchall()
    checksum = hashlib.sha256("\n".join(fact for (fact,) in facts).encode())
    for file in sorted(_SQL.glob("*.sql")):
        checksum.update(file.read_bytes())
    return checksum.hexdigest()


def _all_changed(connection: Connection) -> int:
    """Add those whom the change of others changes too; how many there are."""
    connection.execute(
        "create or replace temp table changed_person as select distinct person_id from changed_person"
    )
    run_sql(connection, _PART / "ended.sql")
    before, now = -1, _count(connection)
    while before != now:
        run_sql(connection, _PART / "sharing.sql")
        before, now = now, _count(connection)
    return now


def _count(connection: Connection) -> int:
    return int(connection.execute("select count(*) from changed_person").fetchall()[0][0])


def _tell_part(connection: Connection, country: Country, folder: Path) -> None:
    part = folder / "part"
    part.mkdir(mode=0o700)
    for table in _RECORDS:
        _carry(_of_changed(connection, f"raw.{table}"), part / f"raw.{table}.parquet")
    for table in _SHARED:
        _carry(connection.table(table), part / f"{table}.parquet")
    with closing(open_memory(part, _MEMORY)) as small:
        make_tables(small)
        for file in sorted(part.glob("*.parquet")):
            small.read_parquet(str(file)).insert_into(file.stem)
        core.rebuild(small, country)
        core.check(small)
        for table in OF_PERSONS:
            _carry(small.table(f"core.{table}"), part / f"core.{table}.parquet")
    earlier.take_out(connection)
    for table in OF_PERSONS:
        connection.read_parquet(str(part / f"core.{table}.parquet")).insert_into(f"core.{table}")


def _carry(rows: Relation, file: Path) -> None:
    """Into a file that is read once, in a moment: to compress it takes longer than it saves."""
    rows.write_parquet(str(file), compression="uncompressed")


def _of_changed(connection: Connection, table: str) -> Relation:
    return connection.sql(f"select told.* from {table} as told semi join changed_person using (person_id)")
