"""What a ranking shows, said in a sentence or two."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dashboard.ranks import Order
from dashboard.standing import Standing
from dashboard.text.collation import name_order
from dashboard.text.figures import Figures
from dashboard.text.translation import Translator


def ranking(t: Translator, figures: Figures, now: Standing, areas: Sequence[str]) -> str:
    """The ends of the ranking and where the first area stands in it."""
    values = {code: size for code in now.ranks if (size := now.size(code)) is not None}
    if not values:
        return t("No figures that can be ranked are published for these areas.")
    low, high = min(values.values()), max(values.values())
    blanks = {
        "lowest": _those_with(t, now, values, low),
        "low": _size(figures, now, values, low),
        "highest": _those_with(t, now, values, high),
        "high": _size(figures, now, values, high),
    }
    said = t("The figure is lowest in {lowest} ({low}) and highest in {highest} ({high}).", **blanks)
    if any(now.size(code) is not None for code in now.base if code not in values):
        said = t(
            "Of the areas ranked, the figure is lowest in {lowest} ({low}) and highest in {highest} ({high}).",
            **blanks,
        )
    if figures.is_ratio and all(now.cells[code].lower is None for code in values):
        said += " " + t("Chance alone may make areas the first and the last: no interval is published.")
    ranked = next((area for area in areas if area in now.ranks), None)
    if ranked is None or not now.places_tell:
        return said
    place = {"area": now.country.name(ranked, t.lang), "rank": now.ranks[ranked], "number": len(values)}
    ranked_as = {
        Order.HIGHEST_FIRST: t("{area} is number {rank} of {number}, counted from the highest.", **place),
        Order.LOWEST_FIRST: t("{area} is number {rank} of {number}, counted from the lowest.", **place),
        Order.NEAREST_ZERO_FIRST: t(
            "{area} is number {rank} of {number}, counted from the nearest to zero.", **place
        ),
    }
    return f"{said} {ranked_as[now.order_of_ranks]}"


def _size(figures: Figures, now: Standing, values: Mapping[str, Decimal], size: Decimal) -> str:
    """A figure at an end of the ranking, which may be beyond."""
    cell = next(now.cells[code] for code, one in values.items() if one == size)
    return figures.reason(cell.status) if cell.value is None else figures.value(cell.value)


def _those_with(t: Translator, now: Standing, values: Mapping[str, Decimal], value: Decimal) -> str:
    """The name of the area with a figure; where there are several, the first and how many others."""
    names = [now.country.name(code, t.lang) for code, one in values.items() if one == value]
    first = min(names, key=lambda name: name_order(name, t.lang))
    if len(names) == 1:
        return first
    return t.plural("{area} and {number} other", "{area} and {number} others", len(names) - 1, area=first)
