"""Residents of working age and the labour force: ready counted, by area, month, sex and age band."""

import numpy as np

from etl.synthetic.arrays import Columns, Floats, Ints, Random
from etl.synthetic.places import Places
from etl.synthetic.settings import SEXES, Settings


def population_cells(settings: Settings, places: Places, rng: Random) -> Columns:
    """One row for each area, month, sex and age band; the labour force also as it was first estimated."""
    shape = (len(places.codes), settings.months, len(SEXES), len(settings.age_bands))
    residents = _residents(settings, places)
    labour_force = residents * _participation(settings, places)
    first_estimate = labour_force * (1 + 0.004 * rng.standard_normal(shape))
    area, month, sex, age = (values.ravel() for values in np.indices(shape))
    return {
        "area": area,
        "month": month + settings.first_month,
        "sex": sex,
        "age": age,
        "residents": _whole(residents),
        "labour_force": _whole(np.minimum(labour_force, residents)),
        "first_estimate": _whole(np.minimum(first_estimate, residents)),
    }


def _whole(values: Floats) -> Ints:
    return np.rint(values).astype(np.int64).ravel()


def _residents(settings: Settings, places: Places) -> Floats:
    bands = np.array(
        [
            share / 100 * (1 + settings.age_bands[band][1] - settings.age_bands[band][0])
            for band, share in settings.people["age_bands"].items()
        ]
    )
    sexes = np.array([settings.people["women"], 1 - settings.people["women"]])
    months_left = np.arange(settings.months) - settings.months + 1
    growth = (1 + places.growth[:, None] / 100) ** (months_left / 12)
    by_month = places.residents[:, None] * growth
    residents: Floats = by_month[:, :, None, None] * sexes[:, None] * bands
    return residents


def _participation(settings: Settings, places: Places) -> Floats:
    part = settings.people["labour_force"]
    shares = np.array([[part[sex][band] for band in settings.age_bands] for sex in SEXES])
    participation: Floats = np.minimum(places.participation[:, None, None] * shares, 0.98)[:, None]
    return participation
