"""Registrations as unemployed: around the benefits that ask for it, and without benefit before and after them."""

import numpy as np

from etl.synthetic.arrays import FOREVER, Columns, Flags, Ints, kept, repeated, stacked, without_repeats
from etl.synthetic.chunks import Chunk
from etl.synthetic.people import YEAR
from etl.synthetic.settings import Part
from etl.synthetic.work import Jobs


def registration_rows(chunk: Chunk, spells: Columns, registered: Flags, jobs: Jobs) -> Columns:
    """Registrations that run in the time delivered; `registered` tells the spells that ask for one."""
    settings, people = chunk.settings, chunk.people
    job_begins = np.full(len(registered), FOREVER)
    job_begins[jobs.spell] = jobs.start
    mine = {"job": job_begins, **{name: spells[name] for name in ("who", "start", "end", "exits")}}
    rows = _around(chunk, kept(mine, registered))
    rows = stacked([rows, _later(chunk, kept(rows, rows["exits"] & (rows["job"] == FOREVER)))])
    rows["start"] = np.maximum(rows["start"], people.arrives[rows["who"]])
    rows["end"] = np.minimum(rows["end"], np.minimum(people.leaves[rows["who"]], settings.cuts[1] + 365))
    rows = _interrupted(chunk, kept(rows, rows["end"] > settings.first_day))
    rows = kept(rows, rows["end"] > settings.first_day)
    told = rows["start"] + chunk.lags(len(rows["who"]), settings.benefits["late"])
    return without_repeats({**rows, "told": told}, "who", "start")


def _around(chunk: Chunk, rows: Columns) -> Columns:
    """From some days before the benefit to some days after it, or to the day on which work begins."""
    part = chunk.settings.work["registration"]
    longer = np.minimum(rows["end"] + _days(chunk, part["after"], len(rows["who"])), rows["job"])
    start = rows["start"] - _days(chunk, part["before"], len(rows["who"]))
    return {**rows, "start": start, "end": np.where(rows["exits"], longer, rows["end"])}


def _later(chunk: Chunk, rows: Columns) -> Columns:
    """Further registrations without benefit of people who went off it and found no work, while of an age for work."""
    part = chunk.settings.work["registration"]["later"]
    start = rows["end"] + chunk.days(len(rows["who"]), part["days"])
    end = start + _days(chunk, part, len(rows["who"]))
    of_age = chunk.people.age_on(rows["who"], start) <= part["up_to_age"]
    return kept({**rows, "start": start, "end": end}, of_age & (start < end))


def _days(chunk: Chunk, part: Part, count: int) -> Ints:
    """So many days for a share of the rows, 0 for the others."""
    drawn = chunk.weeks(np.full(count, float(part["weeks"])))
    return np.where(chunk.chance(count, part["share"]), drawn, 0)


def _interrupted(chunk: Chunk, rows: Columns) -> Columns:
    """The rows, cut where people were off the register for some days and had to register anew."""
    part, length = chunk.settings.work["registration"]["breaks"], rows["end"] - rows["start"]
    row, place = repeated(1 + chunk.rng.poisson(part["a_year"] * np.maximum(length, 0) / YEAR))
    after = np.floor(np.where(place > 0, chunk.rng.random(len(row)), 0) * length[row]).astype(np.int64)
    start = rows["start"][row] + after[np.lexsort((after, row))]
    end = rows["end"][row]
    broken = np.flatnonzero(row[1:] == row[:-1])
    end[broken] = start[broken + 1] - chunk.days(len(broken), part["days"])
    return kept({"who": rows["who"][row], "start": start, "end": end}, end > start)
