"""Homes of a tiny country, loaded, computed and published by what the commands call, from drawn deliveries."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from unittest import mock

from etl.checking import Checked
from etl.run import LoadReport, load
from indicators.catalogue import read_catalogue
from indicators.compute import compute
from indicators.publish import publish
from tests.support.person_oracle_drawing import SCHEMES, draw
from tests.support.person_oracle_loading import PROTECTED, UNPROTECTED, country_of
from tests.support.records import write_records
from tests.support.worlds import Member, Place, Step
from warehouse.areas import Country
from warehouse.homes import open_home

FIRST_HALF = "kind: synthetic\ncovers: {from: 2024-01-01, to: 2024-06-30}\n"
SECOND_HALF = "kind: synthetic\ncovers: {from: 2024-07-01, to: 2024-12-31}\n"
INDICATORS = ("recipients", "benefit_entries", "completed_duration_median")
"""Persons, events and a duration."""

Cells = Mapping[tuple[str, str, str, str, str, str], tuple[str, ...]]
"""Value, status and flags by indicator, breakdown, category, kind of period, period and area."""


def tiny_country(
    places: Sequence[Place] = (),
    members: Sequence[Member] = (),
    steps: Sequence[Step] = (),
    schemes: Mapping[str, int] = SCHEMES,
) -> Country:
    """The country of the drawn registers, with other places if any are given; its figures are not protected."""
    drawn = replace(draw(), steps=steps, schemes=schemes)
    if places:
        kept = [place for place in drawn.places if place.level != "municipality"]
        drawn = replace(drawn, places=[*kept, *places], members=members)
    return country_of(drawn, UNPROTECTED)


class SmallHome:
    """A home in a folder; deliveries are loaded into it one after the other."""

    def __init__(self, folder: Path, home: Path | None = None) -> None:
        self.path = home or folder / "home"
        self._folder = folder
        self._loads = 0

    def load(self, country: Country, manifest: str, **tables: str) -> LoadReport:
        """Load a delivery, as the country's files are now; what Great Expectations checks takes too long here."""
        self._loads += 1
        deliveries = write_records(self._folder / f"in-{self._loads}", manifest, **tables)
        unchecked = mock.patch("etl.run.check", lambda staged, _: Checked(staged, ()))
        unjudged = mock.patch("etl.run.senseless", return_value=[])
        with unchecked, unjudged, mock.patch("etl.run.read_country", return_value=country):
            return load(deliveries, country.code, self.path, lambda _: None)

    def compute(self) -> str:
        """Compute a few indicators; who was counted."""
        few = [one for one in read_catalogue() if one.id in INDICATORS]
        with mock.patch("indicators.compute.read_catalogue", return_value=few):
            return compute(open_home(self.path), lambda _: None).counted

    def cells(self) -> Cells:
        """Every cell."""
        columns = "indicator, breakdown, category, period_kind, period, area, value, status, flags"
        with open_home(self.path).warehouse() as connection:
            rows = connection.execute(f"select {columns} from mart.cell").fetchall()
        return {tuple(row[:6]): tuple(map(_text, row[6:])) for row in rows}

    def monthly(self, indicator: str, months: Sequence[str]) -> dict[str, dict[str, str]]:
        """An indicator of everybody by area and month: its value and what is special of it; what is not 0 or there."""
        flags = {"predecessors": " before", "break": " anew"}
        found: dict[str, dict[str, str]] = {}
        for (name, breakdown, _, kind, period, area), (value, _, told) in self.cells().items():
            if (name, breakdown, kind) == (indicator, "all", "month") and period in months:
                marks = "".join(mark for flag, mark in flags.items() if flag in told.split(","))
                found.setdefault(area, {})[period] = value + marks
        return found


def publish_attacked(folder: Path) -> Path:
    """The published file of a home with sixty people whose figures are protected."""
    home = SmallHome(folder)
    load_protected(home, "synthetic")
    home.compute()
    return publish(open_home(home.path), lambda _: None)[0].file


def load_protected(home: SmallHome, kind: str) -> None:
    """Load sixty people, whose figures are to be protected."""
    people = range(1, 61)
    states = [f"{one} | 2020-01-01 | {'AAABC'[one % 5]} | {1960 + one % 40}" for one in people]
    spells = [f"{one} | first | 2024-0{1 + one % 4}-{10 + one % 9} | 2024-05-20 | 100" for one in people]
    home.load(
        country_of(draw(), PROTECTED),
        FIRST_HALF.replace("synthetic", kind),
        person_states="\n".join(["person | valid_from | area | birth_year", *states]),
        benefit_spells="\n".join(["person | scheme | start_on | last_day | degree", *spells]),
    )


def _text(value: object) -> str:
    return f"{value:f}".rstrip("0").rstrip(".") if hasattr(value, "as_tuple") else str(value)
