"""A crowd of people each of whom is there because of one slip that only they would show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tests.support.person_oracle_corners_dealings import dealings
from tests.support.person_oracle_drawing import NOT_STATED_AREA, draw
from tests.support.person_oracle_register import DAY, PERSON_SOURCES, Register, Row
from tests.support.planted_activation import activated
from tests.support.planted_assessed import assessed
from tests.support.planted_employers import EMPLOYERS, NOTICES, VACANCIES
from tests.support.planted_lasting import lasting
from tests.support.planted_leavers import LEAVERS, WAYS, WORKING
from tests.support.planted_registered import registered
from tests.support.planted_seniority import seniors
from tests.support.planted_services import (
    ACTIVITIES,
    CASE_EVENTS,
    CASES,
    PLACEMENTS,
    REGISTRATIONS,
    WORK,
)
from tests.support.planted_ways import on_their_ways
from tests.support.worlds import Member, Place, Step

SPRING, SUMMER, LATER = date(2024, 6, 1), date(2024, 7, 1), date(2025, 3, 1)
"""The days on which D, F and K are no more."""

KNOWN = dict.fromkeys(PERSON_SOURCES, (date(2024, 1, 1), date(2025, 2, 1))) | {
    "benefit_spells": (date(2023, 12, 10), date(2025, 3, 1)),
    "work_months": (date(2024, 1, 1), date(2025, 7, 15)),
    "placements": (date(2024, 1, 1), date(2025, 3, 20)),
    "sanctions": (date(2023, 10, 1), date(2025, 2, 1)),
}


def crowd() -> Register:
    """Everybody, in a country in which D becomes E, F is shared by A and C, and H became I, then A, long ago.

    K becomes A when only some sources tell of the days still. B goes from region N to S at the end of July.
    """
    drawn = draw(
        person_states=STATES + LEAVERS,
        benefit_spells=BENEFITS + WAYS,
        registrations=REGISTRATIONS,
        activities=ACTIVITIES,
        work_months=WORK + WORKING,
        placements=PLACEMENTS,
        cases=CASES,
        case_events=CASE_EVENTS,
        employers=EMPLOYERS,
        vacancies=VACANCIES,
        layoff_notices=NOTICES,
    )
    parts = (activated, assessed, on_their_ways, registered, lasting, dealings, seniors)
    others = [made().rows for made in parts]
    return replace(
        drawn,
        rows={source: [*_of(source, drawn.rows, *others)] for source in PERSON_SOURCES},
        places=[
            *drawn.places,
            *(Place("D", "municipality", None, SPRING - DAY), Place("E", "municipality", SPRING)),
            *(Place("F", "municipality", None, SUMMER - DAY), Place("K", "municipality", None, LATER - DAY)),
            Place("H", "municipality", None, date(2009, 12, 31)),
            Place("I", "municipality", date(2010, 1, 1), date(2019, 12, 31)),
        ],
        members=[
            *(Member("N", "A"), Member("S", "C")),
            *(Member("N", "B", None, date(2024, 7, 31)), Member("S", "B", date(2024, 8, 1))),
            *(Member("S", "D", None, SPRING - DAY), Member("S", "E", SPRING)),
            *(Member("N", "F", None, SUMMER - DAY), Member("N", "K", None, LATER - DAY)),
        ],
        steps=[
            *(Step("D", "E", SPRING), Step("F", "A", SUMMER), Step("F", "C", SUMMER)),
            *(Step("H", "I", date(2010, 1, 1)), Step("I", "A", date(2020, 1, 1)), Step("K", "A", LATER)),
        ],
        known=KNOWN,
    )


def _of(source: str, *told: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    for rows in told:
        yield from rows.get(source, ())


STATES = f"""
    who           | valid_from | valid_to   | area              | birth_year | sex    | origin
    new year      | 2020-01-01 | 2024-01-01 | A                 | 1980       | female | native
    first of      | 2020-01-01 | 2024-03-01 | A                 | 1980       | male   | native
    nested        | 2020-01-01 | 2024-03-20 | A                 | 1980       | female | native
    nested        | 2024-03-05 | 2024-03-15 | C                 | 1980       | female | native
    overlaid      | 2020-01-01 |            | A                 | 1980       | male   | native
    overlaid      | 2024-03-10 | 2024-06-10 | C                 | 1980       | male   | native
    two at once   | 2020-01-01 | 2024-03-25 | A                 | 1980       | male   | native
    two at once   | 2024-03-10 | 2024-03-20 | C                 | 1980       | male   | native
    turns 25      | 2024-01-01 |            | A                 | 2000       | female | native
    turns 67      | 2020-01-01 |            | A                 | 1958       | male   | native
    67, again     | 2020-01-01 |            | A                 | 1958       | male   | native
    turns 16      | 2020-01-01 |            | A                 | 2009       | male   | native
    unknown       | 2020-01-01 |            |                   |            |        |
    of no age     | 2020-01-01 |            | A                 |            | female | native
    nowhere       | 2020-01-01 |            | Q                 | 1980       | female | native
    in a region   | 2020-01-01 |            | N                 | 1980       | female | native
    residual      | 2020-01-01 |            | {NOT_STATED_AREA} | 1980       | female | native
    long ago      | 2000-01-01 |            | H                 | 1980       | female | native
    of D          | 2000-01-01 |            | D                 | 1980       | female | native
    of E          | 2024-06-01 |            | E                 | 1980       | male   | native
    of K          | 2000-01-01 |            | K                 | 1980       | female | native
    of F          | 2000-01-01 |            | F                 | 1980       | female | native
    left F        | 2000-01-01 | 2024-05-01 | F                 | 1980       | male   | native
    left F        | 2024-05-01 |            | A                 | 1980       | male   | native
    no day        | 2020-01-01 | 2024-05-01 | A                 | 1980       | female | native
    no day        | 2024-05-10 | 2024-05-10 | C                 | 1980       | female | native
    backwards     | 2020-01-01 | 2024-05-01 | A                 | 1980       | female | native
    backwards     | 2024-05-20 | 2024-05-10 | C                 | 1980       | female | native
    moves in      | 2020-01-01 | 2024-02-01 | A                 | 1980       | female | native
    moves in      | 2024-02-01 |            | C                 | 1980       | female | native
    to and fro    | 2020-01-01 | 2024-03-01 | A                 | 1980       | male   | native
    to and fro    | 2024-03-01 | 2024-04-01 | C                 | 1980       | male   | native
    to and fro    | 2024-04-01 |            | A                 | 1980       | male   | native
    from B        | 2020-01-01 | 2024-05-01 | B                 | 1980       | female | native
    from B        | 2024-05-01 |            | A                 | 1980       | female | native
    to B          | 2020-01-01 | 2024-05-01 | A                 | 1980       | female | native
    to B          | 2024-05-01 |            | B                 | 1980       | female | native
    to B later    | 2020-01-01 | 2024-06-01 | A                 | 1980       | female | native
    to B later    | 2024-06-01 |            | B                 | 1980       | female | native
    B to C        | 2020-01-01 | 2024-06-01 | B                 | 1980       | female | native
    B to C        | 2024-06-01 |            | C                 | 1980       | female | native
    to E          | 2020-01-01 | 2024-06-01 | A                 | 1980       | female | native
    to E          | 2024-06-01 |            | E                 | 1980       | female | native
    F to C        | 2020-01-01 | 2024-05-01 | F                 | 1980       | male   | native
    F to C        | 2024-05-01 |            | C                 | 1980       | male   | native
    from F        | 2020-01-01 | 2024-05-01 | F                 | 1980       | male   | native
    from F        | 2024-05-01 | 2024-07-01 | A                 | 1980       | male   | native
    from F        | 2024-07-01 |            | C                 | 1980       | male   | native
    grows up      | 2020-01-01 | 2024-08-01 | A                 | 1999       | female | native
    grows up      | 2024-08-01 |            | A                 | 1999       | male   | native
    changes both  | 2020-01-01 | 2024-05-01 | A                 | 1980       | male   | native
    changes both  | 2024-05-01 |            | C                 | 1980       | male   | native
    of B          | 2020-01-01 |            | B                 | 1980       | female | native
    of C          | 2020-01-01 |            | C                 | 1980       | female | native
    old           | 2020-01-01 |            | A                 | 1950       | female | native
"""

BENEFITS = """
    who           | scheme | start_on   | end_on     | degree
    new year      | first  | 2023-12-20 | 2024-02-10 | 100
    first of      | first  | 2024-02-10 | 2024-04-10 | 100
    nested        | first  | 2024-03-01 | 2024-04-01 | 100
    overlaid      | third  | 2024-02-10 | 2024-08-10 | 100
    two at once   | third  | 2024-03-01 | 2024-04-01 | 100
    turns 25      | first  | 2024-12-10 | 2025-01-20 | 100
    turns 67      | first  | 2024-11-10 | 2025-02-20 | 100
    67, again     | third  | 2024-11-05 | 2024-11-10 | 100
    67, again     | third  | 2025-01-10 | 2025-01-15 | 100
    turns 16      | first  | 2024-11-10 | 2025-02-20 | 100
    unknown       | second | 2024-02-10 | 2024-03-20 | 100
    of no age     | second | 2024-02-10 | 2024-03-20 | 100
    nowhere       | second | 2024-02-10 | 2024-03-20 | 100
    in a region   | second | 2024-02-10 | 2024-03-20 | 100
    residual      | second | 2024-02-10 | 2024-03-20 | 100
    long ago      | second | 2024-02-10 | 2024-03-20 | 100
    of D          | second | 2024-03-10 | 2024-06-20 | 100
    of E          | second | 2024-06-10 | 2024-06-20 | 100
    of K          | second | 2024-02-10 | 2024-03-20 | 100
    of F          | first  | 2024-02-10 | 2024-06-20 | 100
    of F          | third  | 2024-09-01 | 2024-10-01 | 100
    left F        | first  | 2024-04-05 | 2024-05-20 | 100
    no day        | first  | 2024-05-10 | 2024-05-20 | 100
    backwards     | first  | 2024-05-10 | 2024-05-20 | 100
    moves in      | third  | 2024-02-10 | 2024-03-10 | 100
    to and fro    | third  | 2024-01-10 | 2024-01-20 | 100
    to and fro    | third  | 2024-02-10 | 2024-02-20 | 100
    to and fro    | third  | 2024-03-10 | 2024-03-15 | 100
    to and fro    | third  | 2024-11-10 | 2024-11-15 | 100
    from B        | third  | 2024-04-10 | 2024-04-20 | 100
    from B        | third  | 2024-05-10 | 2024-05-15 | 100
    to B          | third  | 2024-04-10 | 2024-04-20 | 100
    to B          | third  | 2024-05-10 | 2024-05-15 | 100
    to B later    | third  | 2024-05-10 | 2024-05-20 | 100
    to B later    | third  | 2024-06-10 | 2024-06-15 | 100
    B to C        | third  | 2024-05-10 | 2024-05-20 | 100
    B to C        | third  | 2024-06-10 | 2024-06-20 | 100
    to E          | third  | 2024-05-10 | 2024-05-20 | 100
    to E          | third  | 2024-06-10 | 2024-06-15 | 100
    F to C        | third  | 2024-04-10 | 2024-04-20 | 100
    F to C        | third  | 2024-05-10 | 2024-05-15 | 100
    from F        | third  | 2024-04-10 | 2024-04-20 | 100
    from F        | third  | 2024-05-10 | 2024-05-20 | 100
    from F        | third  | 2024-07-10 | 2024-07-15 | 100
    grows up      | third  | 2024-07-10 | 2024-07-20 | 100
    grows up      | third  | 2024-08-10 | 2024-08-15 | 100
    changes both  | first  | 2024-04-10 | 2024-04-20 | 100
    changes both  | third  | 2024-05-10 | 2024-05-20 | 100
    of B          | first  | 2024-03-01 | 2024-05-20 | 100
    of B          | second | 2024-06-02 | 2024-06-20 | 100
    old           | first  | 2024-03-01 | 2024-05-20 | 100
    13 days off   | second | 2024-02-01 | 2024-03-01 | 100
    13 days off   | second | 2024-03-14 | 2024-04-01 | 100
    14 days off   | second | 2024-02-01 | 2024-03-01 | 100
    14 days off   | second | 2024-03-15 | 2024-04-01 | 100
    bridged       | second | 2024-02-01 | 2024-02-10 | 100
    bridged       | third  | 2024-02-05 | 2024-06-01 | 100
    bridged       | second | 2024-02-10 | 2024-02-20 | 100
    bridged       | second | 2024-05-01 | 2024-05-10 | 100
    by degree     | first  | 2024-01-10 | 2024-01-20 | 100
    by degree     | first  | 2024-03-01 | 2024-03-10 | 100
    by degree     | first  | 2024-01-01 | 2024-04-01 | 50
    within        | first  | 2023-12-28 | 2024-01-02 | 100
    within        | first  | 2024-02-01 | 2024-07-01 | 100
    within        | first  | 2024-02-01 | 2024-02-05 | 100
    within        | first  | 2024-02-10 | 2024-02-20 | 100
    within        | first  | 2024-06-15 | 2024-08-01 | 100
    within        | first  | 2024-10-15 | 2024-11-01 | 100
    beside        | first  | 2024-02-05 | 2024-09-15 | 100
    ends last     | third  | 2024-01-02 | 2024-01-05 | 100
    ends last     | third  | 2024-02-01 | 2024-05-01 | 100
    ends last     | third  | 2024-02-10 | 2024-03-01 | 100
    short first   | third  | 2024-01-20 | 2024-02-01 | 100
    short first   | third  | 2024-03-01 | 2024-03-10 | 100
    short first   | third  | 2024-03-01 | 2024-04-01 | 100
    open          | first  | 2024-02-01 | 2024-03-01 | 100
    open          | first  | 2024-02-20 |            | 100
    enters early  | first  | 2024-01-07 | 2024-02-20 | 100
    enters        | first  | 2024-01-08 | 2024-02-20 | 100
    leaves        | first  | 2024-10-10 | 2025-01-31 | 100
    leaves late   | first  | 2024-10-10 | 2025-02-01 | 100
    never there   | second | 2024-04-05 | 2024-04-05 | 100
    never there   | third  | 2024-04-10 | 2024-04-05 | 100
    priority      | first  | 2024-03-01 | 2024-03-20 | 40
    priority      | second | 2024-02-15 | 2024-04-01 | 100
    no priority   | second | 2024-03-01 | 2024-03-20 | 60
    cut           | second | 2024-02-01 | 2024-03-01 | 100
    cut           | third  | 2024-02-10 | 2024-02-20 | 100
    cut           | second | 2024-04-01 | 2024-05-01 | 100
    between       | second | 2024-03-01 | 2024-04-01 | 100
    in turn       | second | 2024-01-10 | 2024-02-10 | 100
    in turn       | first  | 2024-02-10 | 2024-03-10 | 100
    in turn       | second | 2024-03-10 | 2024-04-10 | 100
    before        | second | 2023-11-10 | 2024-02-15 | 100
    out in June   | third  | 2023-05-10 | 2023-06-20 | 100
    out in July   | third  | 2023-05-10 | 2023-07-20 | 100
    long before   | third  | 2023-10-10 | 2023-12-20 | 100
    in December   | second | 2024-12-10 | 2025-01-10 | 100
    to December   | first  | 2024-12-10 | 2024-12-20 | 100
    to new year   | third  | 2023-12-15 | 2024-01-01 | 100
    to new year   | first  | 2024-11-10 | 2025-01-01 | 100
    after         | second | 2025-02-10 | 2025-02-20 | 100
    in January    | third  | 2025-01-10 | 2025-02-10 | 100
    a month off   | third  | 2024-01-05 | 2024-01-10 | 100
    a month off   | third  | 2024-03-05 | 2024-03-10 | 100
    60 days       | first  | 2024-03-01 | 2024-04-30 | 100
    61 days       | first  | 2024-03-01 | 2024-05-01 | 100
    59 days       | first  | 2024-03-01 | 2024-04-29 | 100
    seen 60 days  | first  | 2024-12-03 |            | 100
    seen 59 days  | first  | 2024-12-04 |            | 100
    seen 40 days  | first  | 2024-12-23 |            | 100
    ends in 40    | first  | 2024-12-01 | 2025-01-10 | 100
    ends in 20    | first  | 2024-12-05 | 2024-12-25 | 100
    ends in 50    | first  | 2024-11-30 | 2025-01-19 | 100
    ends in 59    | first  | 2024-12-01 | 2025-01-29 | 100
    seen no day   | first  | 2025-02-01 |            | 100
    seen one day  | first  | 2025-01-31 |            | 100
"""
