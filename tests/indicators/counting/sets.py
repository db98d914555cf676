"""The same counts a second way: months and days are walked, and persons put into sets."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from statistics import median
from typing import NamedTuple

from tests.indicators.counting.register import (
    BREAKDOWNS,
    UNKNOWN,
    Counted,
    Register,
    Row,
    Slot,
    month,
)
from tests.support.oracle import stands

CATEGORIES = {
    "all": ["all"],
    "sex": ["female", "male", "not_stated"],
    "age": ["16-24", "25-29", "30-39", "40-49", "50-59", "60-66", "not_stated"],
    "origin": ["native", "western", "non_western", "not_stated"],
    "scheme": ["one", "two"],
}
MASK = 2**64 - 1


class Window(NamedTuple):
    """A period's months."""

    kind: str
    period: str
    months: range


class Item(NamedTuple):
    """Something that a person counts with in a month, with a scheme of its own or none."""

    person: int
    scheme: str | None
    month: int
    amount: Fraction = Fraction(1)
    lost: bool = False


def month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def days_of(start: date, end: date | None, until: date) -> Iterator[date]:
    while start < min(end or until, until):
        yield start
        start += timedelta(days=1)


def last_day(number: int) -> date:
    return date((number + 1) // 12, (number + 1) % 12 + 1, 1) - timedelta(days=1)


def half_up(number: Fraction) -> Decimal:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(Decimal("0.0001"), ROUND_HALF_UP)


class Sets:
    """Answers what is counted of a register."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.until = register.known_until + timedelta(days=40)
        before = register.known_from - timedelta(days=1)
        self.months = range(month_of(before) + 1, month_of(register.known_until))
        self.kinds = {"month": 1, "quarter": 3, "year": 12, "rolling_year": 12}

    def windows(self) -> Iterator[Window]:
        for kind, length in self.kinds.items():
            for last in self.months[length - 1 :]:
                year, number = last // 12, last % 12 + 1
                months = range(last - length + 1, last + 1)
                if kind in {"month", "rolling_year"}:
                    yield Window(kind, f"{year}-{number:02}", months)
                elif kind == "quarter" and number % 3 == 0:
                    yield Window(kind, f"{year}-Q{number // 3}", months)
                elif kind == "year" and number == 12:
                    yield Window(kind, f"{year}", months)

    def state(self, person: int, number: int) -> dict[str, str] | None:
        """The state of a month; none for people who are not counted."""
        told = [one for one in self.register.states if one.person == person and month(one.month) <= number]
        area, age, sex, origin = max(told, key=lambda one: month(one.month))[2:] if told else UNKNOWN
        return None if age == "outside" else {"area": area, "age": age, "sex": sex, "origin": origin}

    def areas(self, area: str, window: Window) -> Iterator[str]:
        day = last_day(window.months[-1])
        yield from ("XX", area)
        yield from (one.group for one in self.register.members if one.member == area and stands(one, day))

    def grid(self) -> dict[Slot, list[Item]]:
        return {
            Slot(window.kind, window.period, place.code, breakdown, category): []
            for window in self.windows()
            for place in self.register.places
            if stands(place, last_day(window.months[-1]))
            for breakdown in BREAKDOWNS
            if "." not in breakdown or window.kind != "month"
            for category in self.categories(breakdown)
        }

    def categories(self, breakdown: str) -> list[str]:
        first, _, second = breakdown.partition(".")
        return [
            one + (f".{two}" if two else "")
            for one in CATEGORIES[first]
            for two in CATEGORIES.get(second, [""])
        ]

    def slots(self, window: Window, person: int, number: int, scheme: str | None) -> Iterator[Slot]:
        state = self.state(person, number)
        if state is None:
            return
        known = {**state, "all": "all", **({"scheme": scheme} if scheme else {})}
        for breakdown in BREAKDOWNS:
            parts = breakdown.split(".")
            if ("." in breakdown and window.kind == "month") or ("scheme" in parts) != (scheme is not None):
                continue
            for area in self.areas(state["area"], window):
                yield Slot(window.kind, window.period, area, breakdown, ".".join(known[one] for one in parts))

    def counted_months(self, rows: Iterable[tuple[int, str | None, date, date | None]]) -> dict:
        """Of each person and scheme, and of all schemes (none), the months with a day, of an age that counts."""
        found: dict[tuple[int, str | None], set[int]] = defaultdict(set)
        for person, scheme, start, end in rows:
            for day in days_of(start, end, self.until):
                if self.state(person, month_of(day)) is not None:
                    for own in {None, scheme}:
                        found[person, own].add(month_of(day))
        return found

    def persons(self, rows: Iterable[Row], within: Iterable[Row] | None = None) -> dict[Slot, Counted]:
        """Persons, each in the last month that counts them; with `within`, in the last one that counts them there."""
        counted = self.counted_months(rows)
        deciding = counted if within is None else self.counted_months(within)
        sets: dict[Slot, set[int]] = {slot: set() for slot in self.grid()}
        for window in self.windows():
            for (person, own), months in deciding.items():
                inside = months & set(window.months)
                if inside and counted.get((person, own), set()) & set(window.months):
                    for slot in self.slots(window, person, max(inside), own):
                        sets.setdefault(slot, set()).add(person)
        return {slot: Counted(Decimal(len(who)), len(who), self.key(who)) for slot, who in sets.items()}

    def full_time(self, rows: list[Row]) -> dict[Slot, Counted]:
        amounts: dict[Slot, Fraction] = defaultdict(Fraction)
        there: dict[Slot, set[tuple[int, int]]] = defaultdict(set)
        for person, scheme, start, end, degree, _ in rows:
            for day in days_of(start, end, self.until):
                number = month_of(day)
                for window in self.windows():
                    if number in window.months:
                        length = sum(last_day(one).day for one in window.months)
                        for own in (None, scheme):
                            for slot in self.slots(window, person, number, own):
                                amounts[slot] += Fraction(degree, 100 * length)
                                there[slot].add((number, person))
        persons = self.persons([row[:4] for row in rows])
        keys = {slot: self.key(person for _, person in who) for slot, who in there.items()}
        return {
            slot: Counted(
                half_up(amounts[slot]),
                persons[slot].contributors if slot in persons else 0,
                keys.get(slot, 0),
            )
            for slot in persons.keys() | amounts.keys()
        }

    def items(self, found: Iterable[Item]) -> dict[Slot, list[Item]]:
        cells = self.grid()
        for item in found:
            for window in self.windows():
                if item.month in window.months:
                    for own in {None, item.scheme}:
                        for slot in self.slots(window, item.person, item.month, own):
                            cells.setdefault(slot, []).append(item)
        return cells

    def events(self, found: Iterable[Item]) -> dict[Slot, Counted]:
        return {
            slot: Counted(Decimal(len(items)), len(items), self.key(one.person for one in items))
            for slot, items in self.items(found).items()
        }

    def durations(
        self, found: Iterable[Item], told: Callable[[list[Item]], Fraction | None]
    ) -> dict[Slot, Counted]:
        cells = {}
        for slot, items in self.items(found).items():
            who = {one.person for one in items}
            value = told(items) if items else None
            cells[slot] = Counted(None if value is None else half_up(value), len(who), self.key(who))
        return cells

    def key(self, people: Iterable[int]) -> int:
        return sum(self.register.key(person) for person in people) & MASK


def mean_weeks(items: list[Item]) -> Fraction:
    return sum((one.amount for one in items), Fraction(0)) / len(items) / 7


def median_weeks(items: list[Item]) -> Fraction:
    return median(one.amount for one in items) / 7


def survival_at(days: int) -> Callable[[list[Item]], Fraction | None]:
    """Per cent that last longer, day by day."""

    def told(items: list[Item]) -> Fraction | None:
        share = Fraction(1)
        for length in range(1, days + 1):
            at_risk = sum(one.amount >= length for one in items)
            ended = sum(one.amount == length and not one.lost for one in items)
            if at_risk == 0:
                return None if share else Fraction(0)
            share *= 1 - Fraction(ended, at_risk)
        return 100 * share

    return told
