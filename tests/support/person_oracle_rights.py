"""What the measures of sanctions, applications and being called count of one person, as the definitions say it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tests.support.person_oracle_lasting import (
    LONG_TERM_MONTHS,
    WHOLE_DEGREE,
    Spans,
    long_term_days,
    whole,
    worked_months,
)
from tests.support.person_oracle_measures import NO_SCHEME, Event, Followed, first_talks
from tests.support.person_oracle_register import DAY, Register, Row, month_of, work_is_known

DECIDED = ("granted", "refused")
MEASURES = ("training", "wage_subsidy", "work_placement")


def sanction_days(register: Register, person: str) -> Spans:
    """The days on which a sanction was decided, each in its benefit."""
    found: Spans = defaultdict(dict)
    for row in register.of(person, "sanctions"):
        found[row["scheme"]][row["decided_on"]] = WHOLE_DEGREE
    return found


def complaints_decided(register: Register, person: str) -> list[Event]:
    """The day on which the complaint about each sanction was decided."""
    return [_decision(row) for row in register.of(person, "sanctions") if row["complaint_decided_on"]]


def complaints_changed(register: Register, person: str) -> list[Event]:
    """Those of them that changed the sanction."""
    rows = register.of(person, "sanctions")
    return [_decision(row) for row in rows if row["complaint_outcome"] == "changed"]


def decisions_due(register: Register, person: str) -> list[Event]:
    """The day on which the decision of each complete application is due, unless it is withdrawn by then."""
    return [one.due for one in _complete(register, person) if not one.ends("withdrawn")]


def decisions_in_time(register: Register, person: str) -> list[Event]:
    """Those of them that are granted or refused by that day."""
    return [one.due for one in _complete(register, person) if one.ends(*DECIDED)]


def applications_decided(register: Register, person: str) -> list[Followed]:
    """The complete applications that were granted or refused: from the day that they were to that of the decision."""
    return [
        Followed(
            row["scheme"], row["complete_on"], (row["decided_on"] - row["complete_on"]).days + 1, ended=True
        )
        for row in register.of(person, "applications")
        if row["complete_on"] and row["outcome"] in DECIDED
    ]


def first_interviews_called(register: Register, person: str) -> list[Event]:
    """The first talk of each new case, exempted or not, on the day on which it is due, if the case is open then."""
    return [Event(NO_SCHEME, talks[0]["due_on"]) for talks in first_talks(register, person)]


def first_interviews_exempt(register: Register, person: str) -> list[Event]:
    """Those of them that are exempted."""
    return [
        Event(NO_SCHEME, talks[0]["due_on"])
        for talks in first_talks(register, person)
        if any(talk["exempt"] for talk in talks)
    ]


def interviews_called(register: Register, person: str) -> list[Event]:
    """The due day of each talk of which it is told whether the person came."""
    return [Event(NO_SCHEME, row["due_on"]) for row in _called(register, person)]


def interviews_missed(register: Register, person: str) -> list[Event]:
    """Those of them that the person stayed away from without a valid reason."""
    called = _called(register, person)
    return [Event(NO_SCHEME, row["due_on"]) for row in called if row["attendance"] == "absent"]


def planned_activities_ended(register: Register, person: str) -> list[Event]:
    """The last day of each activity with an agreed one, if work in its month and the one after is known."""
    return [Event(NO_SCHEME, row["end_on"] - DAY) for row in _planned(register, person)]


def activities_broken_off(register: Register, person: str) -> list[Event]:
    """Those of them that ended before the agreed day, without paid hours in one of these months."""
    worked = worked_months(register, person)
    return [
        Event(NO_SCHEME, row["end_on"] - DAY)
        for row in _planned(register, person)
        if row["end_on"] < row["planned_end_on"] and not worked & _months_around(row)
    ]


def programme_days(register: Register, person: str) -> Spans:
    """The days on which somebody takes part in a measure; guidance is none."""
    rows = register.of(person, "activities")
    return whole(day for row in rows if row["kind"] in MEASURES for day in register.days(row))


def passive_days(register: Register, person: str) -> Spans:
    """The days of long-term benefit in months that end twelve in a row without a day of activity."""
    active = {month_of(day) for row in register.of(person, "activities") for day in register.days(row)}
    return {
        scheme: {
            day: degree
            for day, degree in days.items()
            if all(month_of(day) - ago not in active for ago in range(LONG_TERM_MONTHS))
        }
        for scheme, days in long_term_days(register, person).items()
    }


class _Application(NamedTuple):
    """A complete one whose decision is due; and how it came out, if that was by the due day."""

    due: Event
    in_time: str | None

    def ends(self, *outcomes: str) -> bool:
        """Whether it comes out in one of these ways by the due day."""
        return self.in_time in outcomes


def _complete(register: Register, person: str) -> Iterator[_Application]:
    """The applications that were complete within the records, for a benefit with a limit that ends within them."""
    known_from, known_until = register.known["applications"]
    for row in register.of(person, "applications"):
        limit = register.decision_days.get(row["scheme"])
        if limit is None or row["complete_on"] is None or row["complete_on"] < known_from:
            continue
        due: date = row["complete_on"] + (limit - 1) * DAY
        if due < known_until:
            in_time = row["decided_on"] is not None and row["decided_on"] <= due
            yield _Application(Event(row["scheme"], due), row["outcome"] if in_time else None)


def _decision(sanction: Row) -> Event:
    return Event(sanction["scheme"], sanction["complaint_decided_on"])


def _called(register: Register, person: str) -> list[Row]:
    return [
        row
        for row in register.of(person, "case_events")
        if row["kind"] == "contact" and row["due_on"] and not row["exempt"] and row["attendance"]
    ]


def _planned(register: Register, person: str) -> list[Row]:
    """The activities that have a day and an agreed last one, and have ended where the records still tell of it."""
    return [
        row
        for row in register.of(person, "activities")
        if row["planned_end_on"]
        and row["end_on"]
        and row["start_on"] < row["end_on"] <= register.known["activities"][1]
        and all(work_is_known(register, month) for month in _months_around(row))
    ]


def _months_around(activity: Row) -> set[int]:
    """The month of the last day and the one after."""
    last = month_of(activity["end_on"] - DAY)
    return {last, last + 1}


SPANS: Mapping[str, Callable[[Register, str], Spans]] = {
    "sanction_days": sanction_days,
    "programme_days": programme_days,
    "passive_days": passive_days,
}
EVENTS: Mapping[str, Callable[[Register, str], list[Event]]] = {
    "complaints_decided": complaints_decided,
    "complaints_changed": complaints_changed,
    "decisions_due": decisions_due,
    "decisions_in_time": decisions_in_time,
    "first_interviews_called": first_interviews_called,
    "first_interviews_exempt": first_interviews_exempt,
    "interviews_called": interviews_called,
    "interviews_missed": interviews_missed,
    "planned_activities_ended": planned_activities_ended,
    "activities_broken_off": activities_broken_off,
}
SPELLS: Mapping[str, Callable[[Register, str], list[Followed]]] = {
    "applications_decided": applications_decided,
}
