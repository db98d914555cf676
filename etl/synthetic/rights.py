"""Applications for benefits and how long they wait for a decision; sanctions, and complaints about them."""

import numpy as np

from etl.synthetic.arrays import FOREVER, Columns, Floats, Ints, choices, kept, stacked, without_repeats
from etl.synthetic.chunks import Chunk

OUTCOMES = ("granted", "refused", "withdrawn")
GRANTED, REFUSED, WITHDRAWN = range(3)

_BEFORE = 200
"""Days before the first one delivered from which something may still be decided in the time delivered."""


def application_rows(chunk: Chunk, spells: Columns) -> Columns:
    """Applications that are open in the time delivered: granted ones before a benefit begins, others long before.

    FOREVER stands where an application is never complete.
    """
    settings, part = chunk.settings, chunk.settings.rights["applications"]
    begun = kept(
        spells, (spells["start"] > settings.first_day - _BEFORE) & (spells["start"] <= settings.cuts[1])
    )
    others = kept(begun, chunk.chance(len(begun["who"]), part["others"]["share"]))
    rows = stacked(
        [
            _applications(chunk, begun, part["applied_before"], granted=True),
            _applications(chunk, others, part["others"]["applied_before"], granted=False),
        ]
    )
    rows = kept(rows, (rows["decided"] >= settings.first_day) & (rows["applied"] <= settings.cuts[1]))
    rows["told"] = rows["applied"] + chunk.lags(len(rows["who"]), part["late"])
    return without_repeats(rows, "who", "scheme", "applied")


def _applications(chunk: Chunk, spells: Columns, before: list[int], *, granted: bool) -> Columns:
    part, count = chunk.settings.rights["applications"], len(spells["who"])
    applied = spells["start"] - chunk.days(count, before)
    complete = applied + np.where(
        chunk.chance(count, part["complete_at_once"]), 0, chunk.days(count, part["complete_after"])
    )
    slow = chunk.places.decisions[chunk.people.area_on(spells["who"], applied)]
    decided = complete + chunk.weeks(_by_scheme(chunk, "applications")[spells["scheme"]] * slow) - 1
    withdrawn = chunk.chance(count, 0.0 if granted else part["others"]["withdrawn"])
    decided = np.where(withdrawn, applied + chunk.days(count, part["withdrawn_within"]), decided)
    never = chunk.chance(count, 0.0 if granted else part["others"]["never_complete"])
    return {
        **{name: spells[name] for name in ("who", "scheme")},
        "applied": applied,
        "complete": np.where(never | (complete > decided), FOREVER, complete),
        "decided": decided,
        "outcome": np.where(withdrawn, WITHDRAWN, GRANTED if granted else REFUSED),
    }


def sanction_rows(chunk: Chunk, spells: Columns) -> Columns:
    """Sanctions in the time delivered, or with a complaint that is decided then.

    FOREVER stands where nobody complains.
    """
    settings, part = chunk.settings, chunk.settings.rights["sanctions"]
    spells = kept(spells, spells["end"] > settings.first_day - _BEFORE)
    last = np.minimum(spells["end"], settings.cuts[1] + 1)
    often = chunk.places.sanctions[chunk.people.area_on(spells["who"], spells["start"])]
    weeks = _by_scheme(chunk, "sanctions")[spells["scheme"]] / often
    day = np.maximum(spells["start"], settings.first_day - _BEFORE) + chunk.weeks(weeks)
    rounds = []
    while (going := day < last).any():
        spells, weeks, last, day = kept(spells, going), weeks[going], last[going], day[going]
        rounds.append({"who": spells["who"], "scheme": spells["scheme"], "day": day})
        day = day + chunk.weeks(weeks)
    rows = stacked([_none(), *rounds])
    count = len(rows["who"])
    rows["kind"] = choices(chunk.rng, count, list(part["kinds"].values()))
    complaint = rows["day"] + chunk.days(count, part["complaint_days"])
    rows["complaint"] = np.where(chunk.chance(count, part["complained"]), complaint, FOREVER)
    rows["changed"] = chunk.chance(count, part["changed"])
    rows["told"] = rows["day"] + chunk.lags(count, part["late"])
    complained = (rows["complaint"] >= settings.first_day) & (rows["complaint"] < FOREVER)
    rows = kept(rows, (rows["day"] >= settings.first_day) | complained)
    return without_repeats(rows, "who", "scheme", "day", "kind")


def _by_scheme(chunk: Chunk, name: str) -> Floats:
    return np.array(
        [chunk.settings.rights[name]["weeks"][scheme] for scheme in chunk.settings.schemes], float
    )


def _none() -> dict[str, Ints]:
    return {name: np.zeros(0, np.int64) for name in ("who", "scheme", "day")}
