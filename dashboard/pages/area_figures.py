"""What a release says of one area: each indicator's newest figure, with larger areas' figures beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dashboard.chance import beyond_chance
from dashboard.pages.area_cells import AreaCells
from dashboard.pages.area_choice import Choice, chosen_periods
from dashboard.pages.area_ranking import ranking
from dashboard.ranks import Order
from dashboard.standing import PROVISIONAL, WIDE, Standing, base_on
from dashboard.text.figures import RATIOS
from indicators.catalogue import Indicator
from warehouse.periods import Period
from warehouse.reading import Cell, Portal, Series

YEARS_OF_DEVELOPMENT = 5

MOST_PROVISIONAL = 3
"""How many periods may be provisional at once; beyond them no settled one is looked for."""

OLDEST_NEWEST = 12
"""So many months may lie between an area's newest figure and that of any area; an older one tells nothing of now."""

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
    first, None where none is published; `places` tells where each stands between the first month (0) and the
    last (1) that all figures of the profile are drawn on.
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
    order_of_ranks: Order
    series: tuple[tuple[Period, Decimal | None], ...]
    places: tuple[float, ...]


class _Told(NamedTuple):
    """All cells of one indicator, and the period that is shown of them."""

    indicator: str
    periods: Sequence[Period]
    series: Series
    shown: Period


def compares_areas(indicator: Indicator) -> bool:
    """Whether figures of areas of different size can be held against each other; of an amount they cannot."""
    return indicator.unit in RATIOS


def judgement(indicator: Indicator, beside: Beside | None) -> str | None:
    """`better` or `worse`, where the indicator judges and the difference is a clear one.

    Where nearer zero is better, two figures on either side of it are not judged: which is nearer is not what was found
    to be clear.
    """
    if beside is None or not beside.difference or not beside.clear or indicator.direction == "neutral":
        return None
    if indicator.direction == "nearer_zero_is_better":
        return _nearer_zero(beside)
    higher_is_better = indicator.direction == "higher_is_better"
    return "better" if (beside.difference > 0) == higher_is_better else "worse"


def _nearer_zero(beside: Beside) -> str | None:
    other = beside.cell.value if beside.cell else None
    if other is None or beside.difference is None or other * (other + beside.difference) < 0:
        return None
    return "better" if abs(other + beside.difference) < abs(other) else "worse"


@lru_cache(maxsize=512)
def area_figures(portal: Portal, code: str, choice: Choice) -> tuple[AreaFigure, ...]:
    """The area's figures in the order of the catalogue.

    Indicators that never had a cell for it are left out, and those that are not split by the group that is chosen.
    """
    asked = AreaCells(portal, code, choice)
    told = [
        _Told(indicator, some, series, shown)
        for indicator, some in chosen_periods(portal, choice.kind).items()
        if (series := asked.series(indicator, some[0].kind)) and (shown := _newest(series, some))
    ]
    until = max((one.shown.last for one in told), default=0)
    return tuple(_area_figure(asked, one, until) for one in told)


def is_uncertain(figure: AreaFigure) -> bool:
    """Whether so few people stand behind the area's own figure that chance and rounding move it much."""
    return WIDE in figure.cell.flags


def striking(figures: Iterable[AreaFigure]) -> tuple[AreaFigure, ...]:
    """Every figure that differs from the country's by more than chance would explain.

    What is certain comes before what is not; then what is worse before what is better, and both before what is not
    judged; the relatively largest first.
    """
    chosen = sorted(_differing(figures, clear=True), key=_relative_difference, reverse=True)
    return tuple(
        sorted(
            chosen, key=lambda one: (is_uncertain(one), _JUDGED.index(judgement(one.indicator, one.country)))
        )
    )


def perhaps_striking(figures: Iterable[AreaFigure]) -> tuple[AreaFigure, ...]:
    """The few that differ most of the figures of which it is not known whether chance explains the difference.

    What is certain comes first.
    """
    chosen = sorted(_differing(figures, clear=None), key=_relative_difference, reverse=True)
    return tuple(sorted(chosen, key=is_uncertain)[:MOST_STRIKING])


def _differing(figures: Iterable[AreaFigure], clear: bool | None) -> Iterator[AreaFigure]:
    return (one for one in figures if one.country and one.country.difference and one.country.clear is clear)


def moving(figures: Iterable[AreaFigure]) -> tuple[AreaFigure, ...]:
    """The comparable figures that moved in a year without a break between, the relatively largest change first.

    What is certain comes before what is not.
    """
    moved = [one for one in figures if one.change and not one.broken and compares_areas(one.indicator)]
    by_change = sorted(moved, key=_relative_change, reverse=True)
    return tuple(sorted(by_change, key=is_uncertain)[:MOST_STRIKING])


def _relative_difference(figure: AreaFigure) -> Decimal:
    beside = figure.country
    if beside is None or beside.difference is None or beside.cell is None or not beside.cell.value:
        return Decimal(0)
    return abs(beside.difference / beside.cell.value)


def _relative_change(figure: AreaFigure) -> Decimal:
    return abs(figure.change / figure.cell.value) if figure.change and figure.cell.value else Decimal(0)


def _area_figure(asked: AreaCells, told: _Told, until: int) -> AreaFigure:
    """The figure; `until` is the month that all developments are drawn to."""
    indicator, periods, series, shown = told
    drawn = _years_until(asked.portal, indicator, asked.choice.kind, until)
    then, last = asked.then(indicator, shown), periods[-1]
    own, old = then.cell(asked.code), shown != last
    rank, ranked = (None, 0) if old else _rank(asked, then, own)
    return AreaFigure(
        indicator=then.indicator,
        period=shown,
        cell=own,
        newest=(last, series[str(last)]) if old and str(last) in series else None,
        old=old,
        region=_beside(then, own, _region(asked.portal, asked.code, shown), old),
        country=_beside(then, own, _whole(asked.portal, asked.code), old),
        change=None if old else then.change(asked.code),
        doubt=then.doubt(asked.code),
        settled=_settled(asked, indicator, periods, series) if PROVISIONAL in own.flags and not old else None,
        reach=then.rounding_reach,
        broken=then.broken,
        rank=rank,
        ranked=ranked,
        order_of_ranks=then.order_of_ranks,
        series=tuple(zip(drawn.periods.values(), series.figures(drawn.periods), strict=True)),
        places=drawn.places,
    )


def _settled(
    asked: AreaCells, indicator: str, periods: Sequence[Period], series: Series
) -> tuple[Period, Decimal] | None:
    """The last period whose figure is not provisional and how much it moved in a year, if that can be told."""
    for period in reversed(periods[-MOST_PROVISIONAL - 1 :]):
        cell = series.get(str(period))
        if cell is None or PROVISIONAL not in cell.flags:
            then = asked.alone(indicator, period)
            change = then.change(asked.code)
            return None if change is None or then.broken else (period, change)
    return None


def _rank(asked: AreaCells, then: Standing, own: Cell) -> tuple[int | None, int]:
    """The area's rank, and among how many areas that is.

    There is a rank if a place says something and at least half of the areas have one; among few it says nothing.
    """
    if not then.places_tell or own.size is None or WIDE in own.flags:
        return None, 0
    if own.area not in base_on(asked.portal, then.period.ends_on):
        return None, 0
    merits, areas = ranking(asked.portal, asked.choice, then.indicator.id)
    if 2 * len(merits) < areas:
        return None, 0
    return then.order_of_ranks.rank(merits, own.size), len(merits)


def _newest(series: Series, periods: Sequence[Period]) -> Period | None:
    """The newest period with a figure, unless it is too old, else the newest that says why there is none."""
    newest_first = periods[::-1]
    recent = [period for period in newest_first if period.last >= periods[-1].last - OLDEST_NEWEST]
    found = next((period for period in recent if series.tells(str(period))), None)
    return found or next((period for period in newest_first if _says_why(series, str(period))), None)


def _says_why(series: Series, period: str) -> bool:
    return period in series and series[period].status != "not_available"


class _Drawn(NamedTuple):
    """The periods that are drawn of an indicator, by their spelling, oldest first, and where they stand."""

    periods: Mapping[str, Period]
    places: tuple[float, ...]


@lru_cache(maxsize=256)
def _years_until(portal: Portal, indicator: str, kind: str, until: int) -> _Drawn:
    """The years until a month: they begin with the first period of any indicator, if that is not older."""
    chosen = chosen_periods(portal, kind)
    first = max(until - 12 * YEARS_OF_DEVELOPMENT, min(some[0].last for some in chosen.values()))
    periods = [period for period in chosen[indicator] if first <= period.last <= until]
    places = tuple((period.last - first) / max(until - first, 1) for period in periods)
    return _Drawn({str(period): period for period in periods}, places)


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
