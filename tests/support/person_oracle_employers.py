"""What each measure of employers counts of one workplace, an employer in one area, as the definitions say it in words.

A workplace goes by a name among the people of a register; of a person none of these measures counts anything.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from tests.support.person_oracle_lasting import Spans, whole
from tests.support.person_oracle_measures import NO_SCHEME, Event, Followed
from tests.support.person_oracle_register import Register, Row

PER_CENT = 100
FILLED_WITHIN_DAYS = 84


def open_positions(register: Register, workplace: str) -> Spans:
    """The days on which vacancies are open, each with their positions added up."""
    rows = _told(register, workplace, "vacancies")
    return _added_up((_open(register, row), row["positions"]) for row in rows)


def positions_opened(register: Register, workplace: str) -> list[Event]:
    """The positions of each vacancy, on the day on which it opens."""
    return [
        Event(NO_SCHEME, row["opened_on"], row["positions"])
        for row in _told(register, workplace, "vacancies")
    ]


def positions_filled_by_referral(
    register: Register, workplace: str, within_days: int = FILLED_WITHIN_DAYS
) -> list[Event]:
    """Those of them that somebody referred fills, where a position is filled on one of the first so many days."""
    return [
        Event(NO_SCHEME, row["opened_on"], row["referred_positions"])
        for row in _told(register, workplace, "vacancies")
        if row["filled_on"]
        and 1 <= _day_of(row["filled_on"], row) <= within_days
        and row["referred_positions"]
    ]


def vacancies_until_filled(register: Register, workplace: str) -> list[Followed]:
    """Each vacancy, followed until it is filled, else as long as it is known to be open."""
    until = register.known["vacancies"][1]
    found = []
    for row in _told(register, workplace, "vacancies"):
        if row["filled_on"]:
            days = _day_of(row["filled_on"], row)
        else:
            days = ((row["closed_on"] or until) - row["opened_on"]).days
        if days > 0:
            found.append(Followed(NO_SCHEME, row["opened_on"], days, row["filled_on"] is not None))
    return found


def layoffs_notified(register: Register, workplace: str) -> list[Event]:
    """The persons of each notice, on the day on which it is given."""
    return [
        Event(NO_SCHEME, row["notified_on"], row["persons"])
        for row in _told(register, workplace, "layoff_notices")
    ]


def employees(register: Register, workplace: str) -> Spans:
    """The days of which employees are told, with those of all stretches added up."""
    rows = _told(register, workplace, "employers")
    return _added_up((_active(register, row), row["employees"]) for row in rows if row["employees"])


def employers_active(register: Register, workplace: str) -> Spans:
    """The days that any stretch covers, however many employees it tells of."""
    rows = _told(register, workplace, "employers")
    return whole({day for row in rows for day in _active(register, row)})


def employers_with_vacancy(register: Register, workplace: str) -> Spans:
    """Those of them on which the employer has a vacancy open, in whatever area."""
    place = register.workplaces.get(workplace)
    rows = register.of(place.employer, "vacancies") if place else []
    is_open = {day for row in rows for day in _open(register, row)}
    [active] = employers_active(register, workplace).values()
    return whole(is_open & active.keys())


def _told(register: Register, workplace: str, source: str) -> list[Row]:
    """What a source tells of the employer in this area, but for what ends before it begins."""
    place = register.workplaces.get(workplace)
    if place is None:
        return []
    rows = [
        row for row in register.of(place.employer, source) if register.place_told(row["area"]) == place.told
    ]
    return [row for row in rows if source != "vacancies" or _open(register, row)]


def _open(register: Register, row: Row) -> set[date]:
    return register.days(row, "opened_on", "closed_on")


def _active(register: Register, row: Row) -> set[date]:
    return register.days(row, "active_from", "active_to")


def _day_of(day: date, row: Row) -> int:
    """Which day of a vacancy it is; the day on which that opens is the first."""
    opened: date = row["opened_on"]
    return (day - opened).days + 1


def _added_up(told: Iterable[tuple[set[date], int]]) -> Spans:
    found = Counter[date]()
    for days, number in told:
        for day in days:
            found[day] += PER_CENT * number
    return {NO_SCHEME: dict(found)}


SPANS: Mapping[str, Callable[[Register, str], Spans]] = {
    "open_positions": open_positions,
    "employees": employees,
    "employers_active": employers_active,
    "employers_with_vacancy": employers_with_vacancy,
}
EVENTS: Mapping[str, Callable[..., list[Event]]] = {
    "positions_opened": positions_opened,
    "positions_filled_by_referral": positions_filled_by_referral,
    "layoffs_notified": layoffs_notified,
}
SPELLS: Mapping[str, Callable[[Register, str], list[Followed]]] = {
    "vacancies_until_filled": vacancies_until_filled,
}
