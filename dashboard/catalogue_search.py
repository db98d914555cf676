"""Finding indicators by what people type: by every word of it, else by words that come close."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from dashboard.data import catalogue
from indicators.catalogue import Indicator
from warehouse.area_search import fold
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary

LONGEST_SEARCH = 80
"""Characters of what is typed that are looked at."""

_SLIPS = ((4, 1), (8, 2))
"""So many letters allow of so many slips: a letter too many, too few or wrong, or two that changed places."""


class Found(NamedTuple):
    """Ids of indicators, and whether they have the very words or only words that come close."""

    indicators: Collection[str]
    exact: bool


class _Words(NamedTuple):
    """What an indicator is found by: all of it, and what stands out, both folded as what people type is."""

    every: str
    heading: str


@lru_cache(maxsize=256)
def search(release: Portal, lang: str, wanted: str) -> Found:
    """The indicators that somebody may mean, who reads that language; all where nothing is wanted.

    Those whose heading has the words come first.
    """
    typed, known = fold(wanted).split(), _words(release, lang)
    exact = [one for one, words in known.items() if all(part in words.every for part in typed)]
    if exact:
        by_heading = {one: not all(part in known[one].heading for part in typed) for one in exact}
        return Found(sorted(exact, key=by_heading.__getitem__), exact=True)
    return Found([one for one, words in known.items() if _is_near(typed, words.heading)], exact=False)


def words_of(release: Portal, lang: str, indicator: str) -> str:
    """All the words that an indicator is found by."""
    return _words(release, lang)[indicator].every


@lru_cache(maxsize=8)
def _words(release: Portal, lang: str) -> Mapping[str, _Words]:
    return {name: _words_of(release, one, lang) for name, one in catalogue(release).items()}


def _words_of(release: Portal, indicator: Indicator, lang: str) -> _Words:
    """The whole definition is not looked through for words that come close: nearly everything would.

    Titles and groups of people are found in every language: who reads English in Denmark knows the Danish names. So are
    everyday words for what an indicator's topic is about.
    """
    topic, everyday = (
        vocabulary().topics[indicator.topic].title,
        vocabulary().topics[indicator.topic].more["also"],
    )
    heading = " ".join(
        (indicator.id, *(text_in(one, lang) for one in (indicator.title, indicator.question, topic)))
    )
    known = (release.breakdowns[code] for code in indicator.breakdowns if code in release.breakdowns)
    groups = [text for one in known for text in one.categories.values()]
    everywhere = {text for one in (indicator.title, everyday, *groups) for text in one.values()}
    told = (indicator.reference, indicator.basis, *indicator.crosswalk.values())
    rest = (*(text_in(one, lang) for one in told), *sorted(everywhere))
    return _Words(fold(" ".join((heading, *rest))), fold(heading))


def _is_near(typed: Collection[str], heading: str) -> bool:
    words = set(heading.split())
    return all(part in heading or any(comes_close(part, word) for word in words) for part in typed)


def comes_close(typed: str, word: str) -> bool:
    """Whether somebody may have meant that word, or the beginning of it; both folded."""
    slips = max((slips for letters, slips in _SLIPS if len(typed) >= letters), default=0)
    beginnings = {word[: len(typed) + more] for more in range(-slips, slips + 1)}
    return slips > 0 and any(OSA.distance(typed, one, score_cutoff=slips) <= slips for one in beginnings)
