"""What stands out in an area: its figures that differ most from the country's, or that moved most."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dashboard.pages.area_beside import Newest, beside, compares_areas, is_uncertain, judgement
from dashboard.pages.area_cells import AreaCells
from dashboard.pages.area_choice import chosen_periods
from dashboard.pages.area_figures import AreaFigure
from dashboard.pages.area_reading import newest
from dashboard.state import offered_indicators

MOST_STRIKING = 3
"""How many figures are named as standing out, where chance may explain that they do."""

MOST_NAMED = 5
"""How many are named where chance does not explain it."""

MOST_WORSE = 3
"""How many of those named are worse, if others stand out as clearly."""

_DATA_QUALITY = "data_quality"

_JUDGED = ("worse", "better", None)


def held_against_the_country(asked: AreaCells) -> Iterator[Newest]:
    """The newest figures of all indicators that areas of any size are compared by; none of the country itself.

    How well the data are is not what an area stands out by: people of no known place are in the country alone.
    """
    told, whole = newest(asked.portal, asked.choice), asked.portal.country.whole.code
    offered, periods = offered_indicators(asked.portal), chosen_periods(asked.portal, asked.choice.kind)
    for name, own in asked.newest.items() if asked.code != whole else ():
        indicator = offered[name]
        if own.value is not None and compares_areas(indicator) and indicator.topic != _DATA_QUALITY:
            against = beside(indicator, own, whole, told[name].get(whole))
            yield Newest(indicator, periods[name][-1], own, against)


def compared(figures: Iterable[Newest]) -> int:
    """Of how many figures it is known whether they differ from the country's by more than chance would explain."""
    return sum(one.country is not None and one.country.clear is not None for one in figures)


def striking(figures: Iterable[Newest]) -> tuple[Newest, ...]:
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


def foremost(found: Sequence[Newest]) -> tuple[Newest, ...]:
    """The few of what stands out that are named, in its order; what is worse does not crowd out the rest."""
    certain = [one for one in found if not is_uncertain(one)] or found
    worse = [one for one in certain if judgement(one.indicator, one.country) == "worse"]
    rest = [one for one in certain if one not in worse]
    first = [
        *worse[:MOST_WORSE],
        *rest[: MOST_NAMED - MOST_WORSE],
        *worse[MOST_WORSE:],
        *rest[MOST_NAMED - MOST_WORSE :],
    ]
    chosen = {one.indicator.id for one in first[:MOST_NAMED]}
    return tuple(one for one in found if one.indicator.id in chosen)


def perhaps_striking(figures: Iterable[Newest]) -> tuple[Newest, ...]:
    """The few that differ most of the figures of which it is not known whether chance explains the difference.

    What is certain comes first.
    """
    chosen = sorted(_differing(figures, clear=None), key=_relative_difference, reverse=True)
    return tuple(sorted(chosen, key=is_uncertain)[:MOST_STRIKING])


def _differing(figures: Iterable[Newest], clear: bool | None) -> Iterator[Newest]:
    return (one for one in figures if one.country and one.country.difference and one.country.clear is clear)


def moving(figures: Iterable[AreaFigure]) -> tuple[AreaFigure, ...]:
    """The comparable figures that moved in a year without a break between, the relatively largest change first.

    What is certain comes before what is not.
    """
    moved = [one for one in figures if one.change and not one.broken and compares_areas(one.indicator)]
    by_change = sorted(moved, key=_relative_change, reverse=True)
    return tuple(sorted(by_change, key=is_uncertain)[:MOST_STRIKING])


def _relative_difference(figure: Newest) -> Decimal:
    beside = figure.country
    if beside is None or beside.difference is None or beside.cell is None or not beside.cell.value:
        return Decimal(0)
    return abs(beside.difference / beside.cell.value)


def _relative_change(figure: AreaFigure) -> Decimal:
    return abs(figure.change / figure.cell.value) if figure.change and figure.cell.value else Decimal(0)
