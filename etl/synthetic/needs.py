"""How much support people on benefit need, and the assessments that find it: soon after a benefit begins, and anew."""

import numpy as np

from etl.synthetic.arrays import FOREVER, Columns, Floats, Ints, in_order, kept, stacked, without_repeats
from etl.synthetic.chunks import Chunk
from etl.synthetic.people import YEAR
from etl.synthetic.settings import EDUCATIONS

NEEDS = ("low", "medium", "high")
HIGH = NEEDS.index("high")

_YEARS = 3
"""More years on benefit before make no difference."""


def with_need(chunk: Chunk, spells: Columns) -> Columns:
    """The spells with the need of their person when each begins, as a place in NEEDS."""
    part, people = chunk.settings.need["score"], chunk.people
    who = spells["who"]
    score = np.array([part["education"][one] for one in EDUCATIONS])[people.education[who]]
    score += np.array([part["scheme"][one] for one in chunk.settings.schemes])[spells["scheme"]]
    score += part["years_on_benefit"] * np.minimum(_years_before(spells), _YEARS)
    score += part["hidden"] * people.hidden[who]
    score += part["chance"] * chunk.rng.standard_normal(len(people))[who]
    return {**spells, "need": np.searchsorted(part["cuts"], score).astype(np.int64)}


def assessment_rows(chunk: Chunk, spells: Columns) -> Columns:
    """Assessments that hold some time in the time delivered; FOREVER stands where one does not end by itself."""
    settings, part = chunk.settings, chunk.settings.need
    day = spells["start"] + chunk.weeks(_weeks_to_first(chunk)[spells["scheme"]])
    spells = {**spells, "day": day, "last": np.minimum(spells["end"], settings.cuts[1] + 1)}
    rounds = []
    while (going := spells["day"] < spells["last"]).any():
        spells = kept(spells, going)
        rounds.append(
            {"who": spells["who"], "start": spells["day"], "need": spells["need"], "off": spells["end"]}
        )
        spells = _some_time_later(chunk, spells)
    rows = without_repeats(stacked(rounds), "who", "start")
    count = len(rows["who"])
    closed = chunk.chance(count, part["closed"]["share"])
    rows["end"] = np.where(closed, rows["off"] + 1 + chunk.days(count, part["closed"]["days"]), FOREVER)
    rows["told"] = rows["start"] + chunk.lags(count, part["late"])
    return kept(rows, np.minimum(rows["end"], _next_start(rows)) > settings.first_day)


def activity_by_need(chunk: Chunk, need: Ints, area: Ints) -> Floats:
    """Factor on how soon activities follow, of people of a need who live in an area."""
    factors = np.array([chunk.settings.need["activity"][one] for one in NEEDS])[need]
    return np.where(need == HIGH, factors * chunk.places.high_need[area], factors)


def _years_before(spells: Columns) -> Floats:
    """Years on benefit before each spell; spells stand by person and in order."""
    days = np.cumsum(spells["end"] - spells["start"]) - (spells["end"] - spells["start"])
    first = np.searchsorted(spells["who"], spells["who"])
    years: Floats = (days - days[first]) / YEAR
    return years


def _weeks_to_first(chunk: Chunk) -> Floats:
    return np.array([chunk.settings.need["first"][scheme] for scheme in chunk.settings.schemes], float)


def _some_time_later(chunk: Chunk, spells: Columns) -> Columns:
    """The same spells when their person is assessed anew, and what is found then."""
    part, count = chunk.settings.need["anew"], len(spells["who"])
    draw = chunk.rng.random(count)
    change = (draw < part["up"]).astype(np.int64) - (draw > 1 - part["down"])
    day = spells["day"] + 7 * part["at_least"] + chunk.weeks(np.full(count, float(part["weeks"])))
    return {**spells, "day": day, "need": np.clip(spells["need"] + change, 0, HIGH)}


def _next_start(rows: Columns) -> Ints:
    """The first day of the next assessment of the same person."""
    order = in_order(rows["who"], rows["start"]).argsort()
    who, start = rows["who"][order], rows["start"][order]
    following = np.full(len(who), FOREVER)
    following[:-1] = np.where(who[1:] == who[:-1], start[1:], FOREVER)
    found = np.empty_like(following)
    found[order] = following
    return found
