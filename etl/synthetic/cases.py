"""Cases of the job centres: one for each time on benefit, whatever the schemes that follow one another in it."""

import numpy as np

from etl.synthetic.arrays import FOREVER, Columns, Ints, kept
from etl.synthetic.chunks import Chunk


def draw_cases(chunk: Chunk, spells: Columns, first: int) -> Columns:
    """Cases open in the time delivered: case, who, scheme, start, end (first day after); numbers begin with `first`."""
    settings, part = chunk.settings, chunk.settings.cases
    times = _times_on_benefit(spells)
    count = len(times["who"])
    start = np.minimum(times["start"] + chunk.days(count, part["opened_after"]), times["end"] - 1)
    end = np.where(times["end"] < FOREVER, times["end"] + chunk.days(count, part["closed_after"]), FOREVER)
    end = np.maximum(np.minimum(end, _next_start(times)), start + 1)
    wanted = chunk.chance(count, part["with_case"]) & (end > settings.first_day) & (start <= settings.cuts[1])
    cases = kept({**times, "start": start, "end": end}, wanted)
    return {"case": np.arange(first, first + len(cases["who"])), **cases}


def case_rows(chunk: Chunk, cases: Columns) -> Columns:
    """The cases as the register's rows."""
    return {
        **{name: cases[name] for name in ("case", "who", "start", "end")},
        "told": cases["start"] + chunk.days(len(cases["who"]), [0, 3]),
    }


def _times_on_benefit(spells: Columns) -> dict[str, Ints]:
    """Spells that follow one another, as one; the scheme is that of the first."""
    who, ended = spells["who"], spells["exits"]
    fresh = np.ones(len(who), dtype=np.bool_)
    fresh[1:] = (who[1:] != who[:-1]) | ended[:-1]
    first = np.flatnonzero(fresh)
    ends = np.maximum.reduceat(spells["end"], first) if len(first) else spells["end"]
    return {
        "who": who[first],
        "scheme": spells["scheme"][first],
        "start": spells["start"][first],
        "end": ends,
    }


def _next_start(times: Columns) -> Ints:
    """When the same person's next time on benefit begins; FOREVER when none follows."""
    following = np.full(len(times["who"]), FOREVER)
    same = times["who"][1:] == times["who"][:-1]
    following[:-1] = np.where(same, times["start"][1:], FOREVER)
    return following
