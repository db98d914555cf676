"""Tiny worlds of persons: few people, four municipalities, a year and a half; drawn so that edges meet often."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from tests.support.employer_worlds import employer_rows
from tests.support.person_oracle_drawing import DECISION_DAYS, NOT_STATED_AREA, ROLES, SCHEMES
from tests.support.person_oracle_register import DAY, PERSON_SOURCES, Register, Row, first_day, month_of
from tests.support.person_worlds_dealings import application_rows, need_rows, payment_rows, sanction_rows
from tests.support.person_worlds_ways import education_rows, pension_rows, work_rows
from tests.support.worlds import Member, Place, Step

ABROAD = "XX-ABROAD"
BIRTH_YEARS = (None, 1957, 1958, 1974, 1999, 2000, 2008, 2009)
"""Those who turn 67, 66, 50, 25, 16 in a year of the worlds, or the year after; and one who may have any age."""

OPENS = [date(2023, 11, 1), date(2023, 11, 10), date(2023, 12, 1), date(2024, 1, 1)]
ENDS = [date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 20), date(2025, 5, 1)]
LENGTHS = (1, 14, 28, 31, 61, 92, 182, 183)
BREAKS = (-40, -7, 0, 0, 1, 13, 14, 28, 29, 31, 62)
"""Days between a span and the one after: overlaps, touches, each scheme's gap days and one more, a whole month."""

SPRING, AUTUMN = date(2024, 5, 1), date(2024, 9, 15)
FATES: Sequence[Sequence[Step]] = (
    (),
    (Step("D", "C", SPRING),),
    (Step("D", "E", SPRING),),
    (Step("D", "A", SPRING), Step("D", "C", SPRING)),
    (Step("D", "E", AUTUMN), Step("B", "E", AUTUMN)),
    (Step("D", "E", SPRING), Step("E", "F", AUTUMN), Step("A", "F", AUTUMN)),
    (Step("D", "C", SPRING), Step("C", "F", AUTUMN), Step("B", "F", AUTUMN)),
    (Step("D", "E", SPRING), Step("D", "A", SPRING), Step("E", "F", AUTUMN)),
    (Step("D", "E", date(2025, 6, 1)),),
)
"""What may become of municipalities: nothing, joined to another, renumbered, split, merged; some of it one after the
other; or all in good time."""

REGIONS_MERGE = (Step("N", "W", date(2024, 10, 1)), Step("S", "W", date(2024, 10, 1)))

Span = tuple[date, date | None]


def pseudonyms(people: int) -> list[str]:
    """So many people."""
    return [str(UUID(int=number)) for number in range(1, people + 1)]


@st.composite
def registers(draw: st.DrawFn, most_people: int = 6) -> Register:
    """A country of two regions and all that is told of its people.

    One municipality changes region; others may end, go into a neighbour or a new one, be split, and the regions too.
    """
    moves_on = draw(st.sampled_from([date(2024, 6, 1), date(2024, 12, 1), date(2025, 1, 1)]))
    steps = [*draw(st.sampled_from(FATES)), *draw(st.sampled_from([(), (), REGIONS_MERGE]))]
    places = _places(steps)
    rows: dict[str, list[Row]] = {source: [] for source in PERSON_SOURCES}
    for person in pseudonyms(draw(st.sampled_from(range(1, most_people + 1)))):
        for source, found in draw(pasts(person[-2:])).items():
            rows[source] += [{"person_id": person, **row} for row in found]
    return Register(
        [
            *places.values(),
            Place("XX", "country"),
            *(Place(one, "residual") for one in (NOT_STATED_AREA, ABROAD)),
        ],
        list(_members(places, moves_on)),
        ROLES,
        SCHEMES,
        NOT_STATED_AREA,
        draw(coverage()),
        rows,
        steps,
        DECISION_DAYS,
    )


def _places(steps: Sequence[Step]) -> dict[str, Place]:
    """Regions and municipalities, each from the first step that leads to it to the last day before it ends."""
    begins = {step.successor: step.on for step in steps if step.successor not in "ABCD"}
    ends = {step.code: step.on - DAY for step in steps}
    codes = {**dict.fromkeys(["N", "S", "W"], "region"), **dict.fromkeys("ABCDEF", "municipality")}
    return {
        code: Place(code, level, begins.get(code), ends.get(code))
        for code, level in codes.items()
        if code in begins or code in "NSABCD"
    }


def _members(places: Mapping[str, Place], moves_on: date) -> Iterator[Member]:
    """Each municipality in its region, as long as both stand; in the new region, if there is one, all are."""
    wanted = [Member("N", "A"), Member("N", "B", None, moves_on - DAY), Member("S", "B", moves_on)]
    wanted += [Member("N" if places["A"].last else "S", "F")]  # no region is left without an area
    wanted += [Member("S", code) for code in "CDE"] + [Member("W", code) for code in "ABCDEF"]
    for one in wanted:
        if one.group in places and one.member in places:
            sides = (one, places[one.group], places[one.member])
            first = max((side.first for side in sides if side.first), default=None)
            last = min((side.last for side in sides if side.last), default=None)
            if not first or not last or first <= last:
                yield Member(one.group, one.member, first, last)


@st.composite
def coverage(draw: st.DrawFn) -> Mapping[str, tuple[date, date]]:
    """Of which days each source tells: most often all of the same."""
    told = (draw(st.sampled_from(OPENS)), draw(st.sampled_from(ENDS)))
    other = (draw(st.sampled_from(OPENS)), draw(st.sampled_from(ENDS)))
    odd = draw(st.sampled_from([None, None, *PERSON_SOURCES]))
    return {source: other if source == odd else told for source in PERSON_SOURCES}


@st.composite
def pasts(draw: st.DrawFn, mark: str) -> dict[str, list[Row]]:
    """One person's rows, by raw table; `mark` tells this person's cases from others'."""
    benefits = draw(benefit_rows())
    registrations = [span_row(*span) for span in draw(chains())]
    cases = draw(st.lists(spans_from(anchors()), min_size=1, max_size=2))
    return {
        "person_states": draw(state_rows()),
        "benefit_spells": benefits,
        "registrations": registrations,
        "activities": draw(activity_rows([*benefits, *registrations])),
        "work_months": draw(work_rows([*benefits, *registrations])),
        "payments": draw(payment_rows(benefits)),
        "education_months": draw(education_rows([*benefits, *registrations])),
        "pensions": draw(pension_rows(benefits)),
        "placements": [
            {"placed_on": day, "sector": "private"} for day in draw(st.lists(anchors(), max_size=3))
        ],
        "cases": [
            {"case_id": f"{mark}-{number}", "opened_on": opened, "closed_on": closed}
            for number, (opened, closed) in enumerate(cases)
        ],
        "case_events": [
            {"case_id": f"{mark}-{number}", **event}
            for number, case in enumerate(cases)
            for event in draw(case_event_rows(*case))
        ],
        "sanctions": draw(st.lists(sanction_rows(benefits, anchors()), max_size=3)),
        "applications": draw(st.lists(application_rows(anchors()), max_size=3)),
        "need_assessments": draw(need_rows(benefits, anchors())),
        **draw(employer_rows(spans_from(anchors()), anchors())),
    }


@st.composite
def anchors(draw: st.DrawFn) -> date:
    """A day, most often at the edge of a month."""
    month = draw(st.integers(month_of(date(2023, 9, 1)), month_of(date(2025, 2, 1))))
    return first_day(month) + timedelta(days=draw(st.sampled_from([0, 0, -1, 1, 14])))


@st.composite
def spans_from(draw: st.DrawFn, starts: st.SearchStrategy[date]) -> Span:
    """A span that starts on one of those days; now and then it is open."""
    start = draw(starts)
    length = draw(st.sampled_from([*LENGTHS, None]))
    return start, start + timedelta(days=length) if length else None


@st.composite
def chains(draw: st.DrawFn, at_least: int = 0) -> list[Span]:
    """Spans one after the other, each with one of the breaks to the one before; now and then the same one twice."""
    found: list[Span] = []
    start = draw(anchors())
    for _ in range(draw(st.integers(at_least, 3))):
        span = draw(spans_from(st.just(start)))
        found += [span] * draw(st.sampled_from([1, 1, 1, 1, 2]))
        start = (span[1] or start) + timedelta(days=draw(st.sampled_from(BREAKS)))
    return found


@st.composite
def benefit_rows(draw: st.DrawFn) -> list[Row]:
    """Rows of benefit on one scheme or several, whole or in part."""
    return [
        {
            "scheme": draw(st.sampled_from([*SCHEMES])),
            **span_row(*span),
            "degree": draw(st.sampled_from([100, 100, 50, 33])),
            "recorded_on": span[0],
        }
        for chain in draw(st.lists(chains(at_least=1), min_size=1, max_size=2))
        for span in chain
    ]


@st.composite
def state_rows(draw: st.DrawFn) -> list[Row]:
    """Where and who somebody is: nothing, or rows one after the other, apart, or one within the other."""
    starts = st.one_of(st.just(date(2020, 1, 1)), anchors())
    days = sorted(draw(st.sets(starts, max_size=4)))
    born = draw(st.sampled_from(BIRTH_YEARS))
    rows = []
    for start, after in zip(days, [*days[1:], None][: len(days)], strict=True):
        ends = draw(
            st.sampled_from([after, after, after, start + timedelta(days=20), start + timedelta(days=200)])
        )
        rows.append(
            {
                "valid_from": start,
                "valid_to": ends,
                "area": draw(st.sampled_from([*"AABBCCDDEF", None, ABROAD])),
                "birth_year": draw(st.sampled_from([born, born, born, None])),
                "sex": draw(st.sampled_from(["female", "female", "male", None])),
                "origin": draw(st.sampled_from(["native", "western", "non_western", None])),
                "education": None,
            }
        )
    return rows


@st.composite
def activity_rows(draw: st.DrawFn, spans: Sequence[Row]) -> list[Row]:
    """Activities beside benefits and registrations: before, across, within and after them."""
    days = [day for row in spans for day in (row["start_on"], row["start_on"], row["end_on"]) if day]
    shifted = st.builds(
        lambda day, days: day + timedelta(days=days),
        st.sampled_from(days),
        st.sampled_from([-10, 0, 5, 40]),
    )
    return [
        {
            "kind": draw(st.sampled_from(["guidance", "training", "wage_subsidy", "work_placement"])),
            **span_row(*span),
            "planned_end_on": draw(planned_ends(*span)),
        }
        for span in draw(st.lists(spans_from(shifted), max_size=3))
    ]


def planned_ends(start: date, end: date | None) -> st.SearchStrategy[date | None]:
    """The first day after an agreed last one: none, or the end itself, one close to it, or a later one."""
    ends = [(end or start) + timedelta(days=days) for days in (0, 0, -1, 1, 40)]
    return st.sampled_from([None, *(one for one in ends if one > start)])


@st.composite
def case_event_rows(draw: st.DrawFn, opened: date, closed: date | None) -> list[Row]:
    """Talks with and without a due day, held early, in time, late or not yet; plans made before, within and after."""
    rows = [draw(contact_rows(opened)) for _ in range(draw(st.sampled_from([1, 1, 2, 3, 0])))]
    for _ in range(draw(st.integers(0, 2))):
        last = (closed or opened + timedelta(days=300)) - DAY
        days = [opened - 3 * DAY, opened, opened + 35 * DAY, last, last + DAY]
        made = draw(st.sampled_from([*days, None]))
        rows.append(event_row("plan", made, opened if made is None else None, exempt=False))
    return rows


@st.composite
def contact_rows(draw: st.DrawFn, opened: date) -> Row:
    """A talk that is due some days after the case was opened, or was held without having been due."""
    due = draw(st.sampled_from([*(opened + timedelta(days=days) for days in (7, 7, 31, 0)), None]))
    late = draw(st.sampled_from([0, 0, -3, 1, 40, None]))
    came = {"attendance": draw(st.sampled_from([None, "attended", "excused", "absent", "absent"]))}
    if due is None:
        return event_row("contact", opened + timedelta(days=3), None, exempt=False) | came
    held = None if late is None else max(due + timedelta(days=late), opened)
    return event_row("contact", held, due, exempt=draw(st.sampled_from([False, False, True]))) | came


def event_row(kind: str, happened_on: date | None, due_on: date | None, *, exempt: bool) -> dict[str, Any]:
    """One event of a case."""
    actor = {"actor_organisation": "office", "actor_sector": "municipal"}
    told = {"kind": kind, "happened_on": happened_on, "due_on": due_on, "exempt": exempt, **actor}
    return {**told, "attendance": None}


def span_row(start: date, end: date | None) -> dict[str, Any]:
    """The columns of something that lasts."""
    return {"start_on": start, "end_on": end}
