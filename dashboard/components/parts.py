"""The published figures that another is made of, by name."""

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.components.phrases import phrase
from dashboard.data import catalogue
from dashboard.text.translation import translate
from indicators.catalogue import Indicator, Part
from warehouse.reading import Portal
from warehouse.vocabulary import text_in


def made_of(release: Portal, indicator: Indicator, lang: str) -> Element | str:
    """How it is made of them, each a link to its definition; empty for what is not made of any."""
    if not indicator.parts:
        return ""
    t = translate(lang)
    first, *others = (
        html.A(part_title(release, part, lang), href=f"/{lang}/catalogue/{part.indicator}")
        for part in indicator.parts
    )
    if indicator.count == "difference":
        return html.Span(phrase(t("{first} less {second}"), first=first, second=others[0]))
    said = (
        t("What stands above the line of {first}")
        if indicator.count == "sum"
        else t("{first}, now and a year before")
    )
    return html.Span(phrase(said, first=first))


def part_title(release: Portal, part: Part, lang: str) -> str:
    """The indicator's title, and the group of people where it is of one."""
    title = text_in(catalogue(release)[part.indicator].title, lang)
    if not part.is_split:
        return title
    group = text_in(release.breakdowns[part.breakdown].categories[part.category], lang)
    return f"{title} ({group[:1].lower()}{group[1:]})"
