"""What the computation must not pass over in silence: data made wrong on purpose, so that a dulled check shows."""

from collections.abc import Mapping, Sequence

from etl.core import rebuild
from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES
from indicators.counting import CountingError, Figure, Wanted, count_figure, known_months, prepare_counting
from indicators.disclosure import make_person_keys
from indicators.measure import read_measures
from tests.support.faulty_sql import Fault
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_loading import load_register
from tests.support.planting import NOT_SQL, CaughtError, NotSqlError, read_instead
from warehouse.connection import Connection

BEFORE: Mapping[str, Sequence[str]] = {
    "states_incomplete": (
        "delete from core.person_state where from_month > 0",
        "update core.person_state set from_month = 0 where from_month < 0",
        "update core.person_state set next_month = next_month - 1 where from_month < 0",
        "update core.person_state set next_month = next_month - 1 where next_month = 1000000",
        """
        update core.person_state set from_month = 0
        where from_month < 0 and person_id = (select max(person_id) from core.person_state)
        """,
    ),
    "states_lost": (
        "update core.person_state set sex = 'unheard of' where from_month > 0",
        "update core.person_state set area = 'nowhere' where from_month > 0",
    ),
    "categories_unknown": ("update core.benefit_piece set scheme = 'unheard of'",),
    "persons_unknown": ("update core.benefit_piece set person_id = uuid()",),
}
"""By check, what is done to the core that the check must find out."""

AFTER: Mapping[str, Sequence[str]] = {
    "categories_unknown": (
        "update own_category set breakdown = 'destination' where breakdown = 'scheme' and category != 'all'",
    ),
    "ways_unknown": (
        "update own_category set breakdown = 'scheme' where breakdown = 'destination' and category != 'all'",
        "delete from own_category where breakdown = 'destination' and category != 'all'",
    ),
    "segments_overlapping": (
        "insert into counted_state from counted_state",
        """
        insert into counted_state
        select * replace (next_month - 1 as from_month) from counted_state where next_month < 1000000
        """,
    ),
}
"""The same, done to what the counting stands on."""


FIGURES = (Figure("days", "benefit_days", "persons"), Figure("exits", "benefit_exits", "amount"))
"""What is counted."""


class Alarms:
    """A world in which all that can be wrong is wrong, one thing after the other."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._country = load_register(connection, corners())

    def plant(self, fault: Fault) -> None:
        """Raises CaughtError if a check that has the fault misses something, NotSqlError if it cannot be run."""
        check = fault.file.stem
        with read_instead({fault.file: fault.sql}):
            for statement in BEFORE.get(check, ()):
                self._must_be_found(statement, "")
            for statement in AFTER.get(check, ()):
                self._must_be_found("", statement)

    def _must_be_found(self, before: str, after: str) -> None:
        try:
            self._count(before, after)
        except CountingError:
            return
        except NOT_SQL as error:
            raise NotSqlError from error
        raise CaughtError(f"alarms: {before or after}")

    def _count(self, before: str, after: str) -> None:
        months = known_months(self._connection)
        rebuild(self._connection, self._country)
        make_calendar(self._connection)
        make_person_keys(self._connection, b"of a world")
        self._connection.execute(before)
        prepare_counting(self._connection, self._country, months)
        self._connection.execute(after)
        wanted = Wanted(frozenset({"all"}), frozenset({"month"}))
        for figure in FIGURES:
            count_figure(self._connection, figure, wanted, read_measures(MEASURES), months)
