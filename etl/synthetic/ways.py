"""Where people come from and go to: work before a benefit, education before and after it, pensions."""

import numpy as np

from etl.synthetic.arrays import (
    Columns,
    Flags,
    Ints,
    choices,
    first_days,
    kept,
    months_of,
    repeated,
    stacked,
    without_repeats,
)
from etl.synthetic.chunks import Chunk
from etl.synthetic.people import YEAR
from etl.synthetic.work import MONTHS_OF_ALL_TIME, Jobs, next_start

DISABILITY, OLD_AGE = 0, 1
A_YEAR = 366


def study_rows(chunk: Chunk, spells: Columns, jobs: Jobs) -> Columns:
    """A row for each month of a course: of the young who come from school, and of those who go to one."""
    part = chunk.settings.ways["education"]
    courses = stacked([_before(chunk, spells), _after(chunk, spells, jobs)])
    months = np.maximum(courses["last"] - courses["first"] + 1, 0)
    course, place = repeated(months)
    month = courses["first"][course] + place
    late = chunk.chance(len(course), part["late_months"])
    ends = first_days(0, MONTHS_OF_ALL_TIME)[month + 1] - 1
    rows = {
        "who": courses["who"][course],
        "month": month,
        "level": choices(chunk.rng, len(months), list(part["levels"].values()))[course],
        "told": ends + np.where(late, chunk.days(len(course), [15, 60]), 0),
    }
    return without_repeats(rows, "who", "month")


def pension_rows(chunk: Chunk, spells: Columns, jobs: Jobs) -> Columns:
    """Disability pensions that a benefit leads to for good, and everybody's old-age pension."""
    settings, part = chunk.settings, chunk.settings.ways["pensions"]
    rows = stacked([_disabled(chunk, spells, jobs), _old(chunk)])
    rows = kept(rows, (rows["day"] >= settings.first_day) & (rows["day"] <= settings.cuts[1]))
    rows = kept(rows, rows["day"] < chunk.people.leaves[rows["who"]])
    count = len(rows["who"])
    return {**rows, "told": rows["day"] + chunk.lags(count, part["late"], prompt=(0, 7))}


def earlier_work_rows(chunk: Chunk, spells: Columns) -> Columns:
    """A row for each month of work just before a first benefit in a long time."""
    settings, part = chunk.settings, chunk.settings.ways["work"]
    chance = np.array([part["came_from"].get(scheme, 0.0) for scheme in settings.schemes])
    found = np.flatnonzero(_is_new(spells) & chunk.chance(len(spells["who"]), chance[spells["scheme"]]))
    row, place = repeated(np.full(len(found), part["months_before"]))
    month = months_of(spells["start"][found])[row] - 1 - place
    hours = chunk.rng.normal(settings.work["hours"]["mean"], settings.work["hours"]["deviation"], len(row))
    rows = {
        "who": spells["who"][found[row]],
        "month": month,
        "hours": np.clip(np.rint(hours), 4, settings.work["hours"]["at_most"]).astype(np.int64),
        "told": first_days(0, MONTHS_OF_ALL_TIME)[month + 1] - 1,
    }
    until = settings.first_month + settings.months
    return kept(rows, (month >= settings.first_month) & (month < until))


def _is_new(spells: Columns) -> Flags:
    """Whether each spell is its person's first in more than a year."""
    new = np.ones(len(spells["who"]), dtype=np.bool_)
    new[1:] = spells["who"][1:] != spells["who"][:-1]
    new[1:] |= spells["start"][1:] - spells["end"][:-1] > A_YEAR
    return new


def _before(chunk: Chunk, spells: Columns) -> Columns:
    """Courses of the months before a first benefit in a long time, of the young."""
    part = chunk.settings.ways["education"]
    new = _is_new(spells)
    young = chunk.people.age_on(spells["who"], spells["start"]) < part["below_age"]
    came = new & young & chunk.chance(len(new), part["came_from"])
    last = months_of(spells["start"][came]) - 1
    return _courses(chunk, spells["who"][came], last - part["months_before"] + 1, last)


def _after(chunk: Chunk, spells: Columns, jobs: Jobs) -> Columns:
    """Courses that begin soon after a benefit and last until the next one, at most; a job may come beside them."""
    part = chunk.settings.ways["education"]
    gone = _gone(chunk, spells, jobs.spell[jobs.at_once])
    young = chunk.people.age_on(spells["who"], spells["end"]) < part["below_age"]
    chance = np.array([part["leads_to"].get(scheme, 0.0) for scheme in chunk.settings.schemes])
    to_school = np.flatnonzero(gone & young & chunk.chance(len(gone), chance[spells["scheme"]]))
    start = spells["end"][to_school] + chunk.days(len(to_school), [0, 20])
    until = start + chunk.weeks(np.full(len(to_school), float(part["course_weeks"])))
    until = np.minimum(until, next_start(spells)[to_school])
    return _courses(chunk, spells["who"][to_school], months_of(start), months_of(until - 1))


def _courses(chunk: Chunk, who: Ints, first: Ints, last: Ints) -> Columns:
    """As far as they lie in the months delivered."""
    settings = chunk.settings
    return {
        "who": who,
        "first": np.maximum(first, settings.first_month),
        "last": np.minimum(last, settings.first_month + settings.months - 1),
    }


def _disabled(chunk: Chunk, spells: Columns, jobs: Jobs) -> Columns:
    part = chunk.settings.ways["pensions"]
    chance = np.array([part["leads_to"].get(scheme, 0.0) for scheme in chunk.settings.schemes])
    # Who never comes back is not known of the newest exits: all would look as if they were for good.
    away = next_start(spells) - spells["end"] > part["away_days"]
    for_good = away & _gone(chunk, spells, jobs.spell)
    found = np.flatnonzero(for_good & chunk.chance(len(for_good), chance[spells["scheme"]]))
    granted = {
        "who": spells["who"][found],
        "day": spells["end"][found] + chunk.days(len(found), [0, 10]),
        "kind": np.full(len(found), DISABILITY),
    }
    return without_repeats(granted, "who")


def _old(chunk: Chunk) -> Columns:
    """From the first day of the month after the birthday on."""
    birthday = chunk.people.born + round(chunk.settings.ways["pensions"]["age"] * YEAR)
    return {
        "who": np.arange(len(chunk.people)),
        "day": first_days(0, MONTHS_OF_ALL_TIME)[months_of(birthday) + 1],
        "kind": np.full(len(chunk.people), OLD_AGE),
    }


def _gone(chunk: Chunk, spells: Columns, to_work: Ints) -> Flags:
    """Whether a spell has ended in the time delivered, and neither death came with it nor is it one of `to_work`."""
    gone: Flags = spells["exits"] & (spells["end"] <= chunk.settings.cuts[1])
    gone &= (spells["end"] > chunk.settings.first_day) & (spells["end"] < chunk.people.leaves[spells["who"]])
    gone[to_work] = False
    return gone
