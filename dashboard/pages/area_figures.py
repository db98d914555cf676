"""What a release says of one area: each indicator's newest figure, with larger areas' figures beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from dashboard.pages.area_choice import Choice
from dashboard.standing import PROVISIONAL, Standing, beyond_chance, standing
from dashboard.state import offered_indicators, offered_kinds
from dashboard.text.figures import RATIOS
from indicators.catalogue import Indicator
from warehouse.periods import Period
from warehouse.reading import Category, Cell, Portal, Told

YEARS_OF_DEVELOPMENT = 5

Series = Mapping[str, Told]

MOST_PROVISIONAL = 3
"""How many periods may be provisional at once; beyond them no settled one is looked for."""

MOST_STRIKING = 3
"""How many figures are named as standing out, where chance may explain that they do."""


_JUDGED = ("worse", "better", None)


@dataclass(frozen=True)
class Beside:
    """A larger area's figure of the same period, and how the area's own differs from it.

    `difference` is own minus the other, None where one is not published or the figure is an amount, which larger areas
    have more of. `clear` tells whether it is more than chance alone would explain, None where that is not known.
    """

    area: str
    cell: Cell | None
    difference: Decimal | None = None
    clear: bool | None = None


@dataclass(frozen=True)
class AreaFigure:
    """One indicator's newest figure for the area.

    `newest` is the area's cell in the release's newest period when that has no figure and an older one is shown; an
    `old` figure is not compared, ranked or judged. `change` is against a year before, and `broken` tells that the
    series breaks in between; `doubt` is the flag for which there is none. `settled` is the last period that is not
    provisional and the change up to it, where the figure itself is provisional. Rounding alone can make a change of
    less than `reach`. `rank` is among `ranked` areas of the base level. `series` are the last years' figures, oldest
    first, None where none is published.
    """

    indicator: Indicator
    period: Period
    cell: Cell
    newest: tuple[Period, Cell] | None
    old: bool
    region: Beside | None
    country: Beside | None
    change: Decimal | None
    doubt: str | None
    settled: tuple[Period, Decimal] | None
    reach: int
    broken: bool
    rank: int | None
    ranked: int
    highest_first: bool
    series: tuple[tuple[Period, Decimal | None], ...]


@dataclass(frozen=True)
class _Asked:
    """The area and the group of people that a profile is asked for."""

    portal: Portal
    code: str
    category: Category

    def then(self, indicator: str, period: Period) -> Standing:
        """How all areas stood in a period."""
        return standing(self.portal, indicator, period, self.category)

    def cell(self, indicator: str, period: Period) -> Cell:
        """The area's cell of a period."""
        return self.then(indicator, period).cell(self.code)


def compares_areas(indicator: Indicator) -> bool:
    """Whether figures of areas of different size can be held against each other; of an amount they cannot."""
    return indicator.unit in RATIOS


def judgement(indicator: Indicator, beside: Beside | None) -> str | None:
    """`better` or `worse`, where the indicator judges and the difference is a clear one."""
    if beside is None or not beside.difference or not beside.clear or indicator.direction == "neutral":
        return None
    higher_is_better = indicator.direction == "higher_is_better"
    return "better" if (beside.difference > 0) == higher_is_better else "worse"


@lru_cache(maxsize=512)
def area_figures(portal: Portal, code: str, choice: Choice) -> tuple[AreaFigure, ...]:
    """The area's figures in the order of the catalogue.

    Indicators that never had a cell for it are left out, and those that are not split by the group that is chosen.
    """
    asked = _Asked(portal, code, choice.category)
    periods = {one: _periods(portal, one, choice.kind) for one in offered_indicators(portal)}
    series = portal.series(code, sorted({some[0].kind for some in periods.values()}), choice.category)
    found = (
        _area_figure(asked, indicator, some, series.get((indicator, some[0].kind), {}))
        for indicator, some in periods.items()
    )
    return tuple(figure for figure in found if figure is not None)


def striking(figures: Iterable[AreaFigure]) -> tuple[AreaFigure, ...]:
    """Every figure that differs from the country's by more than chance would explain.

    What is worse comes before what is better, and both before what is not judged; the relatively largest first.
    """
    chosen = sorted(_differing(figures, clear=True), key=_relative_difference, reverse=True)
    return tuple(sorted(chosen, key=lambda one: _JUDGED.index(judgement(one.indicator, one.country))))


def perhaps_striking(figures: Iterable[AreaFigure]) -> tuple[AreaFigure, ...]:
    """The few that differ most of the figures of which it is not known whether chance explains the difference."""
    chosen = sorted(_differing(figures, clear=None), key=_relative_difference, reverse=True)
    return tuple(chosen[:MOST_STRIKING])


def _differing(figures: Iterable[AreaFigure], clear: bool | None) -> Iterator[AreaFigure]:
    return (one for one in figures if one.country and one.country.difference and one.country.clear is clear)


def moving(figures: Iterable[AreaFigure]) -> tuple[AreaFigure, ...]:
    """The comparable figures that moved in a year without a break between, the relatively largest change first."""
    moved = [one for one in figures if one.change and not one.broken and compares_areas(one.indicator)]
    return tuple(sorted(moved, key=_relative_change, reverse=True)[:MOST_STRIKING])


def _relative_difference(figure: AreaFigure) -> Decimal:
    beside = figure.country
    if beside is None or beside.difference is None or beside.cell is None or not beside.cell.value:
        return Decimal(0)
    return abs(beside.difference / beside.cell.value)


def _relative_change(figure: AreaFigure) -> Decimal:
    return abs(figure.change / figure.cell.value) if figure.change and figure.cell.value else Decimal(0)


def _area_figure(
    asked: _Asked, indicator: str, periods: Sequence[Period], series: Series
) -> AreaFigure | None:
    shown = _newest(series, periods)
    if shown is None:
        return None
    then, own = asked.then(indicator, shown), asked.cell(indicator, shown)
    newest, old = periods[-1], shown != periods[-1]
    return AreaFigure(
        indicator=then.indicator,
        period=shown,
        cell=own,
        newest=(newest, asked.cell(indicator, newest)) if old and str(newest) in series else None,
        old=old,
        region=_beside(then, own, _region(asked.portal, asked.code, shown), old),
        country=_beside(then, own, _whole(asked.portal, asked.code), old),
        change=None if old else then.change(asked.code),
        doubt=then.doubt(asked.code),
        settled=_settled(asked, indicator, periods) if PROVISIONAL in own.flags and not old else None,
        reach=then.rounding_reach,
        broken=then.broken,
        rank=then.ranks.get(asked.code) if _can_rank(then) and not old else None,
        ranked=len(then.ranks),
        highest_first=then.highest_first,
        series=_development(series, periods, shown),
    )


def _settled(asked: _Asked, indicator: str, periods: Sequence[Period]) -> tuple[Period, Decimal] | None:
    """The last period whose figure is not provisional and how much it moved in a year, if that can be told."""
    for period in reversed(periods[-MOST_PROVISIONAL - 1 :]):
        then = asked.then(indicator, period)
        if PROVISIONAL not in then.cell(asked.code).flags:
            change = then.change(asked.code)
            return None if change is None or then.broken else (period, change)
    return None


def _can_rank(then: Standing) -> bool:
    """Whether a place says something, and at least half of the areas have one; among few it says nothing."""
    return then.places_tell and 2 * len(then.ranks) >= len(then.base)


def _periods(portal: Portal, indicator: str, kind: str) -> Sequence[Period]:
    """The periods of a kind, oldest first; of the indicator's first kind where it has none of that."""
    kinds = offered_kinds(portal, indicator)
    return portal.periods[indicator, kind if kind in kinds else next(iter(kinds))]


def _newest(series: Series, periods: Sequence[Period]) -> Period | None:
    """The newest period with a figure, else the newest that says why there is none."""
    backwards = [period for period in reversed(periods) if str(period) in series]
    for wanted in (_has_figure, _says_why):
        for period in backwards:
            if wanted(series[str(period)]):
                return period
    return None


def _has_figure(told: Told) -> bool:
    return told.value is not None


def _says_why(told: Told) -> bool:
    return told.status != "not_available"


def _development(
    series: Series, periods: Sequence[Period], last: Period
) -> tuple[tuple[Period, Decimal | None], ...]:
    first = replace(last, last=last.last - 12 * YEARS_OF_DEVELOPMENT)
    shown = [period for period in periods if first <= period <= last]
    return tuple((period, told.value if (told := series.get(str(period))) else None) for period in shown)


def _region(portal: Portal, code: str, period: Period) -> str | None:
    country = portal.country
    region = country.group_of(code, country.region_level, period.ends_on)
    return region.code if region else None


def _whole(portal: Portal, code: str) -> str | None:
    whole = portal.country.whole.code
    return None if code == whole else whole


def _beside(then: Standing, own: Cell, other: str | None, old: bool) -> Beside | None:
    if other is None:
        return None
    cell = then.cells.get(other)
    if old or cell is None or cell.value is None or own.value is None or not compares_areas(then.indicator):
        return Beside(other, cell)
    return Beside(other, cell, own.value - cell.value, beyond_chance(own, cell))
