"""What a release says of the attack on it, in a reader's words: for the page and for the API."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from dashboard.data import catalogue, measure_title
from dashboard.text.translation import translate
from warehouse.periods import MONTHS
from warehouse.provenance import Found
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary


@lru_cache(maxsize=16)
def figure_titles(release: Portal, lang: str) -> Mapping[str, str]:
    """What each attacked figure is called: as the indicator whose value it is, else as what is counted."""
    found: dict[str, str] = {}
    shown_by: dict[str, str] = {}
    for figure, name, role in release.figures_shown:
        indicator = catalogue(release)[name]
        shown_by.setdefault(figure, text_in(indicator.title, lang))
        if role == "value":
            found[figure] = text_in(indicator.title, lang)
        elif figure not in found:
            measure = indicator.denominator if role == "denominator" else indicator.numerator
            found[figure] = measure_title(release, measure or "", lang)
    return _told_apart(found, shown_by)


def _told_apart(titles: Mapping[str, str], shown_by: Mapping[str, str]) -> Mapping[str, str]:
    """The titles; what several figures are called says too which indicator shows it, `Exits – In work after exit`."""
    times = Counter(titles.values())
    return {
        figure: f"{title} – {shown_by[figure]}" if times[title] > 1 and title != shown_by[figure] else title
        for figure, title in titles.items()
    }


def total(release: Portal) -> Found:
    """What was found of all figures together."""
    return Found(*map(sum, zip(*(one.found for one in release.attacked_figures), strict=True)))


def breakdown_title(breakdown: str, lang: str) -> str:
    """What a split is by; `all` is the figure itself."""
    if breakdown == "all":
        return translate(lang)("Everyone")
    return text_in(vocabulary().breakdowns[breakdown].title, lang)


def closed_kinds(months: int) -> tuple[str, ...]:
    """The kinds of periods that are at most so long."""
    return tuple(kind for kind in vocabulary().period_kinds if MONTHS[kind] <= months)
