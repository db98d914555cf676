"""How to read the figures: what marks and changed areas mean."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import letter
from dashboard.components.phrases import facts
from dashboard.components.sections import listed
from dashboard.text.figures import mark
from dashboard.text.translation import Translator
from warehouse.vocabulary import text_in, vocabulary


def marks(t: Translator) -> list[Component]:
    """Every status and flag of the vocabulary."""
    words = vocabulary()
    statuses = [
        ([html.B(mark(code)), " ", text_in(word.title, t.lang)], word.explained(t.lang))
        for code, word in words.statuses.items()
        if code != "value"
    ]
    flags = [
        ([html.B(letter(code)), " ", text_in(word.title, t.lang)], text_in(word.note, t.lang))
        for code, word in words.flags.items()
    ]
    return [
        html.P(t("A hidden or missing figure is never shown as 0. A mark stands in its place:")),
        facts(statuses),
        html.P(t("A small letter beside a figure says:")),
        facts(flags),
    ]


def areas(t: Translator) -> list[Component]:
    """What happens to series when areas merge or are split."""
    lines = listed(
        t("Areas keep their code and name for as long as they exist; an ended area keeps its figures."),
        t("When whole areas merge, the new area's series goes back in time as their sum, and is marked."),
        t(
            "When an area is split, the series of the new areas begin: nobody can tell which part came from where."
        ),
        t("A region's figure is of the areas that belonged to it in that period."),
    )
    return [lines]
