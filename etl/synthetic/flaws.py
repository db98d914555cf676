"""Rows that are wrong on purpose: copies of good ones with one thing spoilt.

A copy that bears the key of its original is told apart from it by nothing: a loader can only take both or neither.
"""

from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np

from etl.synthetic.arrays import FOREVER, Columns, Random, kept, stacked
from etl.synthetic.events import KINDS
from etl.synthetic.settings import Settings

Spoil = Callable[[Columns, int], Columns]
"""The columns that a kind of flaw changes in some rows; the number is the last day delivered."""

UNKNOWN_CODE = -2
"""Stands for a code that nobody knows."""

FLAWS: Mapping[str, Mapping[str, Spoil]] = {
    "person_states": {"duplicate_key": lambda rows, _: {"area": np.where(rows["area"] == 0, 1, 0)}},
    "benefit_spells": {
        "ends_before_start": lambda rows, _: {"end": rows["start"] - 3},
        "unknown_scheme": lambda rows, _: {"scheme": np.full_like(rows["scheme"], UNKNOWN_CODE)},
        "begins_in_future": lambda rows, last: {
            "start": np.full_like(rows["start"], last + 730),
            "end": np.full_like(rows["end"], FOREVER),
        },
    },
    "registrations": {
        "ends_before_start": lambda rows, _: {"start": rows["start"] + 2, "end": rows["start"] - 5}
    },
    "activities": {
        "unknown_kind": lambda rows, _: {"kind": np.full_like(rows["kind"], UNKNOWN_CODE)},
        "ends_before_start": lambda rows, _: {"start": rows["start"] + 1, "end": rows["start"] - 9},
    },
    "work_months": {"duplicate_key": lambda rows, _: {"hours": rows["hours"] + 7}},
    "payments": {
        "duplicate_key": lambda rows, _: {"amount": rows["amount"] + 1000},
        "unknown_scheme": lambda rows, _: {"scheme": np.full_like(rows["scheme"], UNKNOWN_CODE)},
        "beyond_limit": lambda rows, _: {"month": rows["month"] - 1, "amount": rows["amount"] + 200_000_000},
    },
    "education_months": {
        "unknown_level": lambda rows, _: {"level": np.full_like(rows["level"], UNKNOWN_CODE)}
    },
    "pensions": {
        "unknown_kind": lambda rows, _: {"kind": np.full_like(rows["kind"], UNKNOWN_CODE)},
        "in_future": lambda rows, last: {"day": np.full_like(rows["day"], last + 365)},
    },
    "placements": {
        "malformed_date": lambda rows, _: {"misspelt": np.ones_like(rows["misspelt"])},
        "in_future": lambda rows, last: {"day": np.full_like(rows["day"], last + 365)},
    },
    "cases": {
        "duplicate_key": lambda rows, _: {"start": rows["start"] + 1, "end": rows["end"] + 1},
        "closed_before_opened": lambda rows, _: {"case": rows["case"] + 90_000_000, "end": rows["start"] - 2},
    },
    "case_events": {
        "before_case": lambda rows, _: {
            "kind": np.full_like(rows["kind"], KINDS.index("conference")),
            "held": rows["opened"] - 30,
            "due": np.full_like(rows["due"], FOREVER),
        }
    },
    "employers": {"ends_before_start": lambda rows, _: {"end": rows["start"] - 3}},
    "vacancies": {
        "filled_before_opened": lambda rows, _: {
            "filled_day": rows["start"] - 3,
            "filled": rows["positions"],
            "filled_told": rows["told"],
        },
        "more_filled_than_positions": lambda rows, _: {
            "filled_day": rows["start"],
            "filled": rows["positions"] + 5,
            "filled_told": rows["told"],
        },
    },
    "layoff_notices": {"in_future": lambda rows, last: {"day": np.full_like(rows["day"], last + 365)}},
    "expenditure": {"negative": lambda rows, _: {"amount": -1 - rows["amount"]}},
    "sanctions": {
        "unknown_scheme": lambda rows, _: {"scheme": np.full_like(rows["scheme"], UNKNOWN_CODE)},
        "complaint_before": lambda rows, _: {"complaint": rows["day"] - 9},
    },
    "need_assessments": {
        "unknown_need": lambda rows, _: {"need": np.full_like(rows["need"], UNKNOWN_CODE)},
        "ends_before_start": lambda rows, _: {"start": rows["start"] + 1, "end": rows["start"] - 9},
        "duplicate_key": lambda rows, _: {"need": np.where(rows["need"] == 0, 1, 0)},
    },
    "applications": {
        "complete_before": lambda rows, _: {"complete": rows["applied"] - 4},
        "decided_before": lambda rows, _: {
            "applied": rows["applied"] + 1,
            "complete": np.full_like(rows["complete"], FOREVER),
            "decided": rows["applied"],
        },
    },
}


class Planted(Counter[tuple[str, str]]):
    """How many rows of each source were planted with each kind of flaw."""

    def plant(self, settings: Settings, source: str, rows: Columns, rng: Random) -> Columns:
        """The rows with the bad ones below: copies of rows that the first delivery tells.

        What was not planted anywhere before is now, once at least.
        """
        spoilt = [rows]
        good = np.flatnonzero(rows["told"] <= settings.cuts[0])
        for kind, spoil in FLAWS[source].items():
            expected = len(good) * settings.flaws[source][kind] / 1_000_000
            wanted = max(int(rng.poisson(expected)), int(not self[source, kind]))
            picked = kept(rows, rng.choice(good, min(wanted, len(good)), replace=False))
            spoilt.append({**picked, **spoil(picked, settings.cuts[1])})
            self[source, kind] += len(picked["who"])
        return stacked(spoilt)
