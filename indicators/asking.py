"""Which cell somebody asks for, in words that may be misspelt."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from indicators.catalogue import Indicator, indicator_from_json
from warehouse.area_search import EXACT, INSIDE, fold, match
from warehouse.areas import Area
from warehouse.errors import UserError
from warehouse.periods import Period, parse_period
from warehouse.reading import ALL, Category, Cell, Portal
from warehouse.vocabulary import vocabulary

NEAREST = 5
"""So many names are offered in place of one that is not known."""

ALIKE = 0.6
"""How alike (1: equal) a name is that may have been meant."""


class Asked(NamedTuple):
    """A cell of a release, and what it is a cell of."""

    indicator: Indicator
    category: Category
    area: Area
    cell: Cell
    period: Period


def find_cell(
    portal: Portal,
    indicator: str,
    area: str,
    period: str,
    *,
    kind: str | None = None,
    category: str | None = None,
) -> Asked:
    """The cell that is asked for. Raises UserError with the nearest names for what the release does not have."""
    found = _find_indicator(portal, indicator)
    when = _find_period(portal, found, period, kind)
    who = _find_category(portal, found, when, category) if category else ALL
    where = _find_area(portal, area, when)
    cells = portal.cells(found.id, when, when, [where.code], who)
    if not cells:
        raise UserError(
            f"'{found.id}' has no cell of {_named(portal, where)} in {when}; it has of the areas that stand on "
            f"{when.ends_on}{_related(portal, where)}."
        )
    return Asked(found, who, where, cells[0], when)


def nearest(wanted: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The codes whose code or names come closest to what is wanted, best first."""
    target = fold(wanted)
    folded = {code: [fold(code), *map(fold, told)] for code, told in names.items()}
    likeness = {
        code: max(SequenceMatcher(None, target, name).ratio() for name in folded[code]) for code in folded
    }
    ranks = {code: INSIDE + 1 if (rank := match(target, folded[code])) is None else rank for code in folded}
    alike = [code for code in folded if ranks[code] <= INSIDE or likeness[code] >= ALIKE]
    return sorted(alike, key=lambda code: (ranks[code], -likeness[code]))[:NEAREST]


_QUARTER, _MONTH = re.compile(r"^(\d{4})[- ]?[QK]([1-4])$"), re.compile(r"^(\d{4})-?M?(\d\d)$")


def _find_indicator(portal: Portal, wanted: str) -> Indicator:
    known = {one.id: one for one in map(indicator_from_json, portal.definitions)}
    if wanted in known:
        return known[wanted]
    titles = {code: one.title.values() for code, one in known.items()}
    raise _unknown(f"No indicator has the id '{wanted}'.", nearest(wanted, titles) or known)


def _find_period(portal: Portal, indicator: Indicator, wanted: str, kind: str | None) -> Period:
    kinds = [one for one in indicator.periods if (indicator.id, one) in portal.periods]
    if kind and kind not in kinds:
        raise _unknown(f"'{indicator.id}' has no periods of kind '{kind}'.", kinds)
    told = [period for one in ([kind] if kind else kinds) for period in portal.periods[indicator.id, one]]
    spelled = _spelled(wanted, kinds if kind is None else [kind])
    if spelled in told:
        return spelled
    near = sorted(told, key=lambda one: abs(one.last - spelled.last)) if spelled else told[::-1]
    alike = [one for one in near if spelled is None or one.kind == spelled.kind] or near
    offered = sorted(set(map(str, alike[:NEAREST])))
    raise _unknown(f"'{indicator.id}' has no figures for the period '{wanted}'.", offered)


def _spelled(text: str, kinds: Sequence[str]) -> Period | None:
    """The period as it is spelled; what can be a month and a rolling year is a month, where there are months.

    Also as statistics offices write it: 2026Q3, 2026K3, 2026M09.
    """
    text = _QUARTER.sub(r"\1-Q\2", _MONTH.sub(r"\1-\2", text.strip().upper()))
    for kind in vocabulary().period_kinds:
        if kind in kinds:
            try:
                return parse_period(text, kind)
            except ValueError:
                continue
    return None


def _find_category(portal: Portal, indicator: Indicator, period: Period, wanted: str) -> Category:
    """A category by breakdown and code, `sex.female`, or by its code or title alone where only one has it."""
    split = portal.categories(indicator.id, period.kind)
    names = {
        f"{breakdown}.{category}": (category, *portal.breakdowns[breakdown].categories[category].values())
        for breakdown, categories in split.items()
        for category in categories
    } | {"all": ()}
    meant = [code for code, told in names.items() if fold(wanted) in map(fold, (code, *told))]
    if len(meant) != 1:
        what = f"'{wanted}' is no category" if not meant else f"'{wanted}' may be several categories"
        raise _unknown(f"{what} of '{indicator.id}' in {period}.", meant or nearest(wanted, names) or names)
    return next(
        ((one, code) for one, codes in split.items() for code in codes if f"{one}.{code}" == meant[0]), ALL
    )


def _find_area(portal: Portal, wanted: str, period: Period) -> Area:
    country = portal.country
    if wanted in country.areas:
        return country.area(wanted)
    meant = [area for area in country.areas.values() if match(fold(wanted), _names(area)) == EXACT]
    standing = [area for area in meant if area.valid_on(period.ends_on)] or meant
    if len(standing) == 1:
        return standing[0]
    if standing:
        raise _unknown(f"Several areas are called '{wanted}'.", [_named(portal, area) for area in standing])
    near = nearest(wanted, {code: _names(area) for code, area in country.areas.items()})
    raise _unknown(f"No area is called '{wanted}'.", [_named(portal, country.area(code)) for code in near])


def _names(area: Area) -> list[str]:
    return [fold(name) for name in (area.name_en, area.name_local, *area.other_names)]


def _named(portal: Portal, area: Area) -> str:
    level = portal.country.levels[area.level].title["en"]
    return f"{portal.country.name(area.code, 'en')} ({area.code}, {level[:1].lower()}{level[1:]})"


def _related(portal: Portal, area: Area) -> str:
    country = portal.country
    related = (*country.predecessors(area.code), *country.successors(area.code))
    return f": see {', '.join(_named(portal, country.area(code)) for code in related)}" if related else ""


def _unknown(what: str, offered: Iterable[str]) -> UserError:
    names = ", ".join(list(offered)[:NEAREST])
    return UserError(f"{what} Nearest: {names}." if names else what)
