"""The periods that figures and cells can be of, with their days, as a table that SQL joins on."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from indicators.counting.coverage import known_months
from indicators.words import make_words
from warehouse.connection import Connection, run_sql
from warehouse.periods import MONTHS, Period, parse_period

_CALENDAR = Path(__file__).parent / "sql" / "scratch" / "calendar.sql"


def make_calendar(connection: Connection) -> None:
    """Make the temporary table `calendar` for what is loaded, and the words that its cells are named by."""
    figures = connection.execute("select distinct period_kind, period from core.figure").fetchall()
    breaks = connection.execute("select distinct period from core.series_break").fetchall()
    told = [parse_period(period, kind) for kind, period in figures] + [parse_period(one) for (one,) in breaks]
    periods = list(_without_gaps([*told, *complete_periods(known_months(connection))]))
    make_words(connection, periods)
    values = {
        "period_kinds": [period.kind for period in periods],
        "periods": [str(period) for period in periods],
        "first_days": [period.starts_on for period in periods],
        "last_days": [period.ends_on for period in periods],
        "months": [MONTHS[period.kind] for period in periods],
    }
    run_sql(connection, _CALENDAR, values)


def complete_periods(months: range) -> Iterator[Period]:
    """Every period of each kind that has all its months among these."""
    for kind, length in MONTHS.items():
        step = 1 if kind == "rolling_year" else length
        ends = range(months.start + length - 1, months.stop)
        yield from (Period(kind, last) for last in ends if (last + 1) % step == 0)


def _without_gaps(periods: Sequence[Period]) -> Iterator[Period]:
    """Every period of each kind from the first to the last."""
    for kind in sorted({period.kind for period in periods}):
        ends = [period.last for period in periods if period.kind == kind]
        step = 1 if kind == "rolling_year" else MONTHS[kind]
        yield from (Period(kind, last) for last in range(min(ends), max(ends) + 1, step))
