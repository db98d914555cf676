"""How records of persons are counted, in plain words."""

from typing import Any

from dash import html

from dashboard.components.sections import listed
from dashboard.text import methods
from dashboard.text.translation import Translator
from warehouse.areas import Country
from warehouse.vocabulary import text_in

Parts = list[Any]

ALL_WAYS = ("persons", "days", "events", "spells")
"""All that is counted of records of persons."""


def who(t: Translator, country: Country) -> Parts:
    """Which people, and under which area and group."""
    return [
        html.P(
            t(
                "Records of persons come without names or numbers: each person is a code that the agencies made with a"
                " key of their own. Nobody here can turn it back."
            )
        ),
        listed(
            *methods.where_counted(t, country, ALL_WAYS),
            methods.where_employers_counted(t),
            t("Age is the one that a person reaches in the calendar year."),
            t(
                "Benefits may overlap: who receives two in a period is counted once in each, and once in the total."
            ),
        ),
    ]


def periods(t: Translator) -> Parts:
    """What a longer period counts."""
    return [listed(*methods.windows(t, ALL_WAYS))]


def benefits(t: Translator, country: Country) -> Parts:
    """Degrees, days, and two schemes on a day."""
    order = ", ".join(text_in(scheme.title, t.lang).lower() for scheme in country.schemes)
    return [
        listed(
            t("A recipient received a benefit on at least one day of the period."),
            t(
                "A full-time person is a full period on full benefit: half a month on full benefit, or a month on half"
                " benefit, is half a full-time person."
            ),
            t(
                "Added over schemes, a day on two benefits counts twice. Without overlap it counts once, for the"
                " benefit that comes first in this order: {order}.",
                order=order,
            ),
        ),
    ]


def spells(t: Translator, country: Country) -> Parts:
    """When a spell begins, ends, and how long it lasts."""
    gaps = sorted({scheme.gap_days for scheme in country.schemes})
    days = f"{gaps[0]}" if len(gaps) == 1 else f"{gaps[0]}–{gaps[-1]}"
    return [
        listed(
            t(
                "A spell is a person's time on one benefit. A break of at most {days} days does not end it.",
                days=days,
            ),
            t("A birthday or a move never splits a spell."),
            t(
                "An exit is counted only when the break after it is known to be long enough, so the exits of the last"
                " weeks come later."
            ),
            t(
                "An entry counts where the person lived when the spell began, an exit where they lived on its last day."
            ),
            t("The mean and the median duration are of spells that ended in the period."),
            t(
                "The share still on benefit follows those who began in the period, also those whose spell has not ended"
                " yet: each counts for as long as they could be followed (the method of Kaplan and Meier)."
            ),
            t(
                "So do the weeks to the first activity: those who leave without one count for as long as they waited."
            ),
        )
    ]


def shares(t: Translator) -> Parts:
    """Numerator and denominator."""
    return [
        listed(
            methods.above_and_below(t),
            t(
                "Shares of regions and of longer periods are divided last, from summed parts; they are no mean of other"
                " shares."
            ),
            t(
                "Outcomes months after an exit are shown only when all of those months are delivered. Nobody counts as"
                " without work because the answer is not known yet."
            ),
            t(
                "First interviews are counted by the day on which they were due. Who was exempt is left out; an"
                " interview that never took place counts as late."
            ),
        )
    ]


def provisional(t: Translator, country: Country) -> Parts:
    """What may still change."""
    return [
        html.P(methods.provisional(t, country)),
        html.P(t("What changed from one release to the next stands in About the data.")),
    ]
