"""Counts of persons, amounts and events in every window, area and category: months are walked and put into sets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from tests.support.person_oracle_people import AGE_BANDS, NOT_STATED, State, state_in
from tests.support.person_oracle_register import Register, days_of, month_of

Thing = TypeVar("Thing")

WINDOWS = {"month": 1, "quarter": 3, "year": 12, "rolling_year": 12}
CATEGORIES = {
    "all": ("all",),
    "destination": ("work", "education", "other_benefit", "pension", "left", "other"),
    "came_from": ("work", "education", "other_benefit", "other"),
    "sex": ("female", "male", NOT_STATED),
    "age": (*AGE_BANDS, NOT_STATED),
    "origin": ("native", "western", "non_western", NOT_STATED),
    "need": ("low", "medium", "high"),
}
WAYS = ("destination", "came_from")
NEEDS = {"work": "work_months", "education": "education_months", "pension": "pensions"}
"""A way out or in that is there only where a source is delivered."""
OF_DAYS = {"scheme", "need"}
"""Breakdowns whose categories the counted days themselves are told by: a measure has one of them."""

PAIRS_NOT_BY = "month"
"""The one period kind that pairs of breakdowns are not counted for."""

Spans = Mapping[str, Mapping[date, int]]
"""One person's counted days: by own category, each day with its degree in per cent."""


class Slot(NamedTuple):
    """The place of one figure."""

    breakdown: str
    category: str
    period_kind: str
    period: str
    area: str


class Window(NamedTuple):
    """The months of one period."""

    period_kind: str
    period: str
    months: range

    @property
    def last_day(self) -> date:
        """The last day; areas are grouped as on that day."""
        return days_of(self.months[-1])[-1]

    @property
    def days(self) -> int:
        """How many days it has."""
        return sum(len(days_of(month)) for month in self.months)


class Item(NamedTuple, Generic[Thing]):
    """Something that counts in the month it belongs to, in the state that its person has then."""

    person: str
    own: str
    month: int
    thing: Thing
    way: str = ""


def windows(known: range) -> Iterator[Window]:
    """Every period of every kind all of whose months are known."""
    for kind, length in WINDOWS.items():
        for last in known[length - 1 :]:
            year, month = last // 12, last % 12 + 1
            if kind == "quarter" and month % 3 == 0:
                yield Window(kind, f"{year}-Q{month // 3}", range(last - 2, last + 1))
            elif kind == "year" and month == 12:
                yield Window(kind, f"{year}", range(last - 11, last + 1))
            elif kind in {"month", "rolling_year"}:
                yield Window(kind, f"{year}-{month:02}", range(last - length + 1, last + 1))


class Counting:
    """Puts what a measure counts into the places where it counts, split by the given breakdowns.

    Counted are the periods of the given kinds; too little is known for so many months after the first known one
    (`lead_in`) and before the last (`follow_up`).
    """

    def __init__(
        self,
        register: Register,
        breakdowns: Iterable[str],
        period_kinds: Iterable[str] = tuple(WINDOWS),
        lead_in: int = 0,
        follow_up: int = 0,
    ) -> None:
        self.register = register
        self.breakdowns = sorted(breakdowns)
        self.state = cache(lambda person, month: state_in(register, person, month))
        known = range(register.months.start + lead_in, register.months.stop - follow_up)
        self._windows = [one for one in windows(known) if one.period_kind in period_kinds]

    def grid(self) -> set[Slot]:
        """Every place that there must be a figure for, if only a nought."""
        shown = {window.last_day: self.register.shown(window.last_day) for window in self._windows}
        return {
            Slot(breakdown, category, window.period_kind, window.period, area)
            for breakdown in self.breakdowns
            for category in self.categories(breakdown)
            for window in self.windows(breakdown)
            for area in shown[window.last_day]
        }

    def windows(self, breakdown: str) -> list[Window]:
        """The periods that a breakdown is counted for."""
        return [one for one in self._windows if "." not in breakdown or one.period_kind != PAIRS_NOT_BY]

    def categories(self, breakdown: str) -> list[str]:
        """Every category of a breakdown; of a pair each with each."""
        found = [""]
        for part in breakdown.split("."):
            known = CATEGORIES.get(part, tuple(self.register.schemes))
            told = [code for code in known if part not in WAYS or self._is_told(code)]
            found = [f"{before}.{code}" for before in found for code in told]
        return [code[1:] for code in found]

    def _is_told(self, way: str) -> bool:
        return way not in NEEDS or NEEDS[way] in self.register.known

    def persons(
        self, spans: Mapping[str, Spans], around: Mapping[str, Spans] | None = None
    ) -> dict[Slot, set[str]]:
        """Who is counted where: once in each period, in the state of the last month that counts them in it.

        With `around`, only who has a day there in the period too is counted, in the state that those days give.
        """
        found: dict[Slot, set[str]] = defaultdict(set)
        for breakdown in self.breakdowns:
            for person in spans:
                deciding = self._months(breakdown, person, (spans if around is None else around)[person])
                for own, months in self._months(breakdown, person, spans[person]).items():
                    for window in self.windows(breakdown):
                        last = deciding.get(own, set()) & set(window.months)
                        if last and months & set(window.months):
                            for slot in self._slots(breakdown, window, Item(person, own, max(last), None)):
                                found[slot].add(person)
        return found

    def placed(self, items: Iterable[Item[Thing]]) -> dict[Slot, list[Item[Thing]]]:
        """What counts where: each item in every period with its month, in the state of that month."""
        found: dict[Slot, list[Item[Thing]]] = defaultdict(list)
        for item in items:
            if self.state(item.person, item.month) is None:
                continue
            for breakdown in self.breakdowns:
                for window in self.windows(breakdown):
                    if item.month in window.months:
                        for slot in self._slots(breakdown, window, item):
                            found[slot].append(item)
        return found

    def _months(self, breakdown: str, person: str, spans: Spans) -> dict[str, set[int]]:
        """Of each own category, or of all together, the months that count the person."""
        parts: dict[str, set[int]] = defaultdict(set)
        for own, days in spans.items():
            months = {month_of(day) for day in days}
            known = {month for month in months if self.state(person, month) is not None}
            parts[own if OF_DAYS & {*breakdown.split(".")} else "all"] |= known
        return parts

    def _slots(self, breakdown: str, window: Window, item: Item[Any]) -> Iterator[Slot]:
        state = self.state(item.person, item.month)
        category = ".".join(_code(part, state, item) for part in breakdown.split("."))
        for area in self.register.areas_around(state.area, window.last_day):
            yield Slot(breakdown, category, window.period_kind, window.period, area)


def _code(part: str, state: State, item: Item[Any]) -> str:
    of_its_own = {"all": "all", **dict.fromkeys(OF_DAYS, item.own), **dict.fromkeys(WAYS, item.way)}
    return of_its_own[part] if part in of_its_own else str(getattr(state, part))
