"""Employers and what they tell: how many they employ, which vacancies they have and what became of them, layoffs."""

import numpy as np

from etl.synthetic.arrays import (
    FOREVER,
    LONG_AGO,
    Columns,
    Floats,
    Ints,
    Random,
    choices,
    days_between,
    kept,
    repeated,
)
from etl.synthetic.places import Places
from etl.synthetic.settings import Settings

FIRST_NUMBER = 1_000_000_000
"""Employers are numbered from here on, people below."""

_DAYS_A_YEAR = 365.25


class Employers:
    """The country's employers; arrays have a row for each."""

    def __init__(self, settings: Settings, places: Places, rng: Random) -> None:
        part = settings.employers
        count = max(1, int(places.residents.sum()) // part["residents_per_employer"])
        size = part["size"]
        self.settings, self.places, self.rng, self.part = settings, places, rng, part
        self.area = choices(rng, count, places.residents.astype(float))
        self.industry = choices(rng, count, list(part["industries"].values()))
        drawn = np.exp(size["log_mean"] + size["deviation"] * rng.standard_normal(count))
        self.employees = np.clip(np.rint(drawn), 1, size["at_most"]).astype(np.int64)
        long_ago = settings.first_day - days_between(rng, count, [30, 9000])
        self.start = self._days(part["new"], long_ago)
        self.end = np.maximum(self._days(part["ended"], FOREVER), self.start + 30)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.area)

    @property
    def numbers(self) -> Ints:
        """Their numbers, apart from those of people."""
        return np.arange(len(self)) + FIRST_NUMBER

    def tables(self) -> dict[str, Columns]:
        """All that is told of them, by table."""
        return {
            "employers": self._stretches(),
            "vacancies": self._vacancies(),
            "layoff_notices": self._notices(),
        }

    def _days(self, share: float, otherwise: Ints | int) -> Ints:
        """A day in the months delivered for that share, another day for all others."""
        days = self.rng.integers(self.settings.first_day, self.settings.cuts[1], len(self.area))
        return np.where(self.rng.random(len(self.area)) < share, days, otherwise)

    def _lags(self, count: int) -> Ints:
        """Days until the register is told."""
        late = self.part["late"]
        slow = days_between(self.rng, count, late["days"])
        return np.where(self.rng.random(count) < late["share"], slow, self.rng.integers(0, 5, count))

    def _stretches(self) -> Columns:
        """One row each, and a second one of those whose number of employees changed."""
        turn = self._days(self.part["grown"], FOREVER)
        turn = np.where((turn > self.start) & (turn < self.end), turn, FOREVER)
        grown = np.flatnonzero(turn < FOREVER)
        factor = np.exp(self.part["growth"] * self.rng.standard_normal(len(grown)))
        who = np.concatenate([np.arange(len(self)), grown])
        rows = {
            "who": who,
            "area": self.area[who],
            "industry": self.industry[who],
            "employees": np.concatenate([self.employees, np.rint(self.employees[grown] * factor)]),
            "start": np.concatenate([self.start, turn[grown]]),
            "end": np.concatenate([np.minimum(self.end, turn), self.end[grown]]),
        }
        told = np.where(
            rows["start"] < self.settings.first_day, LONG_AGO, rows["start"] + self._lags(len(who))
        )
        return {**rows, "employees": rows["employees"].astype(np.int64), "told": told}

    def _happenings(self, a_year: Floats) -> tuple[Ints, Ints]:
        """Whose something is and on which day, so often a year in the months delivered and half a year before."""
        first = self.settings.first_day - 180
        years = (self.settings.cuts[1] - first) / _DAYS_A_YEAR
        who, _ = repeated(self.rng.poisson(a_year * years))
        day = self.rng.integers(first, self.settings.cuts[1], len(who), endpoint=True)
        there = (day >= self.start[who]) & (day < self.end[who])
        return who[there], day[there]

    def _vacancies(self) -> Columns:
        part, rng = self.part, self.rng
        who, opened = self._happenings(part["vacancies_a_year"] * self.employees)
        count = len(who)
        elsewhere = rng.random(count) < part["elsewhere"]
        area = np.where(elsewhere, choices(rng, count, self.places.residents.astype(float)), self.area[who])
        positions = np.minimum(rng.geometric(1 - part["more_positions"], count), 60)
        filled = rng.random(count) < self.places.filled[area]
        wait = part["weeks_to_fill"]
        days = 7 * wait["median"] * np.exp(wait["deviation"] * rng.standard_normal(count))
        filled_day = np.where(filled, opened + np.minimum(days, 700).astype(np.int64), FOREVER)
        open_days = 7 * days_between(rng, count, part["open_weeks"])
        filled_positions = np.where(filled, rng.integers(1, positions, endpoint=True), 0)
        told = opened + self._lags(count)
        return {
            "who": who,
            "vacancy": np.arange(count) + 1,
            "area": area,
            "industry": self.industry[who],
            "positions": positions,
            "start": opened,
            "end": np.where(filled, filled_day, opened + open_days),
            "filled_day": filled_day,
            "filled": filled_positions,
            "referred": rng.binomial(filled_positions, self.places.referred[area]),
            "filled_told": np.maximum(told, filled_day + self._lags(count)),
            "told": told,
        }

    def _notices(self) -> Columns:
        part, rng = self.part, self.rng
        large = self.employees >= part["notice_from"]
        who, day = self._happenings(part["notices_a_year"] * self.employees * large)
        here = day >= self.settings.first_day
        rows = kept({"who": who, "day": day}, here)
        count = int(here.sum())
        share = rng.uniform(part["noticed"][0], part["noticed"][1], count)
        return {
            **rows,
            "notice": np.arange(count) + 1,
            "area": self.area[rows["who"]],
            "persons": np.maximum(1, np.rint(share * self.employees[rows["who"]])).astype(np.int64),
            "told": rows["day"] + self._lags(count),
        }
