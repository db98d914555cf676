"""Benefit spells as a register's rows: cut, doubled, at part of the full degree, told late, corrected."""

import numpy as np

from etl.synthetic.arrays import FOREVER, Columns, Flags, Ints, kept, stacked, without_repeats
from etl.synthetic.chunks import Chunk

FULL = 100
SHORT = 28
"""Spells of fewer days stand in one row."""


def benefit_rows(chunk: Chunk, spells: Columns) -> Columns:
    """Rows of the spells that run in the time delivered."""
    settings = chunk.settings
    running = kept(spells, spells["end"] > settings.first_day)
    columns = {name: running[name] for name in ("who", "scheme", "start", "end")}
    columns["end"] = np.minimum(columns["end"], settings.cuts[1] + 365)
    rows = stacked([*_cut(chunk, columns), _beside(chunk, columns)])
    rows = kept(rows, (rows["end"] > rows["start"]) & (rows["end"] > settings.first_day))
    rows = without_repeats(rows, "who", "scheme", "start")
    rows["told"] = rows["start"] + chunk.lags(len(rows["who"]), settings.benefits["late"])
    rows["gone"] = np.full(len(rows["who"]), FOREVER)
    return _corrected(chunk, rows)


def _cut(chunk: Chunk, spells: Columns) -> list[Columns]:
    """Each spell as one row, or as two with a pause or an overlap between them, or of two degrees."""
    part, count = chunk.settings.benefits["rows"], len(spells["who"])
    length = spells["end"] - spells["start"]
    middle = spells["start"] + np.floor(length * chunk.rng.uniform(0.2, 0.8, count)).astype(np.int64)
    draw = np.where(length < SHORT, 1.0, chunk.rng.random(count))
    paused = draw < part["paused"]
    overlapping = ~paused & (draw < part["paused"] + part["overlapping"])
    degrees, reduced = _degrees(chunk, spells)
    reduced &= ~paused & ~overlapping & (length >= SHORT)
    shift = np.where(paused, chunk.days(count, part["pause_days"]), 0)
    shift = np.where(overlapping, -chunk.days(count, part["overlap_days"]), shift)
    twice = paused | overlapping | reduced
    first = {**spells, "end": np.where(twice, middle, spells["end"])}
    first["degree"] = np.where(reduced, FULL, degrees)
    second = {**spells, "start": middle + shift, "degree": degrees}
    return [first, kept(second, twice & (second["start"] > spells["start"]))]


def _degrees(chunk: Chunk, spells: Columns) -> tuple[Ints, Flags]:
    """The degree of each spell, and whether it is so only from some day on."""
    part, count = chunk.settings.benefits["rows"], len(spells["who"])
    shares = np.array([part["part_time"][scheme] for scheme in chunk.settings.schemes])
    in_part = chunk.chance(count, shares[spells["scheme"]])
    drawn = chunk.rng.choice(np.asarray(part["degrees"], dtype=np.int64), count)
    return np.where(in_part, drawn, FULL), in_part & chunk.chance(count, 0.6)


def _beside(chunk: Chunk, spells: Columns) -> Columns:
    """Parts of spells that are also on another scheme."""
    part = chunk.settings.benefits["rows"]
    other = chunk.settings.schemes.index(part["beside_scheme"])
    picked = chunk.chance(len(spells["who"]), part["beside"]) & (spells["scheme"] != other)
    spells = kept(spells, picked)
    count, length = len(spells["who"]), spells["end"] - spells["start"]
    start = spells["start"] + np.floor(length * chunk.rng.uniform(0, 0.5, count)).astype(np.int64)
    return {
        "who": spells["who"],
        "scheme": np.full(count, other),
        "start": start,
        "end": start + 1 + np.floor(length * chunk.rng.uniform(0.1, 0.5, count)).astype(np.int64),
        "degree": np.full(count, FULL),
    }


def _corrected(chunk: Chunk, rows: Columns) -> Columns:
    """The rows with what the first delivery told otherwise of some of them, or told and the second takes back."""
    part, count = chunk.settings.benefits["corrected"], len(rows["who"])
    before, after = chunk.settings.cuts
    recent = (rows["told"] <= before) & (rows["start"] > before - 30 * part["months"])
    draw = chunk.rng.random(count)
    changed = recent & (draw < part["share"])
    withdrawn = recent & ~changed & (draw < part["share"] + part["withdrawn"])
    on = chunk.rng.integers(before + 1, after, count, endpoint=True)
    rows = {
        **rows,
        "gone": np.where(withdrawn, on, rows["gone"]),
        "told": np.where(changed, on, rows["told"]),
    }
    wrong = kept({**rows, "gone": on, "told": rows["start"]}, changed)
    many = len(wrong["who"])
    other_end = np.minimum(wrong["end"], before) + chunk.days(many, [-20, 20])
    other_end = np.minimum(np.maximum(other_end, wrong["start"] + 1), before)
    ended = chunk.chance(many, 0.6)
    wrong["end"] = np.where(ended & (other_end > wrong["start"]), other_end, wrong["end"])
    wrong["degree"] = np.where(ended, wrong["degree"], np.where(wrong["degree"] == FULL, 50, FULL))
    return stacked([rows, wrong])
