"""What the core should say, worked out day by day with sets and dictionaries alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

Row = Mapping[str, Any]
Days = set[date]

DAY = timedelta(days=1)
BANDS = ("16-24", "25-29", "30-39", "40-49", "50-59", "60-66")
NOT_STATED = "not_stated"


class Walk(NamedTuple):
    """The days that are walked; whatever is open lasts until the last of them and is open after it."""

    first: date
    after: date

    @property
    def days(self) -> list[date]:
        """Every day."""
        return [self.first + number * DAY for number in range((self.after - self.first).days)]

    @property
    def months(self) -> list[tuple[int, int]]:
        """Every year and month."""
        return sorted({(day.year, day.month) for day in self.days})

    def covered(self, start: date, end: date | None) -> Days:
        """The walked days from `start` up to the one before `end`."""
        return {day for day in self.days if start <= day and (end is None or day < end)}


def state_of_month(walk: Walk, rows: Iterable[Row], year: int, month: int) -> tuple[str, str, str, str]:
    """Area, age band, sex and origin: what was known on the last day of the month on which anything was."""
    known = [(row, walk.covered(row["valid_from"], row["valid_to"])) for row in rows]
    for day in reversed([day for day in walk.days if (day.year, day.month) == (year, month)]):
        told = [row for row, days in known if day in days]
        if told:
            latest = max(told, key=lambda row: row["valid_from"])
            band = age_band(latest["birth_year"], year)
            return (latest["area"], band, latest["sex"] or NOT_STATED, latest["origin"] or NOT_STATED)
    return ("elsewhere", NOT_STATED, NOT_STATED, NOT_STATED)


def age_band(birth_year: int | None, year: int) -> str:
    """The band of ages that somebody is in all year."""
    if birth_year is None:
        return NOT_STATED
    for band in BANDS:
        if int(band[:2]) <= year - birth_year <= int(band[3:]):
            return band
    return "outside"


def degrees(walk: Walk, rows: Iterable[Row]) -> dict[str, dict[date, int]]:
    """By scheme the days on it, each with the highest degree that a row gives it."""
    found: dict[str, dict[date, int]] = defaultdict(dict)
    for row in rows:
        for day in walk.covered(row["start_on"], row["end_on"]):
            found[row["scheme"]][day] = max(row["degree"], found[row["scheme"]].get(day, 0))
    return found


def first_choices(by_scheme: Mapping[str, Mapping[date, int]], order: Sequence[str]) -> dict[date, str]:
    """For each day on benefit the scheme with priority."""
    days = set().union(*by_scheme.values())
    return {day: next(one for one in order if day in by_scheme.get(one, {})) for day in days}


def stretches(walk: Walk, days: Days, gap_days: int) -> set[tuple[date, date | None]]:
    """Runs of days with at most so many missing between two of them: first day and first day after, None if open."""
    found: list[list[date]] = []
    for day in sorted(days):
        if found and day - found[-1][1] <= gap_days * DAY:
            found[-1][1] = day + DAY
        else:
            found.append([day, day + DAY])
    return {(first, None if after >= walk.after else after) for first, after in found}
