"""Whether longer periods show more of an area's newest figures than those that a reader chose."""

from dataclasses import dataclass, replace

from dashboard.pages.area_choice import Choice, profile_kinds
from dashboard.pages.area_reading import newest
from warehouse.periods import MONTHS
from warehouse.reading import Portal

_NEVER_THERE = {"not_available", "not_applicable"}


@dataclass(frozen=True)
class Window:
    """Of the area's newest figures in periods of a kind so many are shown, the others held back."""

    kind: str
    shown: int
    figures: int


def window(portal: Portal, code: str, choice: Choice) -> Window:
    """What the chosen kind of period shows of the area."""
    told = [abreast[code] for abreast in newest(portal, choice).values() if code in abreast]
    figures = [cell for cell in told if cell.status not in _NEVER_THERE]
    return Window(choice.kind, sum(cell.value is not None for cell in figures), len(figures))


def wider(portal: Portal, code: str, choice: Choice) -> tuple[Window, Window] | None:
    """The chosen window and the longest that shows more, where the chosen one shows fewer than half of the figures."""
    chosen = window(portal, code, choice)
    if 2 * chosen.shown >= chosen.figures:
        return None
    longest_first = sorted(profile_kinds(portal), key=lambda kind: -MONTHS[kind])
    for kind in longest_first:
        if kind != choice.kind and MONTHS[kind] >= MONTHS[choice.kind]:
            found = window(portal, code, replace(choice, kind=kind))
            if found.shown > chosen.shown:
                return chosen, found
    return None
