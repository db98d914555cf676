"""What a release says of one area: each indicator's newest figure, with larger areas' figures beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dashboard.pages.area_beside import Beside, Newest, beside
from dashboard.pages.area_cells import AreaCells
from dashboard.pages.area_choice import chosen_periods
from dashboard.pages.area_ranking import ranking
from dashboard.pages.area_topics import KEY_FIGURES, Fold, fold, is_in
from dashboard.ranks import Order
from dashboard.standing import PROVISIONAL, WIDE, Standing, base_on
from dashboard.state import offered_indicators
from warehouse.periods import Period
from warehouse.reading import Cell, Portal, Series

YEARS_OF_DEVELOPMENT = 5

MOST_PROVISIONAL = 3
"""How many periods may be provisional at once; beyond them no settled one is looked for."""

OLDEST_NEWEST = 12
"""So many months may lie between an area's newest figure and that of any area; an older one tells nothing of now."""


@dataclass(frozen=True)
class AreaFigure(Newest):
    """One indicator's newest figure for the area.

    `newest` is the area's cell in the release's newest period when that has no figure and an older one is shown; an
    `old` figure is not compared, ranked or judged. `change` is against a year before, and `broken` tells that the
    series breaks in between; `doubt` is the flag for which there is none. `settled` is the last period that is not
    provisional and the change up to it, where the figure itself is provisional. Rounding alone can make a change of
    less than `reach`. `rank` is among `ranked` areas of the base level. `series` are the last years' figures, oldest
    first, None where none is published; `places` tells where each stands between the first month (0) and the
    last (1) that all figures of the profile are drawn on.
    """

    newest: tuple[Period, Cell] | None
    old: bool
    region: Beside | None
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


@dataclass(frozen=True)
class AreaFigures:
    """What a profile shows: how it is folded, and the figures of what is open."""

    fold: Fold
    rows: tuple[AreaFigure, ...]


class _Told(NamedTuple):
    """All cells of one indicator, and the period that is shown of them."""

    indicator: str
    periods: Sequence[Period]
    series: Series
    shown: Period


def area_figures(asked: AreaCells, topic: str = KEY_FIGURES) -> AreaFigures:
    """The area's figures in the order of the catalogue, as far as they are in what is open.

    Indicators that never had a cell for it are left out, and those that are not split by the group that is chosen.
    """
    offered, chosen = offered_indicators(asked.portal), chosen_periods(asked.portal, asked.choice.kind)
    told = {name for name, cell in asked.newest.items() if cell.status != "not_available"}
    asked.read(name for name, one in offered.items() if name not in told or is_in(one, topic))
    having = [one for name, one in offered.items() if name in told or _shown(asked, name, chosen[name])]
    folded = fold(having, topic)
    figures = [one.id for one in having if folded.shows(one)]
    asked.read(figures)
    rows = [
        _Told(name, chosen[name], series, shown)
        for name in figures
        if (series := asked.series(name)) and (shown := _newest(series, chosen[name]))
    ]
    asked.read_around(one.indicator for one in rows if one.shown != one.periods[-1])
    until = max((one.shown.last for one in rows), default=0)
    return AreaFigures(folded, tuple(_area_figure(asked, one, until) for one in rows))


def _shown(asked: AreaCells, indicator: str, periods: Sequence[Period]) -> Period | None:
    series = asked.series(indicator)
    return _newest(series, periods) if series else None


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


@lru_cache(maxsize=2048)
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
    return Beside(other, cell) if old else beside(then.indicator, own, other, cell)
