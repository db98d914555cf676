"""The two figures that a difference is made of, by name."""

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.components.phrases import phrase
from dashboard.data import catalogue
from dashboard.text.translation import translate
from indicators.catalogue import Indicator, Part
from warehouse.reading import Portal
from warehouse.vocabulary import text_in


def difference(release: Portal, indicator: Indicator, lang: str) -> Element | str:
    """The one less the other, each a link to its definition; empty for what is no difference."""
    if not indicator.parts:
        return ""
    first, second = (
        html.A(part_title(release, part, lang), href=f"/{lang}/catalogue/{part.indicator}")
        for part in indicator.parts
    )
    return html.Span(phrase(translate(lang)("{first} less {second}"), first=first, second=second))


def part_title(release: Portal, part: Part, lang: str) -> str:
    """The indicator's title, and the group of people where it is of one."""
    title = text_in(catalogue(release)[part.indicator].title, lang)
    if not part.is_split:
        return title
    group = text_in(release.breakdowns[part.breakdown].categories[part.category], lang)
    return f"{title} ({group[:1].lower()}{group[1:]})"
