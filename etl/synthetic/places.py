"""The municipalities, their sizes, and what is drawn of each: differences that last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from etl.synthetic.arrays import Floats, Ints, Random, from_log_odds, log_odds, months_of
from etl.synthetic.settings import ORIGINS, Part, Settings
from warehouse.areas import Country
from warehouse.country_files import read_country


@dataclass(frozen=True)
class Places:
    """Base areas in the order of their codes. Arrays have a row for each; `residents` are the demo's."""

    country: str
    codes: tuple[str, ...]
    residents: Ints
    provinces: Ints
    origins: Floats
    """Share of each origin."""
    entries: Floats
    """Factor on the speed of entering, by scheme."""
    exits: Floats
    """Factor on the speed of leaving."""
    timeliness: Floats
    """Chance that a first interview is in time, for a person like any other."""
    hidden: Floats
    """Mean of the factor that no record shows."""
    plans: Floats
    """Chance that a case gets a plan."""
    activity: Floats
    """Factor on how soon activities follow."""
    employer_based: Floats
    """Chance that an activity is at an employer."""
    work: Floats
    """Factor on the odds of having work beside or after a benefit."""
    years: Ints
    """The calendar years that are lived."""
    entries_by_year: Floats
    """Factor on the speed of entering beside the one that lasts, by area and year."""
    timeliness_by_year: Floats
    """Factor on the odds that a first interview is in time, by area and year."""
    participation: Floats
    growth: Floats
    filled: Floats
    """Chance that a vacancy is filled."""
    referred: Floats
    """Chance that a filled position is by somebody whom the service referred."""
    decisions: Floats
    """Factor on how long a decision takes."""
    sanctions: Floats
    """Factor on how often there is a sanction."""
    lateness: Floats
    """Chance that a payment is late."""
    high_need: Floats
    """Factor on how soon activities follow for people of high need."""

    def year_of(self, days: Ints) -> Ints:
        """The place of each day's year in `years`; what lies after them counts as the last."""
        places: Ints = months_of(days) // 12 - self.years[0]
        return np.minimum(places, len(self.years) - 1)


def draw_places(settings: Settings, rng: Random) -> Places:
    """The country's base areas as they stand in the last month, with what is drawn of them."""
    country = read_country(settings.country)
    last = settings.month_starts[-2].astype("datetime64[D]").astype(date)
    areas = sorted(country.areas_on(last, country.base_level), key=lambda area: area.code)
    sizes = np.array([area.population or 0 for area in areas], dtype=np.float64)
    benefits, people = settings.benefits["municipalities"], settings.people

    spread = partial(_spread, rng, len(areas))
    first_year, last_year = months_of(np.array([settings.lived_from, settings.cuts[1]])) // 12
    years = np.arange(first_year, last_year + 1)
    own = spread(benefits["entries"])
    return Places(
        country=country.whole.code,
        codes=tuple(area.code for area in areas),
        residents=np.rint(settings.persons * sizes / sizes.sum()).astype(np.int64),
        provinces=_provinces(country, [area.code for area in areas], last),
        origins=_origins(settings, spread),
        entries=np.exp(
            np.stack([own + spread(benefits["entries_by_scheme"]) for _ in settings.schemes], axis=1)
        ),
        exits=np.exp(spread(benefits["exits"])),
        timeliness=_chances(settings.cases["first_interview"], "in_time", spread),
        hidden=spread(benefits["hidden"]),
        plans=_chances(settings.cases["plan"], "share", spread),
        activity=np.exp(spread(settings.activities["spread"])),
        employer_based=_chances(settings.activities["employer_based"], "share", spread),
        work=np.exp(spread(settings.work["spread"])),
        years=years,
        entries_by_year=_by_year(benefits["by_year"], spread, years),
        timeliness_by_year=_by_year(settings.cases["first_interview"]["by_year"], spread, years),
        participation=1 + spread(people["labour_force"]["spread"]),
        growth=people["growth"]["mean"] + spread(people["growth"]["spread"]),
        filled=_chances(settings.employers["filled"], "share", spread),
        referred=_chances(settings.employers["referred"], "share", spread),
        decisions=np.exp(spread(settings.rights["applications"]["spread"])),
        sanctions=np.exp(spread(settings.rights["sanctions"]["spread"])),
        lateness=_chances(settings.money["late"], "share", spread),
        high_need=np.exp(spread(settings.need["spread"])),
    )


def _spread(rng: Random, number: int, deviation: float) -> Floats:
    """So many numbers about 0, as far from it as `deviation` says."""
    drawn = rng.standard_normal(number)
    spread_out: Floats = deviation * (drawn - drawn.mean()) / drawn.std()
    return spread_out


def _chances(part: dict[str, float], name: str, spread: Callable[[float], Floats]) -> Floats:
    return from_log_odds(log_odds(part[name]) + spread(part["spread"]))


def _by_year(part: Part, spread: Callable[[float], Floats], years: Ints) -> Floats:
    """Factors of each area that come and go: each year's is like the one before, as far as `kept` says."""
    kept = part["kept"]
    path = [spread(1)]
    for _ in years[1:]:
        path.append(kept * path[-1] + spread((1 - kept**2) ** 0.5))
    factors: Floats = np.exp(part["deviation"] * np.stack(path, axis=1))
    return factors


def _origins(settings: Settings, spread: Callable[[float], Floats]) -> Floats:
    shares = {origin: _chances(part, "share", spread) for origin, part in settings.people["origin"].items()}
    rest = 1 - sum(shares.values())
    return np.stack([shares.get(origin, rest) for origin in ORIGINS], axis=1)


def _provinces(country: Country, codes: list[str], day: date) -> Ints:
    """A number for the group of areas that each belongs to at the finest level above the base."""
    nested = [code for code, level in country.levels.items() if level.role == "nested"]
    groups = [country.group_of(code, nested[-1], day) for code in codes]
    names = sorted({group.code for group in groups if group})
    return np.array([names.index(group.code) if group else -1 for group in groups], dtype=np.int64)
