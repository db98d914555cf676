"""How figures made from records of persons are protected, in plain words."""

from typing import Any

from dash import html

from dashboard.components.sections import listed
from dashboard.text import methods
from dashboard.text.translation import Translator
from warehouse.areas import Country
from warehouse.profile import Protection

Parts = list[Any]


def rounded(t: Translator, protection: Protection) -> Parts:
    """Fixed random rounding."""
    nobody = t("Nobody may learn about a person from what is published here.")
    return [
        html.P(f"{nobody} {methods.multiples(t, protection)}"),
        listed(*methods.rounded(t, protection), methods.from_rounded(t), methods.whole_weeks(t)),
    ]


def adding(t: Translator) -> Parts:
    """What rounding does to sums."""
    return [
        html.P(
            t(
                "Each figure is rounded by itself. So the municipalities do not add up exactly to the country, nor"
                " women and men to all; each is as near to the truth as the others. Use the published total, not the"
                " sum of its parts."
            )
        )
    ]


def withheld(t: Translator, country: Country) -> Parts:
    """The thresholds."""
    protection = country.protection
    return [
        listed(
            methods.split_rule(t, protection),
            methods.workplace_rule(t, protection),
            methods.ratio_rule(t, protection),
            methods.duration_rule(t, protection),
            *methods.money_rules(t, country),
            t("What is withheld has a mark and a reason. It is never shown as 0."),
        )
    ]
