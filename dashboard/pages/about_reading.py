"""How to read the figures: what marks, changed areas, rounding and intervals mean."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import letter
from dashboard.components.phrases import facts
from dashboard.text.figures import mark
from dashboard.text.translation import Translator
from warehouse.vocabulary import text_in, vocabulary


def marks(t: Translator) -> list[Component]:
    """Every status and flag of the vocabulary."""
    words = vocabulary()
    statuses = [
        ([html.B(mark(code)), " ", text_in(word.title, t.lang)], text_in(word.note, t.lang))
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
    return _listed(
        t("Areas keep their code and name for as long as they exist; an ended area keeps its figures."),
        t("When whole areas merge, the new area's series goes back in time as their sum, and is marked."),
        t(
            "When an area is split, the series of the new areas begin: nobody can tell which part came from where."
        ),
        t("A region's figure is of the areas that belonged to it in that period."),
    )


def rounding(t: Translator) -> list[Component]:
    """Why parts need not add up to their total."""
    return _listed(
        t("Figures are shown as exactly as their source delivers them."),
        t("Official tables of whole numbers add up only within rounding, since each was rounded by itself."),
        t(
            "Rates of regions and countries are divided last, from summed parts; they are no mean of other rates."
        ),
        t("Halves are rounded up, everywhere alike: on pages, in files and for programs."),
    )


def chance(t: Translator) -> list[Component]:
    """What an interval is, in plain words."""
    jumps = t(
        "A small area's rate jumps though nothing has changed, because a few people more or less move it."
    )
    shows = t(
        "The 95% interval shows how far: 19 of 20 intervals made this way hold the rate that lies behind."
    )
    called = t(
        "Two areas are called different only when both intervals together cannot explain the difference."
    )
    proof = t("Even that is no proof of a cause: areas differ in who lives there.")
    without = t(
        "Where a source publishes only a finished percentage, no interval can be given, and pages say so."
    )
    return [html.P(f"{jumps} {shows}"), html.P(f"{called} {proof}"), html.P(without)]


def _listed(*lines: str) -> list[Component]:
    return [html.Ul([html.Li(line) for line in lines])]
