"""How one figure differs from another, in a word or two."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from dashboard.chance import beyond_chance, verdict
from dashboard.standing import Standing
from dashboard.text.figures import Figures
from dashboard.text.translation import Translator
from warehouse.reading import Cell


def difference_word(t: Translator, figures: Figures, difference: Decimal | None, clear: bool | None) -> str:
    """`Higher`, `Lower` or `Not clearly different`; only the distance where chance is unknown; empty if not known."""
    found = verdict(difference, clear)
    if found is None or difference is None:
        return ""
    if clear is None:
        return _distance(t, figures, found, figures.distance(difference))
    return verdict_words(t, figures)[found]


def verdict_words(t: Translator, figures: Figures) -> dict[str, str]:
    """Every verdict as a heading says it; times are longer or shorter."""
    longer = {"higher": t("Longer"), "lower": t("Shorter")}
    higher = {"higher": t("Higher"), "lower": t("Lower")}
    rest = {"unclear": t("Not clearly different"), "same": t("The same")}
    return (longer if figures.is_time else higher) | rest


def against(one: Cell, other: Cell) -> tuple[Decimal | None, bool | None]:
    """How much higher a figure is than the other, and whether that is more than chance alone would explain."""
    if one.value is None or other.value is None:
        return None, None
    return one.value - other.value, beyond_chance(one, other)


def against_first(
    t: Translator, figures: Figures, now: Standing, first: str, others: Iterable[str]
) -> Iterator[str]:
    """Which of the other areas are higher than the first, which lower, and of which neither can be said."""
    found: dict[str, list[str]] = {}
    untested = False
    for area in others:
        cell = now.cell(area)
        difference, clear = against(cell, now.cell(first))
        told = verdict(difference, clear)
        if told is not None and cell.value is not None:
            untested |= clear is None
            found.setdefault(told, []).append(
                f"{now.country.name(area, t.lang)} ({figures.value(cell.value)})"
            )
    for told, word in verdict_words(t, figures).items():
        if told in found:
            yield f"{word}: {', '.join(found[told])}."
    if untested:
        yield t("Chance may explain the differences: no interval is published.")


def _distance(t: Translator, figures: Figures, found: str, distance: str) -> str:
    if found == "same":
        return t("The same")
    if figures.is_time:
        longer, shorter = (
            t("{distance} longer", distance=distance),
            t("{distance} shorter", distance=distance),
        )
        return longer if found == "higher" else shorter
    higher, lower = t("{distance} higher", distance=distance), t("{distance} lower", distance=distance)
    return higher if found == "higher" else lower
