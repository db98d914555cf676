"""What figures, intervals and differences mean, in plain words."""

from typing import Any

from dash import html

from dashboard.components.sections import listed
from dashboard.text import methods
from dashboard.text.translation import Translator

Parts = list[Any]


def delivered(t: Translator) -> Parts:
    """Figures of other offices."""
    return [
        listed(
            methods.delivered(t),
            t(
                "Official tables of whole numbers add up only within rounding, since each was rounded by itself."
            ),
            t("What the owner hides stays hidden."),
            t("Halves are rounded up, everywhere alike: on pages, in files and for programs."),
        )
    ]


def chance(t: Translator) -> Parts:
    """What an interval means though everybody is counted."""
    jumps = t(
        "A small area's rate jumps though nothing has changed, because a few people more or less move it."
    )
    register = t(
        "The registers hold everybody, so an interval does not say how many were asked. It says what could as well have"
        " happened under the same conditions: the same services and the same people, in another year's luck."
    )
    shows = t(
        "The 95% interval shows how far: 19 of 20 intervals made this way hold the rate that lies behind."
    )
    called = t(
        "Two areas are called different only when both intervals together cannot explain the difference."
    )
    many = t(
        "Among a hundred areas about five stand out by luck alone. A single year's place in a ranking says little."
    )
    proof = t("Even that is no proof of a cause: areas differ in who lives there.")
    without = t(
        "Where a source publishes only a finished percentage, no interval can be given, and pages say so."
    )
    return [html.P(f"{jumps} {register}"), html.P(f"{shows} {called} {many}"), html.P(proof), html.P(without)]


def intervals(t: Translator) -> Parts:
    """The formulas by name."""
    return [
        listed(
            t("Shares of people: Wilson's score interval (1927)."),
            t("Events per hundred: Byar's approximation to the Poisson interval (Breslow and Day, 1987)."),
            t("Differences of two shares: Newcombe's interval from the two (1998)."),
            t(
                "Where the parts are rounded to protect people, the interval is widened by what rounding can do; it"
                " then holds chance and rounding."
            ),
            t("Medians, means and plain counts have no interval here."),
        )
    ]
