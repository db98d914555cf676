"""What a map of counts must say of itself: it shows where many people live."""

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.components.phrases import phrase
from dashboard.shown import Shown
from dashboard.state import State, group_code, offered_groups, offered_indicators, offered_periods
from indicators.catalogue import Indicator
from warehouse.reading import ALL
from warehouse.vocabulary import text_in


def count_note(shown: Shown) -> Element | None:
    """That large areas stand out, and the same in proportion to their size, if that is published."""
    if shown.figures.is_ratio:
        return None
    said = shown.t(
        "Large areas stand out because more people live there, not because the figure is high for their size."
    )
    rate = _rate(shown)
    if rate is None:
        return html.P(said, className="caution")
    title = text_in(rate.title, shown.lang)
    link = html.A(title, href=f"?{_same_in(shown, rate).query}", id="as-rate", className="soft")
    better = phrase(shown.t("To compare areas of different size, see {indicator}."), indicator=link)
    return html.P([said, " ", *better], className="caution")


def _rate(shown: Shown) -> Indicator | None:
    """The indicator that divides this count, else the first of its topic that divides at all."""
    own = shown.now.indicator
    found = [
        one
        for one in offered_indicators(shown.portal).values()
        if one.denominator is not None
        and one.topic == own.topic
        and offered_periods(shown.portal, one.id).get(str(shown.state.period)) == shown.state.period
    ]
    return next((one for one in found if one.numerator == own.numerator), next(iter(found), None))


def _same_in(shown: Shown, rate: Indicator) -> State:
    state = shown.state
    groups = offered_groups(shown.portal, rate.id, state.period.kind)
    category = groups.get(group_code(state.category), ALL)
    return State(rate.id, state.areas, state.period, state.view, category=category)
