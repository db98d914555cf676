"""Registration as unemployed, jobs found, and the months of work in the year after a benefit."""

from dataclasses import dataclass

import numpy as np

from etl.synthetic.arrays import (
    FOREVER,
    Columns,
    Flags,
    Floats,
    Ints,
    choices,
    first_days,
    from_log_odds,
    kept,
    log_odds,
    months_of,
    repeated,
    without_repeats,
)
from etl.synthetic.chunks import Chunk
from etl.synthetic.settings import EDUCATIONS, ORIGINS

MONTHS_OF_ALL_TIME = 100_000


@dataclass(frozen=True)
class Jobs:
    """What follows a benefit: row of the spell, first day of work and first day after, in time after the benefit."""

    spell: Ints
    start: Ints
    end: Ints
    at_once: Flags


def is_registered(chunk: Chunk, spells: Columns) -> Flags:
    """Whether the person of each spell is registered as unemployed; who is ready for a job is so in all spells."""
    shares = np.array(
        [chunk.settings.work["registered"].get(scheme, 0.0) for scheme in chunk.settings.schemes]
    )
    readiness = chunk.rng.random(len(chunk.people))
    flags: Flags = readiness[spells["who"]] < shares[spells["scheme"]]
    return flags


def registration_rows(chunk: Chunk, spells: Columns, registered: Flags) -> Columns:
    """Registrations that run in the time delivered: a little longer than the benefit."""
    part = chunk.settings.work
    rows = kept({name: spells[name] for name in ("who", "start", "end")}, registered)
    count = len(rows["who"])
    before, after = (
        chunk.days(count, [-part["before_days"], part["before_days"]]),
        chunk.days(count, [-20, 14]),
    )
    rows["start"] = rows["start"] - np.maximum(before, 0)
    rows["end"] = rows["end"] + np.maximum(after, 0)
    rows = kept(rows, rows["end"] > chunk.settings.first_day)
    rows["told"] = rows["start"] + chunk.lags(len(rows["who"]), chunk.settings.benefits["late"])
    return without_repeats(rows, "who", "start")


def draw_jobs(chunk: Chunk, spells: Columns) -> Jobs:
    """The first job after each time on benefit that ends in the time delivered or in the year before."""
    settings, part = chunk.settings, chunk.settings.work
    over = spells["exits"] & (spells["end"] > settings.first_day - 366) & (spells["end"] <= settings.cuts[1])
    spell = np.flatnonzero(over & (spells["end"] < chunk.people.leaves[spells["who"]]))
    count, end = len(spell), spells["end"][spell]
    at_once = chunk.chance(count, _chance_of_work(chunk, spells, spell))
    later = chunk.chance(count, part["found_later"])
    start = end + np.where(at_once, chunk.days(count, [0, 9]), chunk.days(count, part["later_days"]))
    until = np.minimum(
        start + chunk.weeks(np.full(count, float(part["job_weeks"]))), next_start(spells)[spell]
    )
    until = np.minimum(until, chunk.people.leaves[spells["who"][spell]])
    wanted = (at_once | later) & (start < until)
    return Jobs(spell[wanted], start[wanted], until[wanted], at_once[wanted])


def _chance_of_work(chunk: Chunk, spells: Columns, spell: Ints) -> Floats:
    part, people = chunk.settings.work, chunk.people
    who, scheme, end = spells["who"][spell], spells["scheme"][spell], spells["end"][spell]
    chance = np.array([part["to_work"][one] for one in chunk.settings.schemes])[scheme]
    odds = log_odds(chance) + part["hidden"] * people.hidden[who]
    odds += np.array([part["education"][one] for one in EDUCATIONS])[people.education[who]]
    odds += np.array([part["origin"][one] for one in ORIGINS])[people.origin[who]]
    odds += np.log(chunk.places.exits[people.area_on(who, end)])
    return from_log_odds(odds)


def next_start(spells: Columns) -> Ints:
    """When the same person's next spell begins; FOREVER when none follows."""
    following = np.full(len(spells["who"]), FOREVER)
    same = spells["who"][1:] == spells["who"][:-1]
    following[:-1] = np.where(same, spells["start"][1:], FOREVER)
    return following


def work_rows(chunk: Chunk, spells: Columns, jobs: Jobs) -> Columns:
    """A row for each month with work, for so many months after the benefit as are delivered."""
    settings, part = chunk.settings, chunk.settings.work
    first = np.maximum(months_of(jobs.start), settings.first_month)
    last = months_of(spells["end"][jobs.spell]) + part["follow_up_months"]
    last = np.minimum(np.minimum(last, months_of(jobs.end - 1)), settings.first_month + settings.months - 1)
    months = np.maximum(last - first + 1, 0)
    job, place = repeated(months)
    month = first[job] + place
    a_month = part["hours"]
    full = chunk.rng.normal(a_month["mean"], a_month["deviation"], len(months))[job]
    full = full * _worked(month, jobs.start[job], jobs.end[job])
    hours = np.clip(np.rint(full), 4, a_month["at_most"]).astype(np.int64)
    late = chunk.chance(len(job), part["late_months"])
    told = (
        first_days(0, MONTHS_OF_ALL_TIME)[month + 1] - 1 + np.where(late, chunk.days(len(job), [15, 60]), 0)
    )
    rows = {"who": spells["who"][jobs.spell[job]], "month": month, "hours": hours, "told": told}
    return without_repeats(rows, "who", "month")


def _worked(month: Ints, start: Ints, end: Ints) -> Floats:
    """The share of each month's days that lies in the job."""
    starts = first_days(0, MONTHS_OF_ALL_TIME)
    after = starts[month + 1]
    shares: Floats = (np.minimum(after, end) - np.maximum(starts[month], start)) / (after - starts[month])
    return shares


def placement_rows(chunk: Chunk, spells: Columns, registered: Flags, jobs: Jobs) -> Columns:
    """Jobs that registered people went to at once, and that the job centre found."""
    part, settings = chunk.settings.work, chunk.settings
    placed = jobs.at_once & registered[jobs.spell] & chunk.chance(len(jobs.spell), part["placed"])
    placed &= (jobs.start >= settings.first_day) & (jobs.start <= settings.cuts[1])
    count = int(placed.sum())
    return {
        "who": spells["who"][jobs.spell[placed]],
        "day": jobs.start[placed],
        "sector": choices(chunk.rng, count, list(part["sectors"].values())),
        "misspelt": np.zeros(count, dtype=np.bool_),
        "told": jobs.start[placed] + chunk.lags(count, settings.activities["late"], prompt=(0, 3)),
    }
