"""What a reader of a profile should see first: where the area stands out, over all of its figures."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.elements import Element
from dashboard.components.phrases import listed, phrase
from dashboard.pages.area_beside import Newest, is_uncertain
from dashboard.pages.area_cells import AreaCells
from dashboard.pages.area_figures import AreaFigure
from dashboard.pages.area_standing_out import (
    compared,
    foremost,
    held_against_the_country,
    moving,
    perhaps_striking,
    striking,
)
from dashboard.pages.area_table import Profile, compare_link
from dashboard.pages.area_topics import EVERYTHING, topic_title
from dashboard.pages.area_verdict import verdict_word
from dashboard.standing import PROVISIONAL, WIDE
from dashboard.text.dates import period_name
from dashboard.text.figures import Figures
from dashboard.text.translation import Translator
from warehouse.vocabulary import text_in, vocabulary

CHANCES_IN_A_HUNDRED = 5
"""So many figures in a hundred that truly are alike are found to differ: their intervals are of 95 %."""

_Tell = Callable[[Profile, Sequence[Any], Mapping[str, str]], list[Element]]


def at_a_glance(profile: Profile, asked: AreaCells, topics: Mapping[str, str]) -> Iterator[Element]:
    """Clear differences from the country, else what else can be said; `topics` are addresses of what can be opened.

    Differences are those of all figures, movements those of the figures that are open. What is certain comes first.
    """
    t, against = profile.t, list(held_against_the_country(asked))
    found: list[tuple[Sequence[Any], _Tell]] = [
        (striking(against), partial(_clear, against=against)),
        (perhaps_striking(against), _perhaps),
        (moving(profile.rows), _moved),
    ]
    told = [one for one in found if one[0]]
    if told:
        figures, tell = told[0]
        few = html.P(t("Few people stand behind all of these figures, so they are uncertain."))
        parts = [
            html.H2(t("At a glance"), id="glance"),
            few if is_uncertain(figures[0]) else None,
            *tell(profile, figures, topics),
        ]
        yield html.Section(parts, className="card glance", **aria(labelledby="glance"))


def _clear(
    profile: Profile, found: Sequence[Newest], topics: Mapping[str, str], against: Sequence[Newest]
) -> list[Element]:
    t, country = profile.t, profile.name(profile.country.whole.code)
    named = foremost(found)
    if len(named) == len(found):
        said = t(
            "Compared with {country} as a whole, these figures differ by more than chance would explain:",
            country=country,
        )
        told = _list(profile, [(row, _difference(t, row)) for row in named])
        return [html.P(said), told, *_by_chance(t, against)]
    said = t.plural(
        "Compared with {country} as a whole, {number} figure differs by more than chance would explain; foremost:",
        "Compared with {country} as a whole, {number} figures differ by more than chance would explain; foremost:",
        len(found),
        country=country,
    )
    return [
        html.P(said),
        _list(profile, [(row, _difference(t, row)) for row in named]),
        _by_topic(profile, found, topics),
        *_by_chance(t, against),
    ]


def _by_chance(t: Translator, against: Sequence[Newest]) -> Iterator[Element]:
    """How many of the figures that could be compared would be found to differ if none truly did, if that is any."""
    tested = compared(against)
    expected = round(tested * CHANCES_IN_A_HUNDRED / 100)
    if expected:
        said = t.plural(
            "{tested} of {figures} figures have an interval to compare by."
            " By chance alone, about {number} of them would be marked as different.",
            "{tested} of {figures} figures have intervals to compare by."
            " By chance alone, about {number} of them would be marked as different.",
            expected,
            tested=tested,
            figures=len(against),
        )
        yield html.P(said, className="by-chance")


def _by_topic(profile: Profile, found: Sequence[Newest], topics: Mapping[str, str]) -> Element:
    """How many stand out in each topic, with a link to it where it can be opened."""
    t = profile.t
    counts = Counter(row.indicator.topic for row in found)
    links = [
        [html.A(topic_title(t, topic), href=topics[topic], className="soft"), f" ({count})"]
        for topic in topics
        if (count := counts[topic])
    ]
    plain = [f"{topic_title(t, topic)} ({count})" for topic, count in counts.items() if topic not in topics]
    return html.P([t("All of them by topic:"), " ", *listed(t, links or plain), "."], className="by-topic")


def _perhaps(profile: Profile, found: Sequence[Newest], _: Mapping[str, str]) -> list[Element]:
    t = profile.t
    said = t(
        "The largest differences from {country} as a whole; chance may explain part of them:",
        country=profile.name(profile.country.whole.code),
    )
    return [html.P(said), _list(profile, [(row, _difference(t, row)) for row in found])]


def _moved(profile: Profile, found: Sequence[AreaFigure], _: Mapping[str, str]) -> list[Element]:
    t = profile.t
    of_all = profile.fold.open == EVERYTHING
    said = (
        t("What moved most over 12 months:")
        if of_all
        else t("Of the figures below, these moved most over 12 months:")
    )
    return [html.P(said), _list(profile, [(row, _movement(t, row)) for row in found])]


def _list(profile: Profile, told: Sequence[tuple[Newest, list[Any]]]) -> Element:
    return html.Ul([html.Li([_named(profile, row), ": ", *said]) for row, said in told])


def _named(profile: Profile, row: Newest) -> Element:
    return html.A(text_in(row.indicator.title, profile.t.lang), href=compare_link(profile, row))


def _when(t: Translator, row: Newest) -> str:
    """The period of a figure, and that it is uncertain or provisional if it is."""
    held = {WIDE: is_uncertain(row), PROVISIONAL: PROVISIONAL in row.cell.flags}
    words = [text_in(vocabulary().flags[flag].title, t.lang).lower() for flag, holds in held.items() if holds]
    return f" ({'; '.join([period_name(row.period, t.lang), *words])})"


def _difference(t: Translator, row: Newest) -> list[Any]:
    figures, other = Figures(row.indicator, t.lang), row.country
    if other is None:
        return []
    own, beside = html.B(figures.shown(row.cell)), figures.shown(other.cell)
    told = phrase(t("{value} against {other}"), value=own, other=beside)
    return [*told, _when(t, row), " ", verdict_word(t, figures, other)]


def _movement(t: Translator, row: AreaFigure) -> list[Any]:
    figures = Figures(row.indicator, t.lang)
    if row.change is None:
        return []
    change, value = html.B(figures.change(row.change)), figures.shown(row.cell)
    return [*phrase(t("{change} to {value}"), change=change, value=value), _when(t, row)]
