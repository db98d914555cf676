"""What of an address could not be used, said in words."""

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.shown import Shown
from dashboard.state import MOST_AREAS, group_code

_MOST_LINES = 6


def dropped(shown: Shown) -> Element | None:
    """A notice of every parameter that was left out, None when all were used."""
    lines = [_line(shown, name, text) for name, text in shown.state.dropped[:_MOST_LINES]]
    if not lines:
        return None
    return html.Div(
        [
            html.Strong(shown.t("Not everything in the address could be used:")),
            html.Ul([html.Li(line) for line in lines]),
        ],
        className="notice",
        role="status",
    )


def _line(shown: Shown, name: str, text: str) -> str:
    t = shown.t
    if name == "indicator":
        return t("There is no indicator “{text}”; “{title}” is shown.", text=text, title=shown.title)
    if name == "period":
        return t(
            "This indicator has no figures for “{text}”; {period} is shown.", text=text, period=shown.period
        )
    if name == "areas":
        return _left_out(shown, text)
    if name == "group":
        return _no_group(shown, text)
    return t("“{text}” has no meaning here and was ignored.", text=f"{name}={text}")


def _no_group(shown: Shown, text: str) -> str:
    """Why a group of people is not shown."""
    t = shown.t
    breakdowns = shown.portal.breakdowns.items()
    known = {group_code((code, name)): (code, name) for code, one in breakdowns for name in one.categories}
    if text in known:
        return t(
            "This indicator has no figures for “{group}” in periods of this kind; the total is shown.",
            group=shown.category_title(known[text]),
        )
    return t("There is no group “{text}”; the total is shown.", text=text)


def _left_out(shown: Shown, code: str) -> str:
    """Why an area is not shown."""
    t = shown.t
    if code in shown.now.country.areas:
        return t(
            "{number} areas at most are compared; {area} was left out.",
            number=MOST_AREAS,
            area=shown.name(code),
        )
    return t("No area has the code “{text}”; it was left out.", text=code)
