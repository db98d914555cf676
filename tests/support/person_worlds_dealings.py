"""What drawn persons are paid, sanctioned with, apply for and need: close to their benefits, to limits and to edges."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.support.person_oracle_drawing import DECISION_DAYS, SCHEMES
from tests.support.person_oracle_register import DAY, Row, first_day, month_of

AMOUNTS = (12_000, 12_049, 12_050, 20_000, 90_000, 49, 50, 0)
"""The limit is 25,000, and one per cent of the unit is 100."""


@st.composite
def payment_rows(draw: st.DrawFn, benefits: Sequence[Row]) -> list[Row]:
    """Payments for months around benefits: in time, late, not made or of no due day; some beyond what counts."""
    starts = [month_of(row["start_on"]) for row in benefits]
    found = []
    for _ in range(draw(st.integers(0, 5))):
        month = draw(st.sampled_from(starts)) + draw(st.sampled_from([0, 0, 0, 1, 2]))
        due = draw(st.sampled_from([first_day(month + 1) - DAY, first_day(month), None]))
        paid = (due or first_day(month)) + draw(st.sampled_from([0, 0, 1, -1, 40])) * DAY
        found.append(
            {
                "scheme": draw(st.sampled_from([*SCHEMES])),
                "month": month,
                "amount": draw(st.sampled_from(AMOUNTS)),
                "paid_on": draw(st.sampled_from([paid, paid, paid, None])),
                "due_on": due,
            }
        )
    return found


@st.composite
def sanction_rows(draw: st.DrawFn, benefits: Sequence[Row], days: st.SearchStrategy[date]) -> Row:
    """A sanction within a benefit, next to one or on whatever day; and what came of a complaint, if any."""
    starts = st.sampled_from([row["start_on"] for row in benefits])
    near = st.builds(
        lambda start, more: start + timedelta(days=more), starts, st.sampled_from([-1, 0, 5, 31])
    )
    decided = draw(st.one_of(near, near, days))
    complained = draw(st.sampled_from([None, 0, 20, 200]))
    return {
        "scheme": draw(st.sampled_from([*SCHEMES])),
        "decided_on": decided,
        "kind": draw(st.sampled_from(["withheld", "reduced", "stopped"])),
        "complaint_decided_on": None if complained is None else decided + timedelta(days=complained),
        "complaint_outcome": None if complained is None else draw(st.sampled_from(["upheld", "changed"])),
    }


@st.composite
def need_rows(draw: st.DrawFn, benefits: Sequence[Row], days: st.SearchStrategy[date]) -> list[Row]:
    """Assessments on different days, near the start of a benefit or not; ends lie before, on and after the next."""
    near = st.sampled_from([row["start_on"] + more * DAY for row in benefits for more in (-40, 0, 1, 14, 31)])
    lasts = st.sampled_from([None, None, 1, 14, 31, 90])
    return [
        {
            "start_on": start,
            "end_on": None if length is None else start + timedelta(days=length),
            "need": draw(st.sampled_from(["low", "medium", "high"])),
            "recorded_on": None,
        }
        for start in draw(st.lists(st.one_of(near, days), max_size=4, unique=True))
        for length in [draw(lasts)]
    ]


@st.composite
def application_rows(draw: st.DrawFn, days: st.SearchStrategy[date]) -> Row:
    """An application that is decided at once, just in time, just too late, or not yet; now and then never complete."""
    complete = draw(days)
    is_complete = draw(st.sampled_from([True, True, True, False]))
    scheme = draw(st.sampled_from([*SCHEMES]))
    limit = DECISION_DAYS.get(scheme, 10)
    waited = draw(st.sampled_from([None, 0, limit - 2, limit - 1, limit, limit + 60]))
    return {
        "scheme": scheme,
        "applied_on": complete - draw(st.sampled_from([0, 10])) * DAY,
        "complete_on": complete if is_complete else None,
        "decided_on": None if waited is None else complete + timedelta(days=waited),
        "outcome": None if waited is None else draw(st.sampled_from(["granted", "refused", "withdrawn"])),
    }
