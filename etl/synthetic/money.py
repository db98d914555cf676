"""What benefits and work pay: a payment for each month on a benefit, and the earnings of each month of work."""

import numpy as np

from etl.synthetic.arrays import (
    FOREVER,
    Columns,
    Floats,
    Ints,
    chances,
    days_between,
    first_days,
    from_log_odds,
    kept,
    log_odds,
    repeated,
)
from etl.synthetic.chunks import Chunk
from etl.synthetic.people import age_table
from etl.synthetic.settings import EDUCATIONS, SEXES, Part, Settings


def payments_made(chunk: Chunk, benefits: Columns) -> Columns:
    """A row for each person, benefit and month delivered with days on it: what is paid for them, and when.

    `benefits` are the rows of benefit as they are known in the end. A payment that is never made has no day.
    """
    settings, part, rng = chunk.settings, chunk.settings.money, chunk.rng
    rows = _months_on_benefit(settings, kept(benefits, benefits["gone"] == FOREVER))
    who, month, count = rows["who"], rows["month"], len(rows["who"])
    after = first_days(0, int(month.max(initial=0)) + 2)[month + 1]
    due = after - 1 - days_between(rng, count, part["due_before_end"])
    odds = log_odds(chunk.places.lateness)[chunk.people.area_on(who, due)]
    late = chances(rng, count, from_log_odds(odds))
    paid = due + np.where(
        late, days_between(rng, count, part["late"]["days"]), -days_between(rng, count, [0, 2])
    )
    paid = np.where(chances(rng, count, part["never"]), FOREVER, paid)
    told_late = chances(rng, count, part["told_late"]["share"])
    return {
        "who": who,
        "scheme": rows["scheme"],
        "month": month,
        "amount": _amounts(chunk, rows),
        "paid": paid,
        "due": np.where(chances(rng, count, part["without_due_day"]), FOREVER, due),
        "told": after - 1 + np.where(told_late, days_between(rng, count, part["told_late"]["days"]), 0),
    }


def _months_on_benefit(settings: Settings, benefits: Columns) -> dict[str, Ints]:
    """Each person, benefit and month delivered with the days on it, times their degree: of a full month so much."""
    starts = settings.month_starts
    first = np.maximum(np.searchsorted(starts, benefits["start"], side="right") - 1, 0)
    last = np.searchsorted(starts, np.minimum(benefits["end"], starts[-1]), side="left") - 1
    row, place = repeated(np.maximum(last - first + 1, 0))
    month = first[row] + place
    days = np.minimum(starts[month + 1], benefits["end"][row]) - np.maximum(
        starts[month], benefits["start"][row]
    )
    share = days * benefits["degree"][row] / (100 * (starts[month + 1] - starts[month]))
    schemes, months = len(settings.schemes), settings.months
    code = (benefits["who"][row] * schemes + benefits["scheme"][row]) * months + month
    codes, place = np.unique(code, return_inverse=True)
    return {
        "who": codes // months // schemes,
        "scheme": codes // months % schemes,
        "month": settings.first_month + codes % months,
        "share": np.minimum(np.bincount(place, share, minlength=len(codes)), 1),
    }


def _amounts(chunk: Chunk, rows: dict[str, Ints]) -> Ints:
    """What is paid for each month: a person has the same rate for as long as rates stay, and now and then arrears."""
    settings, part, rng = chunk.settings, chunk.settings.money, chunk.rng
    rates = [part["benefits"][scheme] for scheme in settings.schemes]
    mean, deviation, most = (
        np.array([rate[name] for rate in rates], float)[rows["scheme"]]
        for name in ("mean", "deviation", "at_most")
    )
    own = rng.standard_normal(len(chunk.people))[rows["who"]]
    full = np.minimum(mean * np.exp(deviation * own - deviation**2 / 2), most)
    full = full * _rise(settings, part, rows["month"])
    count = len(full)
    times = np.where(
        chances(rng, count, part["arrears"]["share"]), days_between(rng, count, part["arrears"]["times"]), 1
    )
    amounts: Ints = np.rint(full * rows["share"] * times).astype(np.int64)
    return amounts


def _rise(settings: Settings, part: Part, month: Ints) -> Floats:
    """What is paid in each month against the last year, growing by `a_year` per cent every January."""
    last_year = (settings.first_month + settings.months - 1) // 12
    rise: Floats = (1 + part["a_year"] / 100) ** (month // 12 - last_year)
    return rise


def with_earnings(chunk: Chunk, work: Columns) -> Columns:
    """Months of work with what they pay; -1 where nobody told it."""
    part, people, rng = chunk.settings.money["wages"], chunk.people, chunk.rng
    level = np.array([part["education"][one] for one in EDUCATIONS])[people.education]
    level *= np.array([part["sex"][one] for one in SEXES])[people.sex]
    own: Floats = part["mean"] * level * np.exp(part["deviation"] * rng.standard_normal(len(people)))
    who, month = work["who"], work["month"]
    ages = people.age_on(who, first_days(0, int(month.max(initial=0)) + 1)[month])
    wages = own[who] * age_table(chunk.settings, part["age"], outside=1)[ages]
    wages *= _rise(chunk.settings, part, month)
    earnings = np.rint(work["hours"] * wages).astype(np.int64)
    return {**work, "earnings": np.where(chances(rng, len(earnings), part["not_known"]), -1, earnings)}
