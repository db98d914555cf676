"""What municipalities spend on active programmes, by quarter and category: accounts, as first closed and as settled."""

import numpy as np

from etl.synthetic.arrays import Columns, Random
from etl.synthetic.places import Places
from etl.synthetic.settings import Settings

MONTHS = 3


def expenditure_cells(settings: Settings, places: Places, rng: Random) -> Columns:
    """One row for each area, quarter that is delivered whole, and category; `month` is the quarter's last one."""
    part = settings.money["expenditure"]
    ends = [
        month
        for month in range(settings.first_month + MONTHS - 1, settings.first_month + settings.months)
        if (month + 1) % MONTHS == 0
    ]
    months, a_resident = np.array(ends), np.array(list(part["a_resident"].values()))
    shape = (len(places.codes), len(months), len(a_resident))
    lasting = np.exp(part["spread"] * rng.standard_normal((shape[0], 1, shape[2])))
    passing = np.exp(part["deviation"] * rng.standard_normal(shape))
    growth = (1 + part["a_year"] / 100) ** ((months - months[-1]) / 12)
    seasons = np.array(part["seasons"])[months // MONTHS % 4]
    amount = (
        places.residents[:, None, None] * a_resident / 4 * (growth * seasons)[:, None] * lasting * passing
    )
    settled = amount * (1 + part["settled"] * rng.standard_normal(shape))
    area, quarter, category = (values.ravel() for values in np.indices(shape))
    return {
        "who": area,
        "area": area,
        "month": months[quarter],
        "category": category + int(next(iter(part["a_resident"]))),
        "amount": np.rint(settled).astype(np.int64).ravel(),
        "first_closed": np.rint(amount).astype(np.int64).ravel(),
        "told": settings.month_starts[months - settings.first_month + 1][quarter] - 1,
    }
