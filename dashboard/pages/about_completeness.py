"""How complete the newest figures are, and how far they are corrected: what earlier releases taught."""

from collections.abc import Sequence
from typing import Any

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.components.simple_table import simple_table
from dashboard.data import catalogue
from dashboard.text.figures import MISSING
from dashboard.text.numbers import number, percent_sign
from dashboard.text.translation import Translator
from warehouse.reading import Portal
from warehouse.timeliness import Completeness
from warehouse.vocabulary import text_in, vocabulary

MOST_MONTHS = 4
"""Later than so many months after a period little comes any more."""


def complete(t: Translator, release: Portal) -> list[Any]:
    """The section of the page."""
    said = t(
        "Records come late, so a figure is not whole when it is told first. Learned from the whole country's figures in"
        " earlier releases: what part of the settled figure was there so many months after its period, and how far it"
        " was off, up or down."
    )
    rows = [one for one in release.completeness if one.months_after <= MOST_MONTHS]
    if not rows:
        return [
            html.P(said),
            html.P(t("Nothing is known yet: it takes two releases, and a figure that has settled.")),
        ]
    return [html.P(said), _table(t, release, rows)]


def _table(t: Translator, release: Portal, rows: Sequence[Completeness]) -> Element:
    places = {name: place for place, name in enumerate(catalogue(release))}
    kinds = list(vocabulary().period_kinds)
    ordered = sorted(
        rows, key=lambda one: (places[one.indicator], kinds.index(one.period_kind), one.months_after)
    )
    columns = [
        *(
            t("Indicator"),
            t("Period"),
            t("Months after"),
            t("Part of the settled figure"),
            t("Off, up or down"),
        ),
        t("Periods known"),
    ]
    caption = t("How complete figures were at first")
    return simple_table(caption, columns, [_row(t, release, one) for one in ordered], set(range(2, 6)))


def _row(t: Translator, release: Portal, one: Completeness) -> list[Any]:
    title = text_in(catalogue(release)[one.indicator].title, t.lang)
    sign = percent_sign(t.lang)
    return [
        html.A(title, href=f"/{t.lang}/catalogue/{one.indicator}"),
        text_in(vocabulary().period_kinds[one.period_kind].title, t.lang),
        number(one.months_after, 0, t.lang),
        MISSING if one.completeness is None else number(one.completeness, 1, t.lang) + sign,
        number(one.revision, 1, t.lang) + sign,
        number(one.periods, 0, t.lang),
    ]
