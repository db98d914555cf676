"""What the core said of changed persons when the cells were last computed, kept until they are computed again.

So what these persons counted for can be taken out of the figures. It is not kept where everybody is counted anyway.
"""

from warehouse.connection import Connection

OF_PERSONS = (
    *("person_state", "benefit_piece", "benefit_spell", "benefit_exit", "benefit_entry"),
    *("registration", "activity", "work_month", "payment", "education_month", "pension"),
    *("placement", "case_file", "case_event", "sanction", "application"),
    "need_assessment",
    *("workplace", "employer", "vacancy", "layoff_notice"),
)
"""The tables of the core that tell of persons, and of employers, whose pseudonym is the `person_id` there."""


def make_tables(connection: Connection) -> None:
    """Make the tables of what the core said of persons: those of the core by other names."""
    for table in OF_PERSONS:
        connection.execute(f"create table earlier.{table} as from core.{table} limit 0")


def begin(connection: Connection) -> None:
    """The cells are what the core says now: from here on, keep what it says of those who change."""
    end(connection)
    connection.execute("insert into earlier.coverage from core.coverage")


def end(connection: Connection) -> None:
    """Everybody is to be counted: nothing is kept any more."""
    for table in ("coverage", "person", *OF_PERSONS):
        connection.execute(f"delete from earlier.{table}")


def is_kept(connection: Connection) -> bool:
    """Whether it is known how the core was of all that have changed since the cells were computed."""
    return bool(connection.execute("from earlier.coverage limit 1").fetchall())


def take_out(connection: Connection) -> None:
    """Take what the core says of those in `changed_person` out of it, and keep it if nothing is kept of them yet."""
    connection.execute(
        "create or replace temp table newly_changed as"
        " select distinct person_id from changed_person anti join earlier.person using (person_id)"
        " where exists (from earlier.coverage)"
    )
    for table in OF_PERSONS:
        # Found once, for both: to find few persons in many rows is what takes the time.
        connection.execute(
            f"create or replace temp table taken_out as select told.rowid as place, told.* from core.{table} as told"
            " semi join changed_person using (person_id)"
        )
        connection.execute(
            f"insert into earlier.{table} select taken_out.* exclude (place) from taken_out"
            " semi join newly_changed using (person_id)"
        )
        connection.execute(f"delete from core.{table} where rowid in (select place from taken_out)")
    connection.execute("drop table taken_out")
    connection.execute("insert into earlier.person from newly_changed")
