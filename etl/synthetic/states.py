"""What the population register tells of the clients: where they live when, and what does not change."""

import numpy as np

from etl.synthetic.arrays import FOREVER, LONG_AGO, Columns, Ints, kept, stacked
from etl.synthetic.chunks import Chunk
from etl.synthetic.people import MOVES, YEAR
from etl.synthetic.settings import EDUCATIONS, ORIGINS, SEXES

UNKNOWN = -1
NO_YEAR = 0


def state_rows(chunk: Chunk, benefits: Columns) -> Columns:
    """Rows of everybody who has a benefit row, told from their first one on."""
    people = chunk.people
    known_from = np.full(len(people), FOREVER)
    np.minimum.at(known_from, benefits["who"], benefits["told"])
    clients = np.flatnonzero(known_from < FOREVER)
    clients = clients[~chunk.chance(len(clients), chunk.settings.people["not_stated"]["state"])]
    bounds = _bounds(chunk, clients)
    told = _told(chunk, bounds)
    persons = _persons(chunk, clients)
    rows = stacked(
        [
            {
                **persons,
                "start": bounds[:, place],
                "end": bounds[:, place + 1],
                "area": people.areas[clients, place],
                "told": np.maximum(told[:, place], known_from[clients]),
                "end_told": told[:, place + 1],
            }
            for place in range(MOVES + 1)
        ]
    )
    return kept(rows, rows["start"] < rows["end"])


def _persons(chunk: Chunk, clients: Ints) -> dict[str, Ints]:
    """What holds of each client in all rows; what the register does not know is UNKNOWN."""
    people, shares, count = chunk.people, chunk.settings.people["not_stated"], len(clients)

    def stated(values: Ints, name: str, unknown: int) -> Ints:
        return np.where(chunk.chance(count, shares[name]), unknown, values[clients])

    return {
        "who": clients,
        "birth_year": stated(people.birth_year, "birth_year", NO_YEAR),
        "sex": stated(people.sex, "sex", UNKNOWN),
        "origin": stated(people.origin, "origin", UNKNOWN),
        "education": stated(people.education, "education", UNKNOWN),
    }


def _bounds(chunk: Chunk, clients: Ints) -> Ints:
    """First day of each stay and of what comes after the last, one row for each client."""
    people = chunk.people
    settled = chunk.settings.lived_from - np.floor(chunk.rng.uniform(0, 20, len(clients)) * YEAR).astype(
        np.int64
    )
    settled = np.maximum(settled, people.born[clients])
    first = np.where(people.arrives[clients] > LONG_AGO, people.arrives[clients], settled)
    leaves = people.leaves[clients]
    moves = np.clip(people.moves[clients], first[:, None], leaves[:, None])
    return np.column_stack([first, moves, leaves])


def _told(chunk: Chunk, bounds: Ints) -> Ints:
    """When the register was told of each bound: some moves late."""
    late = chunk.chance(bounds.size, chunk.settings.people["late_state"]).reshape(bounds.shape)
    lags = chunk.days(bounds.size, chunk.settings.benefits["late"]["days"]).reshape(bounds.shape)
    return np.where(late, bounds + lags, bounds)


NAMES = {"sex": SEXES, "origin": ORIGINS, "education": EDUCATIONS}
"""What the numbers in the rows stand for."""
