"""How an area's figure differs from a larger area's, in a word or two."""

from dashboard.components import elements as html
from dashboard.components.differences import difference_word
from dashboard.components.elements import Element
from dashboard.pages.area_beside import Beside, judgement
from dashboard.text.figures import Figures
from dashboard.text.translation import Translator


def verdict_word(t: Translator, figures: Figures, beside: Beside, name: str = "") -> Element | None:
    """How the figure of the area named differs in a word or two, and whether that is good.

    Only the distance is told where chance is unknown.
    """
    word = difference_word(t, figures, beside.difference, beside.clear)
    judged = judgement(figures.indicator, beside)
    if not word:
        return None
    if judged is None:
        return html.Span(_of(name, word), className="verdict plain")
    good = {"better": t("better"), "worse": t("worse")}[judged]
    return html.Span([_of(name, word), ", ", html.B(good)], className=f"verdict {judged}")


def _of(name: str, word: str) -> str:
    """The word, and whom it is about where it does not stand beside that area's own figure."""
    return f"{name}: {word[:1].lower()}{word[1:]}" if name else word
