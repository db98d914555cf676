"""What a view shows, said in a sentence or two: for everyone, and first for those who cannot see the picture."""

from collections.abc import Mapping, Sequence

from dashboard.chance import beyond_chance, beyond_zero
from dashboard.components.differences import against_first
from dashboard.components.marks import ROUNDED
from dashboard.shades import FROM_ZERO
from dashboard.standing import PROVISIONAL, WIDE, Standing
from dashboard.text.dates import period_name
from dashboard.text.figures import Figures
from dashboard.text.translation import Translator
from warehouse.periods import Period
from warehouse.reading import Cell
from warehouse.vocabulary import text_in, vocabulary

Series = Mapping[Period, Cell]

_FEW_AREAS = 10
"""Fewer areas do not part into fifths."""


def focus(now: Standing, areas: Sequence[str]) -> tuple[str, str | None]:
    """The area that the sentences are about and what it is compared with.

    That is the country if it is chosen or a single area is, else another area that is chosen.
    """
    whole = now.country.whole.code
    first = next((area for area in areas if area != whole), areas[0])
    others = [area for area in areas if area != first]
    if first != whole and now.value(whole) is not None and (whole in others or not others):
        return first, whole
    return first, others[0] if others else None


def comparison(t: Translator, figures: Figures, now: Standing, areas: Sequence[str]) -> str:
    """The first area beside the others that are chosen, a single one beside the country."""
    several = figures.is_ratio and len(areas) > 2
    area, other = (areas[0], None) if several else focus(now, areas)
    name, period = now.country.name(area, t.lang), period_name(now.period, t.lang)
    cell = now.cell(area)
    if cell.value is None and not cell.is_beyond:
        reason = _small(text_in(vocabulary().statuses[cell.status].note, t.lang))
        return t(
            "There is no figure for {area} in {period}: {reason}", area=name, period=period, reason=reason
        )
    said = t("{area} had {value} in {period}", area=name, value=_had(t, figures, cell), period=period)
    of_zero = [_of_zero(t, cell)] if figures.is_difference else []
    if several:
        return " ".join([f"{said}.", *of_zero, *against_first(t, figures, now, area, areas[1:])])
    if of_zero:
        return " ".join([f"{said}.", *of_zero])
    other_amount = not figures.is_ratio and other != now.country.whole.code
    if other is None or now.value(other) is None or other_amount:
        return f"{said}."
    return said + (_beside if figures.is_ratio else _share)(
        t, figures, cell, now.cells[other], now.country.name(other, t.lang)
    )


def _of_zero(t: Translator, cell: Cell) -> str:
    """Whether a difference is more than chance and rounding may have made."""
    beyond = beyond_zero(cell)
    if beyond is None:
        return _chance(t, None)
    if beyond:
        return t("The interval does not hold zero: the difference is larger than chance alone would explain.")
    return t("The interval holds zero: chance and rounding alone may have made the difference.")


def _had(t: Translator, figures: Figures, cell: Cell) -> str:
    """The figure; a rounded zero may stand for a few people."""
    if cell.value is None:
        return figures.reason(cell.status)
    value = figures.value(cell.value)
    a_few = not cell.value and ROUNDED in cell.flags and not figures.has_sign
    return t("{value} (at most a few)", value=value) if a_few else value


def _beside(t: Translator, figures: Figures, cell: Cell, other: Cell, name: str) -> str:
    if cell.value is None or other.value is None:
        return "."
    blanks = {
        "area": name,
        "value": figures.value(other.value),
        "distance": figures.distance(cell.value - other.value),
    }
    if cell.value == other.value:
        return t(", the same as {area}.", area=name)
    more, less = (
        t(", {distance} more than {area} ({value}).", **blanks),
        t(", {distance} less than {area} ({value}).", **blanks),
    )
    if figures.is_time:
        more, less = (
            t(", {distance} longer than {area} ({value}).", **blanks),
            t(", {distance} shorter than {area} ({value}).", **blanks),
        )
    said = more if cell.value > other.value else less
    return f"{said} {_chance(t, beyond_chance(cell, other))}"


def _chance(t: Translator, beyond: bool | None) -> str:
    """Whether chance may explain a difference."""
    if beyond is None:
        return t("Chance may explain the difference: no interval is published.")
    if beyond:
        return t("The difference is larger than chance alone would explain.")
    return t("The difference is no larger than chance alone may explain.")


def _rounding(t: Translator) -> str:
    return t("The difference is no more than rounding can make.")


def groups(t: Translator, figures: Figures, now: Standing, area: str, cells: Mapping[str, Cell]) -> str:
    """The lowest and the highest of an area's groups (by their names), empty where not even two can be told apart."""
    known = [
        (cell.value, name, cell)
        for name, cell in cells.items()
        if cell.value is not None and WIDE not in cell.flags
    ]
    if len(known) < 2:
        return ""
    low, lowest, bottom = min(known)
    high, highest, top = max(known)
    if low == high:
        return t("In {area} the figure is the same for all groups.", area=now.country.name(area, t.lang))
    said = t(
        "In {area} the figure is lowest for {lowest} ({low}) and highest for {highest} ({high}).",
        area=now.country.name(area, t.lang),
        lowest=_small(lowest),
        low=figures.value(low),
        highest=_small(highest),
        high=figures.value(high),
    )
    return f"{said} {_ends(t, now, len(known), top, bottom)}".rstrip()


def parts(t: Translator, figures: Figures, now: Standing, area: str, cells: Mapping[str, Cell]) -> str:
    """The two largest parts (by their names) of an area's events, as shares of all; empty where too few are known."""
    whole = now.cells.get(area)
    known = sorted(
        ((cell.value, name) for name, cell in cells.items() if cell.value is not None), reverse=True
    )
    if whole is None or whole.value is None or whole.value < _least_whole(now) or len(known) < 2:
        return ""
    (most, first), (next_most, second) = known[:2]
    return t(
        "In {area} the largest part is {first}, {share} of all {all}; the next is {second}, {other}.",
        area=now.country.name(area, t.lang),
        share=figures.share(most, whole.value),
        all=figures.value(whole.value),
        first=_small(first),
        second=_small(second),
        other=figures.share(next_most, whole.value),
    )


def _least_whole(now: Standing) -> int:
    """Shares of less would be uncertain."""
    return now.country.protection.wide_below if now.country.has_persons else 1


def _ends(t: Translator, now: Standing, groups: int, top: Cell, bottom: Cell) -> str:
    """What the distance between the highest and the lowest group is worth, which were picked from so many."""
    if top.value is not None and bottom.value is not None and now.is_slight(top.value - bottom.value):
        return _rounding(t)
    if not now.places_tell:
        return ""
    beyond = beyond_chance(top, bottom, pairs=groups * (groups - 1) // 2)
    if groups > 2 and not beyond:
        return t("The lowest and the highest of several groups often differ by chance alone.")
    return _chance(t, beyond)


def _share(t: Translator, figures: Figures, cell: Cell, other: Cell, name: str) -> str:
    if not cell.value or not other.value or cell.value > other.value:
        return "."
    return t(", {share} of {area}.", share=figures.share(cell.value, other.value), area=name)


def development(
    t: Translator, figures: Figures, now: Standing, series: Mapping[str, Series], areas: Sequence[str]
) -> str:
    """Where the first area and what it is compared with began and ended, in the same season of the year where that is
    known; else the next area that has a course.
    """

    def course(area: str | None) -> str:
        return _course(t, figures, now, area, series.get(area, {})) if area else ""

    told = list(filter(None, map(course, focus(now, areas)))) or list(filter(None, map(course, areas)))[:1]
    return " ".join(told) or t("Too few figures are published for these areas to tell of a development.")


def _course(t: Translator, figures: Figures, now: Standing, area: str, series: Series) -> str:
    known = [
        (period, cell.value)
        for period, cell in sorted(series.items())
        if cell.value is not None and not {WIDE, PROVISIONAL} & {*cell.flags}
    ]
    if len(known) < 2:
        return ""
    end, last = known[-1]
    same_season = (one for one in known[:-1] if (end.last - one[0].last) % 12 == 0)
    start, first = next(same_season, known[0])
    said = t(
        "{area} went from {first} in {start} to {last} in {end} ({change}).",
        area=now.country.name(area, t.lang),
        first=figures.value(first),
        start=period_name(start, t.lang),
        last=figures.value(last),
        end=period_name(end, t.lang),
        change=figures.change(last - first),
    )
    if now.is_slight(last - first):
        return f"{said} {_rounding(t)}"
    return f"{said} {_chance(t, beyond_chance(series[start], series[end]))}" if figures.is_ratio else said


def colours(t: Translator, now: Standing) -> str:
    """How to read the colours of the map, and how many areas have none."""
    hidden = sum(now.size(code) is None for code in now.base)
    said = t("Each colour holds about a fifth of the areas.")
    if now.scale == FROM_ZERO:
        said = t(
            "Figures below zero are orange, those above are purple; the stronger, the farther from zero."
        )
    elif len(now.base) - hidden < _FEW_AREAS:
        said = t("The stronger the colour, the higher the figure.")
    if not hidden:
        return said
    return f"{said} " + t.plural(
        "{number} area has no published figure.", "{number} areas have no published figure.", hidden
    )


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
