"""What is told of an employer in a tiny world: where it has work, its vacancies, its notices of layoffs."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.support.person_oracle_register import Row

AREAS = (*"ABCD", None, "XX-ABROAD")


@st.composite
def employer_rows(
    draw: st.DrawFn, spans: st.SearchStrategy[tuple[date, date | None]], days: st.SearchStrategy[date]
) -> dict[str, list[Row]]:
    """Of somebody who may be an employer, by raw table; now and then nothing."""
    areas, few = st.sampled_from(AREAS), st.integers(1, 6)
    active = draw(st.lists(st.tuples(areas, few, spans), max_size=2))
    vacancies = draw(st.lists(st.tuples(areas, few, spans), max_size=3))
    notices = draw(st.lists(st.tuples(areas, few, days), max_size=1))
    return {
        "employers": [stretch(area, employees, *span) for area, employees, span in active],
        "vacancies": [
            {
                **vacancy(str(number), area, positions, *span),
                **draw(st.sampled_from([{}, filled(span[0], 1, positions), filled(span[0], 84, 1)])),
            }
            for number, (area, positions, span) in enumerate(vacancies)
        ],
        "layoff_notices": [
            {"notice_id": str(number), "area": area, "notified_on": day, "persons": persons}
            for number, (area, persons, day) in enumerate(notices)
        ],
    }


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
