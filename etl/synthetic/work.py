"""Who is registered as unemployed, jobs found, and the months of work beside a benefit and in the year after it."""

from dataclasses import dataclass

import numpy as np

from etl.synthetic.arrays import (
    FOREVER,
    Columns,
    Flags,
    Floats,
    Ints,
    choices,
    drawn_through,
    first_days,
    from_log_odds,
    log_odds,
    months_of,
    repeated,
    stacked,
    without_repeats,
)
from etl.synthetic.beside import work_beside
from etl.synthetic.chunks import Chunk
from etl.synthetic.people import age_table, turns
from etl.synthetic.settings import EDUCATIONS, ORIGINS, SEXES, Part

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


def draw_jobs(chunk: Chunk, spells: Columns) -> Jobs:
    """The first job after each time on benefit that ends in the time delivered or in the year before."""
    settings, part = chunk.settings, chunk.settings.work
    over = spells["exits"] & (spells["end"] > settings.first_day - 366) & (spells["end"] <= settings.cuts[1])
    spell = np.flatnonzero(over & (spells["end"] < chunk.people.leaves[spells["who"]]))
    count, end = len(spell), spells["end"][spell]
    who, scheme = spells["who"][spell], spells["scheme"][spell]
    odds = odds_of_work(chunk, who, end) + np.log(chunk.places.exits[chunk.people.area_on(who, end)])
    chance = np.array([part["to_work"][one] for one in settings.schemes])[scheme]
    at_once = chunk.chance(count, from_log_odds(log_odds(chance) + odds))
    later = chunk.chance(count, from_log_odds(log_odds(part["found_later"]) + odds))
    start = end + np.where(at_once, chunk.days(count, [0, 9]), chunk.days(count, part["later_days"]))
    until = np.minimum(
        start + chunk.weeks(np.full(count, float(part["job_weeks"]))), next_start(spells)[spell]
    )
    retires = turns(chunk.people, who, part["retires"]["age"]) + chunk.days(count, [0, 60])
    until = np.where(chunk.chance(count, part["retires"]["share"]), np.minimum(until, retires), until)
    until = np.minimum(until, chunk.people.leaves[who])
    wanted = (at_once | later) & (start < until)
    return Jobs(spell[wanted], start[wanted], until[wanted], at_once[wanted])


def odds_of_work(chunk: Chunk, who: Ints, days: Ints) -> Floats:
    """Log odds of having work on those days, of the people `who` against others on the same benefit."""
    part, people = chunk.settings.work, chunk.people
    odds: Floats = part["hidden"] * people.hidden[who]
    odds += age_table(chunk.settings, part["age"])[people.age_on(who, days)]
    odds += np.log(chunk.places.work[people.area_on(who, days)])
    odds += drawn_through(part["country"], days)
    odds += np.array([part["sex"][one] for one in SEXES])[people.sex[who]]
    odds += np.array([part["education"][one] for one in EDUCATIONS])[people.education[who]]
    odds += np.array([part["origin"][one] for one in ORIGINS])[people.origin[who]]
    return odds


def next_start(spells: Columns) -> Ints:
    """When the same person's next spell begins; FOREVER when none follows."""
    following = np.full(len(spells["who"]), FOREVER)
    same = spells["who"][1:] == spells["who"][:-1]
    following[:-1] = np.where(same, spells["start"][1:], FOREVER)
    return following


def work_rows(chunk: Chunk, spells: Columns, jobs: Jobs) -> Columns:
    """A row for each month with work, beside a benefit and for so many months after it as are delivered."""
    part, who = chunk.settings.work, spells["who"]
    followed = months_of(spells["end"][jobs.spell]) + part["follow_up_months"]
    jobs_after = {"who": who[jobs.spell], "start": jobs.start, "end": jobs.end}
    beside = work_beside(chunk, spells, odds_of_work(chunk, who, spells["start"]))
    rows = [
        _months(chunk, jobs_after, part["hours"], followed),
        _months(chunk, beside, part["beside"]["hours"], months_of(beside["end"])),
    ]
    return without_repeats(stacked(rows), "who", "month")


def _months(chunk: Chunk, stretches: Columns, hours: Part, until: Ints) -> Columns:
    """The months of stretches of work, each up to the month `until`."""
    settings, start, end = chunk.settings, stretches["start"], stretches["end"]
    first = np.maximum(months_of(start), settings.first_month)
    last = np.minimum(np.minimum(until, months_of(end - 1)), settings.first_month + settings.months - 1)
    months = np.maximum(last - first + 1, 0)
    row, place = repeated(months)
    month = first[row] + place
    full = chunk.rng.normal(hours["mean"], hours["deviation"], len(months))[row]
    full = full * _worked(month, start[row], end[row])
    late = chunk.chance(len(row), settings.work["late_months"])
    told = first_days(0, MONTHS_OF_ALL_TIME)[month + 1] - 1
    return {
        "who": stretches["who"][row],
        "month": month,
        "hours": np.clip(np.rint(full), 4, hours["at_most"]).astype(np.int64),
        "told": told + np.where(late, chunk.days(len(row), [15, 60]), 0),
    }


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
