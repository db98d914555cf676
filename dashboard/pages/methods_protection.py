"""How figures made from records of persons are protected, in plain words."""

from typing import Any

from dash import html

from dashboard.components.sections import listed
from dashboard.text.translation import Translator
from warehouse.profile import Protection

Parts = list[Any]


def rounded(t: Translator, protection: Protection) -> Parts:
    """Fixed random rounding."""
    base = protection.base
    return [
        html.P(
            t(
                "Nobody may learn about a person from what is published here. Every count that is made from records of"
                " persons is therefore rounded to a multiple of {base}, up or down.",
                base=base,
            )
        ),
        listed(
            t(
                "Whether a figure goes up or down is decided by chance, with a key that only the publisher has: the"
                " nearer a multiple, the likelier it is taken. On average nothing is added or lost."
            ),
            t(
                "The same people always give the same figure, on every page, in every file and in every release. Asking"
                " again tells nothing new."
            ),
            t("A figure is never more than {off} away from the count behind it.", off=base - 1),
            t("0 can mean a few people, and {base} can mean one.", base=base),
            t("Shares and intervals are calculated from the rounded figures, never from those behind them."),
            t("Means and medians are rounded to whole weeks, shares still on benefit to whole per cent."),
        ),
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


def withheld(t: Translator, protection: Protection) -> Parts:
    """The thresholds."""
    return [
        listed(
            t(
                "A figure is split further, into areas, groups or shorter periods, only where it is published as at"
                " least {least}. Otherwise the parts are withheld.",
                least=protection.split_from,
            ),
            t(
                "A share is shown when the published figure below the line is at least {least}. Under {wide} it is"
                " marked as uncertain and not ranked.",
                least=protection.ratio_from,
                wide=protection.wide_below,
            ),
            t(
                "A mean, a median and a share still on benefit need at least {least} people.",
                least=protection.least_persons,
            ),
            t("What is withheld has a mark and a reason. It is never shown as 0."),
        )
    ]
