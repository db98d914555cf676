"""Activities of people on benefit: one after another, with waits between."""

import numpy as np

from etl.synthetic.arrays import (
    Columns,
    Flags,
    Floats,
    Ints,
    choices,
    from_log_odds,
    kept,
    log_odds,
    months_of,
    stacked,
    without_repeats,
)
from etl.synthetic.chunks import Chunk
from etl.synthetic.needs import activity_by_need


def activity_rows(chunk: Chunk, spells: Columns) -> Columns:
    """Activities in the time delivered, of spells with a need.

    `agreed` is the day after the agreed last one, `planned` if it was that.
    """
    settings, part = chunk.settings, chunk.settings.activities
    spells = kept(spells, spells["end"] > settings.first_day)
    area = chunk.people.area_on(spells["who"], spells["start"])
    soon = 1 / (chunk.places.activity[area] * activity_by_need(chunk, spells["need"], area))
    first, following = (
        _waits(chunk, "first")[spells["scheme"]] * soon,
        _waits(chunk, "next")[spells["scheme"]] * soon,
    )
    last = np.minimum(spells["end"], settings.cuts[1] + 1)
    start = _after_holidays(chunk, spells["start"] + chunk.weeks(first))
    rounds = []
    while (going := start < last).any():
        spells, following, last, start = kept(spells, going), following[going], last[going], start[going]
        kind, days = _kinds(chunk, _at_employer(chunk, spells, start))
        end = np.minimum(start + days, spells["end"])
        rounds.append(
            {"who": spells["who"], "kind": kind, "start": start, "end": end, "agreed": start + days}
        )
        start = _after_holidays(chunk, end + chunk.weeks(following))
    rows = stacked(rounds)
    rows = without_repeats(kept(rows, rows["end"] > settings.first_day), "who", "kind", "start")
    count = len(rows["who"])
    rows["told"] = rows["start"] + chunk.lags(count, part["late"])
    rows["agreed"] += np.where(
        chunk.chance(count, part["broken_off"]), chunk.days(count, part["too_early"]), 0
    )
    rows["planned"] = rows["end"] == rows["agreed"]
    return rows


def _after_holidays(chunk: Chunk, start: Ints) -> Ints:
    """The days on which activities begin, some put off where they would in months of holidays."""
    part = chunk.settings.activities["holidays"]
    put_off = chunk.chance(len(start), np.array(part["months"])[months_of(start) % 12])
    return start + np.where(put_off, chunk.days(len(start), part["days"]), 0)


def _waits(chunk: Chunk, name: str) -> Floats:
    return np.array(
        [chunk.settings.activities["schemes"][scheme][name] for scheme in chunk.settings.schemes], float
    )


def _at_employer(chunk: Chunk, spells: Columns, start: Ints) -> Flags:
    """Which are at an employer: more where the municipality is so inclined, and of people who soon go off benefit."""
    part, area = chunk.settings.activities["employer_based"], chunk.people.area_on(spells["who"], start)
    soon_off = spells["exits"] & (spells["end"] - start < 7 * part["soon_off"]["weeks"])
    odds = log_odds(chunk.places.employer_based[area]) + part["soon_off"]["odds"] * soon_off
    return chunk.chance(len(start), from_log_odds(odds))


def _kinds(chunk: Chunk, at_employer: Flags) -> tuple[Ints, Ints]:
    """What each activity is, and how many days it is to last."""
    kinds, count = chunk.settings.activities["kinds"].values(), len(at_employer)
    there = np.array([one["at_employer"] for one in kinds])
    shares = np.array([one["share"] for one in kinds])
    kind = np.where(
        at_employer, choices(chunk.rng, count, shares * there), choices(chunk.rng, count, shares * ~there)
    )
    days = chunk.weeks(np.array([one["weeks"] for one in kinds], dtype=np.float64)[kind])
    return kind, np.minimum(days, 7 * np.array([one["at_most"] for one in kinds])[kind])
