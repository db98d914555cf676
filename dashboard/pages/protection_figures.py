"""The rules that protect figures made from records of persons, and why a figure may be missing."""

from typing import Any

from dashboard.components import elements as html
from dashboard.components.phrases import facts, phrase
from dashboard.components.sections import listed
from dashboard.text import methods
from dashboard.text.numbers import number
from dashboard.text.translation import Translator
from warehouse.areas import Country
from warehouse.vocabulary import text_in, vocabulary

Parts = list[Any]

MISSING = ("withdrawn", "too_few", "suppressed")
"""The statuses that have to do with small groups."""


def rules(t: Translator, country: Country) -> Parts:
    """Rounding and thresholds, as the country has set them."""
    protection = country.protection
    link = html.A(t("Methods"), href=f"/{t.lang}/methods#protection")
    return [
        html.P(methods.multiples(t, protection)),
        listed(
            *methods.rounded(t, protection),
            methods.split_rule(t, protection),
            methods.ratio_rule(t, protection),
            methods.duration_rule(t, protection),
            *methods.money_rules(t, country),
        ),
        facts(
            [
                (t("Figures are multiples of"), number(protection.base, 0, t.lang)),
                (t("Split from"), number(protection.split_from, 0, t.lang)),
                (t("Share shown from"), number(protection.ratio_from, 0, t.lang)),
                (t("Share ranked from"), number(protection.wide_below, 0, t.lang)),
                (t("Duration shown from"), number(protection.least_persons, 0, t.lang)),
            ]
        ),
        html.P(phrase(t("What rounding does to sums and shares stands under {methods}."), methods=link)),
    ]


def missing(t: Translator) -> Parts:
    """The reasons that have to do with small groups, told apart."""
    words = vocabulary().statuses
    by_whom = {
        "withdrawn": t(
            "Only what an attack on the release found is listed one by one on this page; what was too small to be split"
            " from the start is most of it, and in no list."
        ),
        "too_few": t(
            "So it is with shares, means and medians that rest on fewer people than the rules above ask for."
        ),
        "suppressed": t("It was hidden before it came here; the portal does not know it."),
    }
    return [
        facts(
            (text_in(words[code].title, t.lang), f"{words[code].explained(t.lang)} {by_whom[code]}")
            for code in MISSING
        ),
        html.P(t("None of them means 0.")),
    ]
