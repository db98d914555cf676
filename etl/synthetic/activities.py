"""Activities of people on benefit: one after another, with waits between."""

import numpy as np

from etl.synthetic.arrays import Columns, Floats, Ints, choices, kept, stacked, without_repeats
from etl.synthetic.chunks import Chunk


def activity_rows(chunk: Chunk, spells: Columns) -> Columns:
    """Activities in the time delivered; `planned` where the last day was known from the first."""
    settings, part = chunk.settings, chunk.settings.activities
    spells = kept(spells, spells["end"] > settings.first_day)
    soon = 1 / chunk.places.activity[chunk.people.area_on(spells["who"], spells["start"])]
    first, following = (
        _waits(chunk, "first")[spells["scheme"]] * soon,
        _waits(chunk, "next")[spells["scheme"]] * soon,
    )
    last = np.minimum(spells["end"], settings.cuts[1] + 1)
    start = spells["start"] + chunk.weeks(first)
    rounds = []
    while (going := start < last).any():
        spells, following, last, start = kept(spells, going), following[going], last[going], start[going]
        kind, days = _kinds(chunk, len(start))
        end = np.minimum(start + days, spells["end"])
        rounds.append(
            {"who": spells["who"], "kind": kind, "start": start, "end": end, "planned": end == start + days}
        )
        start = end + chunk.weeks(following)
    rows = stacked(rounds)
    rows = without_repeats(kept(rows, rows["end"] > settings.first_day), "who", "kind", "start")
    rows["told"] = rows["start"] + chunk.lags(len(rows["who"]), part["late"])
    return rows


def _waits(chunk: Chunk, name: str) -> Floats:
    return np.array(
        [chunk.settings.activities["schemes"][scheme][name] for scheme in chunk.settings.schemes], float
    )


def _kinds(chunk: Chunk, count: int) -> tuple[Ints, Ints]:
    """What each activity is, and how many days it is to last."""
    kinds = chunk.settings.activities["kinds"].values()
    kind = choices(chunk.rng, count, [one["share"] for one in kinds])
    days = chunk.weeks(np.array([one["weeks"] for one in kinds], dtype=np.float64)[kind])
    return kind, np.minimum(days, 7 * np.array([one["at_most"] for one in kinds])[kind])
