"""What earlier releases teach of figures: how complete they are when told first, and whether they count the same."""

from collections.abc import Iterator
from typing import Any

from dashboard.text.numbers import number, percent_sign
from dashboard.text.translation import Translator
from warehouse.periods import Period
from warehouse.reading import Portal
from warehouse.timeliness import Completeness


def months_after(portal: Portal, period: Period) -> int:
    """How many months after the period's last month the release speaks of as today."""
    return portal.as_of.year * 12 + portal.as_of.month - period.ends_on.year * 12 - period.ends_on.month


def learned(portal: Portal, indicator: str) -> Iterator[Completeness]:
    """What is known of an indicator, by period kind and months after the period."""
    return (one for one in portal.completeness if one.indicator == indicator)


def note(t: Translator, portal: Portal, indicator: str, period: Period) -> str:
    """What part of the settled figure releases had as soon after a period as this one is; empty where not known."""
    asked = (period.kind, months_after(portal, period))
    found = next(
        (one for one in learned(portal, indicator) if (one.period_kind, one.months_after) == asked), None
    )
    if found is None:
        return ""
    known = {"months": found.months_after, "periods": found.periods}
    if found.completeness is None:
        off = number(found.revision, 1, t.lang) + percent_sign(t.lang)
        return t(
            "Figures told {months} months after their period have been {share} off on average, up or down (periods"
            " known: {periods}).",
            share=off,
            **known,
        )
    share = number(found.completeness, 1, t.lang) + percent_sign(t.lang)
    return t(
        "Figures told {months} months after their period were {share} of what they came to be in the end (periods"
        " known: {periods}).",
        share=share,
        **known,
    )


def redefined(t: Translator, portal: Portal, indicator: str) -> str:
    """That an indicator is counted otherwise than in the release before; empty where it is not."""
    if indicator not in portal.redefined:
        return ""
    return t(
        "Counted otherwise than in release {release}: what differs from it is no correction.",
        release=portal.release_before,
    )


def facts_of(portal: Portal, indicator: str) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        {
            "period_kind": one.period_kind,
            "months_after": one.months_after,
            "periods": one.periods,
            "completeness": None if one.completeness is None else float(one.completeness),
            "revision": float(one.revision),
        }
        for one in learned(portal, indicator)
    ]
