"""What is true of the demo country and stands in no delivery: written beside them, never loaded."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from etl.synthetic.arrays import Floats, Ints
from etl.synthetic.flaws import Planted
from etl.synthetic.people import People
from etl.synthetic.places import Places
from etl.synthetic.settings import Settings


class HiddenFactor:
    """Clients, and sums of the factor that no record shows, by municipality on the last day."""

    def __init__(self, places: Places) -> None:
        self._sums = np.zeros((3, len(places.codes)))

    def add(self, people: People, clients: Ints, day: int) -> None:
        """Count some clients."""
        areas = people.area_on(clients, np.full(len(clients), day))
        hidden = people.hidden[clients]
        for place, values in enumerate((np.ones(len(clients)), hidden, hidden**2)):
            self._sums[place] += np.bincount(areas, values, minlength=self._sums.shape[1])

    def summary(self) -> tuple[Ints, Floats, Floats]:
        """Clients, mean and standard deviation of each municipality."""
        clients, total, squares = self._sums
        mean = total / np.maximum(clients, 1)
        deviation = np.sqrt(np.maximum(squares / np.maximum(clients, 1) - mean**2, 0))
        return clients.astype(np.int64), mean, deviation


def write_truth(
    folder: Path, settings: Settings, places: Places, hidden: HiddenFactor, planted: Planted
) -> None:
    """Write the folder's three tables."""
    folder.mkdir()
    clients, mean, deviation = hidden.summary()
    columns: dict[str, Sequence[object]] = {
        "area": places.codes,
        "residents": places.residents.tolist(),
        "exits": _rounded(places.exits),
        "first_interview_in_time": _rounded(places.timeliness),
        **{
            f"entries_{scheme}": _rounded(places.entries[:, place])
            for place, scheme in enumerate(settings.schemes)
        },
        "employer_based": _rounded(places.employer_based),
        "work": _rounded(places.work),
        "activity": _rounded(places.activity),
        "plans": _rounded(places.plans),
        "vacancies_filled": _rounded(places.filled),
        "positions_referred": _rounded(places.referred),
        "decision_time": _rounded(places.decisions),
        "sanctions": _rounded(places.sanctions),
        "payments_late": _rounded(places.lateness),
        "high_need_activity": _rounded(places.high_need),
        "hidden_drawn": _rounded(places.hidden),
        "clients": clients.tolist(),
        "hidden_mean": _rounded(mean),
        "hidden_deviation": _rounded(deviation),
    }
    _write_csv(folder / "municipalities.csv", list(columns), zip(*columns.values(), strict=True))
    _write_csv(
        folder / "years.csv", ["area", "year", "entries", "first_interview_in_time_odds"], _by_year(places)
    )
    rows = ((*flaw, count) for flaw, count in planted.items())
    _write_csv(folder / "flaws.csv", ["source", "flaw", "rows"], rows)


def _by_year(places: Places) -> Iterator[Sequence[object]]:
    """What each calendar year adds to a municipality's lasting differences, as factors."""
    for place, area in enumerate(places.codes):
        both = zip(
            places.entries_by_year[place].tolist(), places.timeliness_by_year[place].tolist(), strict=True
        )
        for year, factors in zip(places.years.tolist(), both, strict=True):
            yield area, year, *(round(factor, 6) for factor in factors)


def _rounded(values: Floats) -> list[float]:
    return [round(value, 6) for value in values.tolist()]


def _write_csv(file: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
