"""The municipalities, their sizes, and what is drawn of each: differences that last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from etl.synthetic.arrays import Floats, Ints, Random, from_log_odds, log_odds
from etl.synthetic.settings import ORIGINS, Settings
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
    participation: Floats
    growth: Floats


def draw_places(settings: Settings, rng: Random) -> Places:
    """The country's base areas as they stand in the last month, with what is drawn of them."""
    country = read_country(settings.country)
    last = settings.month_starts[-2].astype("datetime64[D]").astype(date)
    areas = sorted(country.areas_on(last, country.base_level), key=lambda area: area.code)
    sizes = np.array([area.population or 0 for area in areas], dtype=np.float64)
    benefits, people = settings.benefits["municipalities"], settings.people

    def spread(deviation: float) -> Floats:
        drawn = rng.standard_normal(len(areas))
        spread_out: Floats = deviation * (drawn - drawn.mean()) / drawn.std()
        return spread_out

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
        participation=1 + spread(people["labour_force"]["spread"]),
        growth=people["growth"]["mean"] + spread(people["growth"]["spread"]),
    )


def _chances(part: dict[str, float], name: str, spread: Callable[[float], Floats]) -> Floats:
    return from_log_odds(log_odds(part[name]) + spread(part["spread"]))


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
