"""Benefit rows of a large country, whose payers tell each calendar month's payment as a row of its own."""

import numpy as np

from etl.synthetic.arrays import FOREVER, Columns, Ints, kept, repeated
from etl.synthetic.settings import Settings


def payment_rows(settings: Settings, rows: Columns) -> Columns:
    """The rows, cut where a month begins if benefits are told payment by payment; `followed` where another goes on.

    The first payment reaches back to the first day, also before the time delivered. What was told late stays late:
    payments of the months until then are told on that day, later ones on their first.
    """
    if not settings.paid_monthly:
        return {**rows, "followed": np.zeros(len(rows["who"]), dtype=np.bool_)}
    months = settings.month_starts[1:-1]
    first = np.searchsorted(months, rows["start"], side="right")
    after = np.searchsorted(months, np.minimum(rows["end"], _next_starts(rows, len(settings.schemes))))
    cuts = np.maximum(after - first, 0)
    row, place = repeated(cuts + 1)
    cut, followed = first[row] + place, place < cuts[row]
    bounds = np.append(months, FOREVER)
    payments = kept(rows, row)
    payments["start"] = np.where(place > 0, bounds[cut - 1], payments["start"])
    payments["end"] = np.where(followed, bounds[cut], payments["end"])
    payments["told"] = np.maximum(payments["told"], payments["start"])
    return {**payments, "followed": followed}


def _next_starts(rows: Columns, schemes: int) -> Ints:
    """When a person's next row of the same scheme begins: from then on that one is cut, so that no two begin alike."""
    of_one = (rows["who"] * schemes + rows["scheme"]) * (FOREVER + 1)
    starts, place = np.unique(of_one + rows["start"], return_inverse=True)
    following = np.append(starts[1:], np.iinfo(np.int64).max)[place]
    following_start: Ints = np.minimum(following - of_one, FOREVER)
    return following_start
