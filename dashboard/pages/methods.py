"""Methods: in plain words, who is counted where, how people are protected, and what a difference means."""

from functools import lru_cache
from typing import Any

from dashboard.components.frame import Head
from dashboard.components.sections import Section, listed, with_contents
from dashboard.data import portal
from dashboard.pages import methods_counting, methods_protection, methods_reading
from dashboard.text import methods
from dashboard.text.translation import translate
from warehouse.reading import Portal

NAME = "methods"
PATH = "/<lang>/methods"
TITLE = "Methods"


def head(lang: str, **_: str) -> Head:
    """Title and description."""
    t = translate(lang)
    return Head(
        t(TITLE),
        t("Who is counted where, how people are protected, and what a difference between areas means."),
    )


def layout(lang: str, **_: str) -> Any:
    """The content of the page."""
    return _written(portal(), lang)


@lru_cache(maxsize=16)
def _written(release: Portal, lang: str) -> Any:
    t, country = translate(lang), release.country
    sections: list[Section] = []
    if country.has_persons:
        sections += [
            ("who", t("Who is counted where"), methods_counting.who(t, country)),
            ("periods", t("Months, quarters, years and rolling years"), methods_counting.periods(t)),
            ("benefits", t("Recipients and full-time persons"), methods_counting.benefits(t, country)),
            ("spells", t("Entries, exits and durations"), methods_counting.spells(t, country)),
            ("shares", t("Shares, and who is followed how long"), methods_counting.shares(t)),
            ("provisional", t("Provisional months"), methods_counting.provisional(t, country)),
            ("protection", t("How people are protected"), methods_protection.rounded(t, country.protection)),
            ("adding", t("Why figures do not add up exactly"), methods_protection.adding(t)),
            ("withheld", t("What is withheld"), methods_protection.withheld(t, country)),
        ]
    sections += [
        ("delivered", t("Figures that come ready counted"), methods_reading.delivered(t)),
        ("difference", t("Differences of two published figures"), [listed(*methods.difference(t))]),
        (
            "growth",
            t("Sums and growths of published figures"),
            [listed(*methods.sum_above(t), *methods.growth(t))],
        ),
        ("chance", t("Differences and chance"), methods_reading.chance(t)),
        ("intervals", t("How intervals are calculated"), methods_reading.intervals(t)),
    ]
    return with_contents(t, t(TITLE), sections)
