"""What happens in the cases: interviews, assessments, plans, conferences, referrals, closures."""

from collections.abc import Iterator

import numpy as np

from etl.synthetic.arrays import (
    FOREVER,
    Columns,
    Flags,
    Floats,
    Ints,
    choices,
    drawn_through,
    from_log_odds,
    kept,
    log_odds,
    months_of,
    stacked,
    without_repeats,
)
from etl.synthetic.chunks import Chunk

KINDS = ("contact", "needs_assessment", "plan", "conference", "referral", "closure")
ATTENDANCE = ("not_told", "attended", "excused", "absent")


def event_rows(chunk: Chunk, cases: Columns) -> Columns:
    """The events of the cases. FOREVER stands where an event is not held, or has no day when it is due."""
    rows = stacked(
        [
            _first_interviews(chunk, cases),
            *_further_contacts(chunk, cases),
            _assessments(chunk, cases),
            _plans(chunk, cases),
            *_others(chunk, cases),
        ]
    )
    rows = kept(rows, (rows["held"] < FOREVER) | (rows["due"] < FOREVER))
    count, actors = len(rows["case"]), chunk.settings.cases["actors"]
    rows["actor"] = choices(chunk.rng, count, [share for _, _, share in actors])
    seen = np.minimum(rows["held"], np.minimum(rows["due"], rows["planned"]))
    rows["told"] = seen + chunk.days(count, [0, 2])
    rows.pop("planned")
    rows["attendance"] = _attendance(chunk, rows)
    return without_repeats(rows, "case", "kind", "held", "due", "actor")


def _attendance(chunk: Chunk, rows: Columns) -> Ints:
    """Whether those came who were called to a contact: some who did not were seen later all the same."""
    part, count = chunk.settings.cases["attendance"], len(rows["held"])
    missed = (rows["held"] == FOREVER) | (
        (rows["held"] > rows["due"]) & chunk.chance(count, part["late_missed"])
    )
    came = np.where(
        chunk.chance(count, part["excused"]), ATTENDANCE.index("excused"), ATTENDANCE.index("absent")
    )
    told = (rows["kind"] == KINDS.index("contact")) & (rows["due"] < FOREVER) & ~rows["exempt"]
    told &= chunk.chance(count, part["told"])
    return np.where(told, np.where(missed, came, ATTENDANCE.index("attended")), ATTENDANCE.index("not_told"))


def _events(
    cases: Columns,
    kind: str,
    held: Ints,
    due: Ints,
    *,
    exempt: Flags | None = None,
    planned: Ints | None = None,
) -> Columns:
    """One event for each case; what would be held after the case is closed is not held."""
    count = len(held)
    return {
        "case": cases["case"],
        "who": cases["who"],
        "kind": np.full(count, KINDS.index(kind)),
        "held": np.where(held < cases["end"], held, FOREVER),
        "due": due,
        "opened": cases["start"],
        "exempt": np.zeros(count, dtype=np.bool_) if exempt is None else exempt,
        "planned": due if planned is None else planned,
    }


def _first_interviews(chunk: Chunk, cases: Columns) -> Columns:
    """Due so many days after opening. Who is off benefit before, or has another reason, is exempt."""
    part, count = chunk.settings.cases["first_interview"], len(cases["case"])
    within = np.array([part["days"][scheme] for scheme in chunk.settings.schemes])[cases["scheme"]]
    due = cases["start"] + within
    in_time = chunk.chance(count, from_log_odds(_odds_in_time(chunk, cases)))
    early = cases["start"] + np.floor(chunk.rng.random(count) * (within + 1)).astype(np.int64)
    late = due + 1 + np.floor(chunk.rng.standard_exponential(count) * part["overdue_days"]).astype(np.int64)
    held = np.where(in_time, early, np.where(chunk.chance(count, part["never"]), FOREVER, late))
    missed = (held >= cases["end"]) & (due >= cases["end"])
    exempt = missed | chunk.chance(count, part["exempt"])
    return _events(
        cases, "contact", np.where(exempt, FOREVER, held), due, exempt=exempt, planned=cases["start"]
    )


def _odds_in_time(chunk: Chunk, cases: Columns) -> Floats:
    """Log odds: those of the place and its year, of the country's years and months, and of what no record shows."""
    part, places = chunk.settings.cases["first_interview"], chunk.places
    start, area = cases["start"], chunk.people.area_on(cases["who"], cases["start"])
    odds: Floats = log_odds(places.timeliness[area]) + np.log(
        places.timeliness_by_year[area, places.year_of(start)]
    )
    odds += drawn_through(part["country"], start)
    odds += np.array(part["months"])[months_of(start) % 12]
    odds += part["hidden"] * chunk.people.hidden[cases["who"]]
    return odds


def _further_contacts(chunk: Chunk, cases: Columns) -> Iterator[Columns]:
    """At intervals while the case is open; some late, some not held."""
    part, last = chunk.settings.cases["further_contacts"], chunk.settings.cuts[1]
    cases = {**cases, "chance_held": _chance_held(chunk, cases)}
    due = cases["start"] + chunk.days(len(cases["case"]), part["every_days"])
    while True:
        going_on = due < np.minimum(cases["end"], last)
        cases, due = kept(cases, going_on), due[going_on]
        count = len(due)
        if not count:
            return
        punctual = chunk.chance(count, part["in_time"])
        days = np.where(punctual, -chunk.days(count, [0, 10]), chunk.days(count, [1, 21]))
        held = np.where(chunk.chance(count, cases["chance_held"]), due + days, FOREVER)
        recent = due > chunk.settings.first_day
        yield kept(_events(cases, "contact", held, due), recent)
        due = due + chunk.days(count, part["every_days"])


def _chance_held(chunk: Chunk, cases: Columns) -> Floats:
    """Chance that a further contact is held: places that are in time with the first ones miss few of the later."""
    first, further = chunk.settings.cases["first_interview"], chunk.settings.cases["further_contacts"]
    area = chunk.people.area_on(cases["who"], cases["start"])
    apart = log_odds(chunk.places.timeliness[area]) - log_odds(first["in_time"])
    return from_log_odds(log_odds(further["held"]) + further["as_first"] * apart)


def _assessments(chunk: Chunk, cases: Columns) -> Columns:
    part, count = chunk.settings.cases["needs_assessment"], len(cases["case"])
    held = np.where(
        chunk.chance(count, part["share"]), cases["start"] + chunk.days(count, part["days"]), FOREVER
    )
    return _events(cases, "needs_assessment", held, np.full(count, FOREVER))


def _plans(chunk: Chunk, cases: Columns) -> Columns:
    part, count = chunk.settings.cases["plan"], len(cases["case"])
    area = chunk.people.area_on(cases["who"], cases["start"])
    made = chunk.chance(count, chunk.places.plans[area])
    held = np.where(made, cases["start"] + chunk.days(count, part["days"]), FOREVER)
    due = cases["start"] + part["due_days"]
    return _events(cases, "plan", held, np.where(due < cases["end"], due, FOREVER))


def _others(chunk: Chunk, cases: Columns) -> Iterator[Columns]:
    """Conferences, referrals and closures: nobody says beforehand when they are due."""
    count = len(cases["case"])
    never = np.full(count, FOREVER)
    for kind in ("conference", "referral"):
        part = chunk.settings.cases[kind]
        held = cases["start"] + chunk.days(count, part["days"])
        yield _events(cases, kind, np.where(chunk.chance(count, part["share"]), held, FOREVER), never)
    closed = chunk.chance(count, chunk.settings.cases["closure"]["share"]) & (cases["end"] < FOREVER)
    yield _events(cases, "closure", np.where(closed, cases["end"] - 1, FOREVER), never)
