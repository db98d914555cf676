"""What was truly counted of the cells of a figure: known in the house alone, never to an attacker."""

from pathlib import Path

import numpy as np

from indicators.disclosure.attack import Evidence, Release
from indicators.disclosure.attack.exposure import SMALL
from indicators.disclosure.attack.grid import Array

_TRUTH = (Path(__file__).parents[1] / "sql" / "attack" / "truth.sql").read_text(encoding="utf-8")


def truly_small(counted: Array, days: bool) -> Array:
    """Of each number whether it is from 1 to 4; full-time persons (`days`) from anything above 0 to less than 5."""
    found: Array = (counted > 0) & (counted < SMALL + 1 if days else counted <= SMALL)
    return found


def counted_of(release: Release, one: Evidence) -> Array:
    """The numbers before protection, from the warehouse that the draft `release` is attached to; NaN if not counted.

    Persons, events or full-time persons, in the grid of what is known of the figure. What is counted as nobody has no
    row in the warehouse; it is shown as 0.
    """
    told_by = {
        name for name, figures in release.made_of.items() if one.name in {each.name for each in figures}
    }
    release.number_grid(one.bounds.grid, told_by)
    columns = release.connection.execute(_TRUTH, {"figure": one.name}).fetchnumpy()
    found = np.where(one.bounds.shown == 0, 0.0, np.nan)
    found[columns["window"], columns["part"], columns["area"]] = columns["value"]
    return found
