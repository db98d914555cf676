"""What a reader can do about figures that are held back to protect people."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.components.phrases import listed, phrase
from dashboard.shown import Shown
from dashboard.state import last_ended, offered_kinds
from dashboard.text.translation import Translator
from warehouse.periods import MONTHS
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary

STATUSES = frozenset({"withdrawn", "too_few"})
"""What fewer people stand behind than the rules ask for, or what tells too much of them; the owner knows them all."""


def hint(shown: Shown) -> Element | None:
    """Where longer periods are seen and what was taken out, if something in the view is held back."""
    if all(cell.status not in STATUSES for cell in shown.cells):
        return None
    parts: list[Element | str] = []
    if kinds := list(_longer(shown)):
        told = shown.t("Longer periods are held back less often: {kinds}.")
        parts = [*phrase(told, kinds=html.Span(listed(shown.t, kinds))), " "]
    return html.P([*parts, *taken_out(shown.t, shown.portal)], className="held-back")


def taken_out(t: Translator, portal: Portal) -> list[Element | str]:
    """The sentence that leads to what an attack took out of the release; to the reasons where there was none."""
    if portal.attacked_figures:
        told, part = t("What an attack on the release took out is listed in {protection}."), "withdrawn"
    else:
        told, part = t("Why figures are held back is told in {protection}."), "missing"
    return phrase(told, protection=html.A(t("Data protection"), href=f"/{t.lang}/protection#{part}"))


def _longer(shown: Shown) -> Iterator[Element]:
    """Links to the same view of the last longer period that had ended, kind by kind."""
    state = shown.state
    for kind, periods in offered_kinds(shown.portal, state.indicator).items():
        period = last_ended(periods, state.period)
        if period and MONTHS[kind] > MONTHS[state.period.kind]:
            title = text_in(vocabulary().period_kinds[kind].title, shown.lang).lower()
            yield html.A(title, href=f"?{replace(state, period=period).query}", className="soft")
