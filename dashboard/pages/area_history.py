"""What an area is and was: the groups it belongs to, the areas in it, and what it was made from or became."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warehouse.areas import Area, Country


@dataclass(frozen=True)
class Event:
    """A day on which the areas `before` became the areas `after`."""

    on: date
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def kind(self) -> str:
        """`renumbered` (one became one), `merged`, `split`, or `rearranged` (several became several)."""
        if len(self.before) == 1:
            return "renumbered" if len(self.after) == 1 else "split"
        return "merged" if len(self.after) == 1 else "rearranged"


def day_of(area: Area, as_of: date) -> date:
    """The day to look at an area: `as_of`, else the last day on which it stood, else the first on which it will."""
    if area.valid_to is not None and area.valid_to < as_of:
        return area.valid_to
    if area.valid_from is not None and area.valid_from > as_of:
        return area.valid_from
    return as_of


def events(country: Country, code: str) -> tuple[Event, ...]:
    """Every change that made the area or ended it, the oldest first."""
    days = {(step.code, step.successor): step.on for step in country.successions}
    ends = [(code, next_one) for next_one in country.successors(code)]
    starts = [(old, code) for old in country.predecessors(code)]
    found = {_event(country, days[pair], pair[0]) for pair in (*starts, *ends)}
    return tuple(sorted(found, key=lambda event: (event.on, event.before)))


def _event(country: Country, on: date, code: str) -> Event:
    """The whole change that an ended area was part of: all that became something together with it."""
    before, after = {code}, set[str]()
    while True:
        reached = {new for old in before for new in country.successors(old)}
        came_from = {old for new in reached for old in country.predecessors(new)}
        if reached == after and came_from == before:
            return Event(on, tuple(sorted(before)), tuple(sorted(after)))
        before, after = before | came_from, reached


def groups(country: Country, code: str, day: date) -> tuple[Area, ...]:
    """The areas that the area belongs to on a day, in the reading order of their levels."""
    found = (country.group_of(code, level, day) for level in country.levels)
    return tuple(group for group in found if group is not None)


def members(country: Country, code: str, day: date) -> Mapping[str, Sequence[Area]]:
    """The areas in an area on a day by their level, in reading order; in the country are all others."""
    if code == country.whole.code:
        inside = [area for area in country.areas_on(day) if area.code != code]
    else:
        inside = [country.areas[member] for member in country.members(code, day)]
    found = {level: tuple(area for area in inside if area.level == level) for level in country.levels}
    return {level: areas for level, areas in found.items() if areas}
