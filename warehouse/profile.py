"""What a country's profile says: names, levels, schemes, and how its figures are protected."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from warehouse.vocabulary import Text


@dataclass(frozen=True)
class Level:
    """A kind of area. `role` is country, nested, base, grouping or residual."""

    code: str
    title: Text
    plural: Text
    role: str


@dataclass(frozen=True)
class Scheme:
    """A benefit. A break of at most `gap_days` does not end a spell; `group` is its standard class.

    Applications are to be decided by `decision_days`, the day on which one is complete being the first; None without a
    limit.
    """

    code: str
    title: Text
    group: str
    gap_days: int
    decision_days: int | None = None


@dataclass(frozen=True)
class MoneyRules:
    """How sums and medians of money are protected; see `docs/decisions/0021-money.md`.

    Sums are means of months, in units of `unit`; a person counts up to `largest` a month, and for at most
    `dominance` per cent of any sum that is shown. Medians are multiples of `step`. All but that are in whole currency.
    """

    unit: int
    largest: int
    dominance: int
    step: int

    def least(self, base: int) -> int:
        """The published sum, in units, from which nobody can be more than `dominance` per cent of the true one.

        The true sum lies less than `base` below: it is more than `largest` times 100 / `dominance`.
        """
        units = -(-self.largest * 100 // (self.dominance * self.unit)) + base
        return -(-units // base) * base


@dataclass(frozen=True)
class Protection:
    """How figures made from records of persons are protected; what each threshold does stands in the profile.

    A country without rules for `money` has no figures of it.
    """

    base: int
    split_from: int
    ratio_from: int
    wide_below: int
    least_persons: int
    least_workplaces: int = 5
    """Releases of before there were figures of employers do not tell it."""
    largest_employer: int = 85
    """So many per cent of what employers add up to in a figure that is shown may be one's; a profile may say less."""
    money: MoneyRules | None = None


@dataclass(frozen=True)
class Profile:
    """A country's profile as its `country.yml` states it."""

    profile: Mapping[str, Any]

    @property
    def code(self) -> str:
        """The country's own code, which is also its folder's name: `dk`."""
        return str(self.profile["code"])

    @property
    def names(self) -> Text:
        """The country's name in several languages."""
        names: Text = self.profile["names"]
        return names

    @cached_property
    def local_language(self) -> str:
        """Language of the areas' local names."""
        return str(self.profile["local_language"])

    @property
    def currency(self) -> str:
        """Currency as ISO 4217 writes it."""
        return str(self.profile["currency"])

    @property
    def working_age(self) -> tuple[int, int]:
        """First and last age, both included, of those who are counted as of working age."""
        first, last = self.profile["working_age"]
        return int(first), int(last)

    @cached_property
    def base_level(self) -> str:
        """The level that figures are rolled up from and compared at."""
        return str(self.profile["base_level"])

    @cached_property
    def region_level(self) -> str:
        """The level that is shown beside an area."""
        return str(self.profile["region_level"])

    @cached_property
    def levels(self) -> Mapping[str, Level]:
        """The country's levels in reading order."""
        return {
            code: Level(code, entry["title"], entry["plural"], entry["role"])
            for code, entry in self.profile["levels"].items()
        }

    @property
    def has_persons(self) -> bool:
        """Whether the profile says how persons are counted; without that no records of persons are taken."""
        return "persons" in self.profile

    @cached_property
    def schemes(self) -> tuple[Scheme, ...]:
        """The country's benefits: on a day with two the first one has priority."""
        return tuple(
            Scheme(code, entry["title"], entry["group"], int(entry["gap_days"]), entry.get("decision_days"))
            for code, entry in self._persons.get("schemes", {}).items()
        )

    @property
    def not_stated_area(self) -> str:
        """The residual area of persons whose municipality is not known. Raises KeyError without persons."""
        return str(self._persons["not_stated_area"])

    @property
    def provisional_months(self) -> int:
        """How many of the last months may still change."""
        return int(self._persons.get("provisional_months", 0))

    @property
    def retention_years(self) -> int:
        """Records of persons that ended longer ago are deleted. Raises KeyError without persons."""
        return int(self._persons["retention_years"])

    @cached_property
    def protection(self) -> Protection:
        """How figures made from records of persons are protected. Raises KeyError without persons."""
        entry = dict(self._persons["protection"])
        money = entry.pop("money", None)
        return Protection(**entry, money=money and MoneyRules(**money))

    @property
    def broken_sources(self) -> frozenset[str]:
        """The sources of records of persons of which the profile says that they changed at some time."""
        return frozenset(str(entry["source"]) for entry in self._persons.get("breaks", ()))

    @property
    def _persons(self) -> Mapping[str, Any]:
        persons: Mapping[str, Any] = self.profile.get("persons", {})
        return persons
