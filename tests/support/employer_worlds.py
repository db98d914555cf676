"""What is told of an employer in a tiny world: where it has work, its vacancies, its notices of layoffs."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.support.person_oracle_register import Row

AREAS = (*"AABBCCDDEF", None, None, "N", "XX-NS", "XX-ABROAD", "nowhere")
"""Municipalities, some of which may end or begin; and what is none: a region, residual areas, no known code."""

EMPLOYEES = (*range(1, 7), 0, None)
DAYS_TO_FILL = (0, 1, 13, 83, 84, 200)
"""Days after the one on which a vacancy opens; 83 after is its day 84."""


@st.composite
def employer_rows(
    draw: st.DrawFn, spans: st.SearchStrategy[tuple[date, date | None]], days: st.SearchStrategy[date]
) -> dict[str, list[Row]]:
    """Of somebody who may be an employer, by raw table; now and then nothing, often in one area alone."""
    home = draw(st.sampled_from(AREAS))
    areas, few = st.one_of(st.just(home), st.sampled_from(AREAS)), st.integers(1, 6)
    active = draw(st.lists(st.tuples(areas, st.sampled_from(EMPLOYEES), spans), max_size=3))
    vacancies = draw(st.lists(st.tuples(areas, few, spans), max_size=3))
    notices = draw(st.lists(st.tuples(areas, few, days), max_size=2))
    return {
        "employers": [stretch(area, employees, *span) for area, employees, span in active],
        "vacancies": [
            {
                **vacancy(str(number), area, positions, *span),
                **draw(st.one_of(st.just({}), fillings(span[0], positions))),
            }
            for number, (area, positions, span) in enumerate(vacancies)
        ],
        "layoff_notices": [
            {"notice_id": str(number), "area": area, "notified_on": day, "persons": persons}
            for number, (area, persons, day) in enumerate(notices)
        ],
    }


@st.composite
def fillings(draw: st.DrawFn, opened: date, positions: int) -> dict[str, Any]:
    """The columns of a vacancy that was filled, all of it or in part, by people who were referred or by others."""
    told = filled(opened, draw(st.sampled_from(DAYS_TO_FILL)), draw(st.integers(1, positions)))
    referred = draw(st.sampled_from([told["referred_positions"], 1, 0, None]))
    return {**told, "referred_positions": referred, **draw(st.sampled_from([{}, {"filled_positions": None}]))}


def stretch(area: str | None, employees: int | None, start: date, end: date | None) -> dict[str, Any]:
    """A row of `employers`."""
    days = {"active_from": start, "active_to": end}
    return {"area": area, "industry": None, "employees": employees, **days}


def vacancy(
    number: str, area: str | None, positions: int, start: date, end: date | None = None
) -> dict[str, Any]:
    """A row of `vacancies` that nobody has filled."""
    row = {"vacancy_id": number, "area": area, "industry": None, "positions": positions}
    nothing = dict.fromkeys(("filled_on", "filled_positions", "referred_positions"))
    return {**row, "opened_on": start, "closed_on": end, **nothing}


def filled(opened: date, days: int, positions: int) -> dict[str, Any]:
    """The columns of a vacancy that was filled after so many days, by people who were referred."""
    on = opened + timedelta(days=days)
    return {"filled_on": on, "filled_positions": positions, "referred_positions": positions}
