"""Paid work beside a benefit: hours that come and go while the benefit runs on."""

import numpy as np

from etl.synthetic.arrays import Columns, Floats, from_log_odds, kept, log_odds, stacked
from etl.synthetic.chunks import Chunk
from etl.synthetic.settings import Part


def work_beside(chunk: Chunk, spells: Columns, odds: Floats) -> Columns:
    """Stretches with some hours of work in the time delivered: who, start, end (first day after).

    `odds` are those of each spell's person against others', as logarithms. On any day of a spell the same share has
    such work, whatever day it is: some bring it along, others begin and stop.
    """
    settings, part = chunk.settings, chunk.settings.work["beside"]
    odds = odds + log_odds(_of_schemes(part["share"], settings.schemes))[spells["scheme"]]
    running = (spells["end"] > settings.first_day) & (spells["start"] <= settings.cuts[1])
    spells, share = kept(spells, running), from_log_odds(odds[running])
    count, weeks = len(share), float(part["weeks"])
    waits = weeks * (1 - share) / share
    last = np.minimum(spells["end"], settings.cuts[1] + 1)
    start = spells["start"] + np.where(chunk.chance(count, share), 0, chunk.weeks(waits))
    rounds = []
    while (going := start < last).any():
        spells, waits, last, start = kept(spells, going), waits[going], last[going], start[going]
        end = np.minimum(start + chunk.weeks(np.full(len(start), weeks)), last)
        rounds.append({"who": spells["who"], "start": start, "end": end})
        start = end + chunk.weeks(waits)
    rows = stacked(rounds)
    return kept(rows, rows["end"] > settings.first_day)


def _of_schemes(values: Part, schemes: tuple[str, ...]) -> Floats:
    return np.array([values[scheme] for scheme in schemes], dtype=np.float64)
