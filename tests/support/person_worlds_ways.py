"""What becomes of drawn persons: work, education and pensions, close to where benefits or registrations turn."""

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import strategies as st

from tests.support.person_oracle_register import DAY, Row, first_day, month_of


def months_near(spans: Sequence[Row], apart: Sequence[int]) -> st.SearchStrategy[int]:
    """A month so many after the one in which something begins or has its last day."""
    turns = [month_of(row["end_on"] - DAY) for row in spans if row["end_on"]] * 2
    turns += [month_of(row["start_on"]) for row in spans]
    return st.builds(sum, st.tuples(st.sampled_from(turns), st.sampled_from(apart)))


@st.composite
def work_rows(draw: st.DrawFn, spans: Sequence[Row]) -> list[Row]:
    """Months with work, most of them half a year or a month after the end of a benefit or a registration."""
    near = months_near(spans, [6, 6, 6, 5, 7, 4, 3, 1, 1, 2, 3, 0, -1, -3, -4])
    months = draw(st.sets(near, min_size=1, max_size=6))
    return [
        {
            "month": month,
            "hours": draw(st.sampled_from([160, 160, 1, 0])),
            "earnings": draw(st.sampled_from([30_000, 15_001, 100, 1, 0, None])),
        }
        for month in sorted(months)
    ]


@st.composite
def education_rows(draw: st.DrawFn, spans: Sequence[Row]) -> list[Row]:
    """Months in education before, after and long after; now and then at two levels at once."""
    near = months_near(spans, [1, 1, 2, 0, -1, -1, -2, 5, 6, 6, 7])
    told = draw(st.sets(st.tuples(near, st.sampled_from(["higher", "vocational"])), max_size=3))
    return [{"month": month, "level": level} for month, level in sorted(told)] + [
        {"month": month, "level": None} for month in draw(st.sets(near, max_size=2))
    ]


@st.composite
def pension_rows(draw: st.DrawFn, benefits: Sequence[Row]) -> list[Row]:
    """Pensions granted about the first day on a benefit, and about the end of the month after its last."""
    days = [row["start_on"] for row in benefits]
    days += [first_day(month_of(row["end_on"] - DAY) + 2) for row in benefits if row["end_on"]]
    near = st.builds(
        lambda day, days: day + timedelta(days=days),
        st.sampled_from(days),
        st.sampled_from([-1, -1, 0, 0, -30]),
    )
    granted = draw(st.sets(st.tuples(st.sampled_from(["disability", "old_age"]), near), max_size=2))
    return [{"kind": kind, "granted_on": day} for kind, day in sorted(granted)]
