"""What must hold of every release: each law is a query in `sql/publish/laws` that counts its breaches."""

from pathlib import Path

from indicators.calendar import make_calendar
from warehouse.connection import Connection, run_sql
from warehouse.errors import UserError
from warehouse.vocabulary import vocabulary

SQL = Path(__file__).parent / "sql" / "publish"

_SUBJECT = "-- One row: "

_FLAGS = """
    select distinct unnest(string_split(told.flags, ',')) from (select distinct flags from portal.cell) as told
    where told.flags != ''
"""


def check_laws(connection: Connection) -> None:
    """Check the draft that is attached as `portal`. Raises UserError that names every law it breaks."""
    make_calendar(connection)
    run_sql(connection, SQL / "definition.sql")
    broken = _unknown_words(connection)
    for file in sorted((SQL / "laws").glob("*.sql")):
        law = file.read_text(encoding="utf-8")
        [(count,)] = connection.execute(law).fetchall()
        if count:
            subject = law.partition("\n")[0].removeprefix(_SUBJECT).rstrip(".")
            broken.append(f"{file.stem}: {subject} is {count}, and must be 0")
    if broken:
        raise UserError("\n  ".join(["The release is not published, it breaks its laws.", *broken]))


def _unknown_words(connection: Connection) -> list[str]:
    words = vocabulary()
    used = {
        "status": ("select distinct status from portal.cell", words.statuses),
        "flag": (_FLAGS, words.flags),
    }
    return [
        f"the vocabulary knows no {kind} '{word}'"
        for kind, (statement, known) in used.items()
        for (word,) in sorted(connection.execute(statement).fetchall())
        if word not in known
    ]
