"""What the demo is drawn from: the files of `data/demo/<country>`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from etl.synthetic.arrays import Ints, first_days
from warehouse.errors import UserError
from warehouse.periods import parse_period
from warehouse.vocabulary import DATA

DEMO = DATA / "demo"

SEXES = ("female", "male")
ORIGINS = ("native", "western", "non_western")
EDUCATIONS = ("primary", "upper_secondary", "vocational", "higher")
NOT_STATED = "not_stated"

Part = Mapping[str, Any]


@dataclass(frozen=True)
class Settings:
    """One demo: the parts of its files, and how many residents, months and which seed were asked for."""

    country: str
    persons: int
    months: int
    seed: int
    demo: Part
    people: Part
    benefits: Part
    cases: Part
    activities: Part
    work: Part
    ways: Part
    employers: Part
    rights: Part
    money: Part
    need: Part
    flaws: Part

    @cached_property
    def schemes(self) -> tuple[str, ...]:
        """The benefits, by code."""
        return tuple(self.benefits["schemes"])

    @cached_property
    def age_bands(self) -> dict[str, tuple[int, int]]:
        """First and last age of each band."""
        return {band: _ages(band) for band in self.people["age_bands"]}

    @property
    def paid_monthly(self) -> bool:
        """Whether the country is so large that benefits are told payment by payment."""
        large: bool = self.persons >= self.benefits["rows"]["monthly_from"]
        return large

    @property
    def space(self) -> int:
        """Bytes that the deliveries take about, with what spills to disk meanwhile."""
        a_person_month: float = self.demo["bytes_a_person_month"]
        return round(self.persons * self.months * a_person_month)

    @property
    def first_month(self) -> int:
        """The first month delivered, counted from January of year 0."""
        return parse_period(self.demo["last_month"], "month").last - self.months + 1

    @cached_property
    def month_starts(self) -> Ints:
        """The first day of each month delivered, and of the month after."""
        return first_days(self.first_month, self.months + 1)

    @property
    def first_day(self) -> int:
        """The first day that the deliveries cover."""
        return int(self.month_starts[0])

    @property
    def cuts(self) -> tuple[int, int]:
        """The last day of the first and of the second delivery."""
        return int(self.month_starts[-2]) - 1, int(self.month_starts[-1]) - 1

    @cached_property
    def lived_from(self) -> int:
        """The first day that is lived, years before the first that is delivered."""
        return int(first_days(self.first_month - 12 * self.demo["years_before"], 1)[0])


def read_settings(country: str, persons: int | None, months: int | None, seed: int | None) -> Settings:
    """The demo of a country; what is not asked for is as its files say.

    Raises UserError when there is no such demo, or what is asked for cannot be drawn.
    """
    folder = DEMO / country
    known = sorted(path.parent.name for path in DEMO.glob("*/demo.yml"))
    if country not in known:
        raise UserError(f"There is no demo of country '{country}'. Demos: {', '.join(known) or 'none'}.")
    parts = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in folder.glob("*.yml")}
    own = parts["demo"]
    asked = {"persons": persons, "months": months, "seed": seed}
    chosen: dict[str, int] = {name: own[name] if value is None else value for name, value in asked.items()}
    for name, (least, most) in own["limits"].items():
        if not least <= chosen[name] <= most:
            raise UserError(f"A demo of country '{country}' has from {least} to {most} {name}.")
    return Settings(country, chosen["persons"], chosen["months"], chosen["seed"], **parts)


def _ages(band: str) -> tuple[int, int]:
    first, last = band.split("-")
    return int(first), int(last)
