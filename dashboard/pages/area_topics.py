"""A profile is folded by topic: key figures first, then the figures of one topic, or all that there are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.elements import Element
from dashboard.components.still import written
from dashboard.text.translation import Translator
from indicators.catalogue import Indicator
from warehouse.vocabulary import text_in, vocabulary

KEY_FIGURES, EVERYTHING = "", "all"
"""What may be open beside a topic, as an address writes it: key figures are asked for by naming nothing."""

MOST_UNFOLDED = 15
"""Where an area has no more figures than these, nothing is folded."""

FEWEST_KEY_FIGURES = 5
"""With fewer key figures than these a profile begins with all figures."""


@dataclass(frozen=True)
class Fold:
    """What of an area's figures is shown: what is `open`, and how many figures each thing that can be opened has.

    `counts` is in the order in which they are offered, and empty where nothing is folded.
    """

    open: str
    counts: Mapping[str, int]

    def shows(self, indicator: Indicator) -> bool:
        """Whether an indicator is in what is open."""
        return is_in(indicator, self.open)


def is_in(indicator: Indicator, opened: str) -> bool:
    """Whether an indicator is among key figures, in a topic, or in everything."""
    if opened == KEY_FIGURES:
        return indicator.key_figure
    return opened in {EVERYTHING, indicator.topic}


def parse_topic(text: str) -> str:
    """What an address asks to open, else key figures. Never raises."""
    return text if text == EVERYTHING or text in vocabulary().topics else KEY_FIGURES


def fold(indicators: Iterable[Indicator], wanted: str) -> Fold:
    """How a profile with figures of these indicators is folded. What it has none of is not opened."""
    offered = list(indicators)
    if len(offered) <= MOST_UNFOLDED:
        return Fold(EVERYTHING, {})
    key_figures = sum(one.key_figure for one in offered)
    topics = Counter(one.topic for one in offered)
    counts = {KEY_FIGURES: key_figures} if key_figures >= FEWEST_KEY_FIGURES else {}
    counts |= {topic: topics[topic] for topic in vocabulary().topics if topics[topic]}
    counts[EVERYTHING] = len(offered)
    usual = KEY_FIGURES if KEY_FIGURES in counts else EVERYTHING
    return Fold(wanted if wanted in counts else usual, counts)


def topic_title(t: Translator, opened: str) -> str:
    """What is called what can be opened."""
    if opened == KEY_FIGURES:
        return t("Key figures")
    return t("All figures") if opened == EVERYTHING else text_in(vocabulary().topics[opened].title, t.lang)


def topic_links(t: Translator, folded: Fold, addresses: Mapping[str, str]) -> Element | None:
    """Links to all that can be opened, by their addresses; nothing where nothing is folded."""
    if not folded.counts:
        return None
    links = [
        _link(t, opened, addresses[opened], count, current=opened == folded.open)
        for opened, count in folded.counts.items()
    ]
    listed = written(Markup(f"<ul>{''.join(links)}</ul>"))
    return html.Nav(listed, className="topics only-screen", **aria(label=t("Topics")))


def _link(t: Translator, opened: str, address: str, count: int, *, current: bool) -> str:
    marked = ' aria-current="true"' if current else ""
    title, figures = topic_title(t, opened), t.plural("{number} figure", "{number} figures", count)
    return (
        f'<li><a href="{escape(address)}" id="open-{opened or "key"}" class="soft"{marked}>{escape(title)}'
        f'<span class="count" aria-hidden="true">{count}</span><span class="unseen">, {figures}</span></a></li>'
    )
