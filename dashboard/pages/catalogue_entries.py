"""What the catalogue knows of each indicator beyond its definition: where, when and how often there are figures."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.components.notes import sources_of
from dashboard.data import catalogue
from dashboard.standing import standing
from indicators.catalogue import Indicator
from warehouse.area_search import fold
from warehouse.periods import Period
from warehouse.reading import Portal, Source
from warehouse.vocabulary import Text, text_in, vocabulary


@dataclass(frozen=True, eq=False)
class Entry:
    """An indicator in a release.

    `periods` are those of each period kind, oldest first; `levels` the area levels with a figure in the newest period
    of the first kind; `statuses` how many cells of that period have which status.
    """

    indicator: Indicator
    periods: Mapping[str, Sequence[Period]]
    levels: tuple[str, ...]
    sources: tuple[Source, ...]
    breaks: tuple[tuple[str, Text], ...]
    statuses: Mapping[str, int]

    @property
    def newest(self) -> Period | None:
        """The newest period of the first kind; None where nothing is published."""
        return next((periods[-1] for periods in self.periods.values()), None)


@lru_cache(maxsize=4)
def entries(portal: Portal) -> Mapping[str, Entry]:
    """Every indicator of the release by its id, in the order of the catalogue."""
    return {name: _entry(portal, indicator) for name, indicator in catalogue(portal).items()}


def by_topic(found: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """Entries under their topics, in the order of the vocabulary."""
    topics: dict[str, list[Entry]] = {topic: [] for topic in vocabulary().topics}
    for entry in found:
        topics[entry.indicator.topic].append(entry)
    return {topic: members for topic, members in topics.items() if members}


@lru_cache(maxsize=512)
def words_of(entry: Entry, lang: str) -> str:
    """All that an entry can be found by, folded as the search folds what people type."""
    indicator, words = entry.indicator, vocabulary()
    texts = (indicator.title, indicator.question, indicator.basis, words.topics[indicator.topic].title)
    named = (indicator.id, indicator.reference, *(text_in(text, lang) for text in texts))
    return fold(" ".join(named))


def matches(words: str, wanted: str) -> bool:
    """Whether every word that was typed stands somewhere in an entry's words."""
    return all(part in words for part in fold(wanted).split())


def _entry(portal: Portal, indicator: Indicator) -> Entry:
    kinds = [kind for kind in indicator.periods if portal.periods.get((indicator.id, kind))]
    periods = {kind: portal.periods[indicator.id, kind] for kind in kinds}
    newest = periods[kinds[0]][-1] if kinds else None
    return Entry(
        indicator,
        periods,
        _levels(portal, indicator, newest) if newest else (),
        tuple(sources_of(portal, indicator)),
        tuple(sorted(_breaks(portal, indicator).items())),
        _statuses(portal, indicator, newest) if newest else {},
    )


def _breaks(portal: Portal, indicator: Indicator) -> Mapping[str, Text]:
    """The first period after each break of the indicator's measures, and what changed."""
    return dict(one for measure in indicator.measures for one in portal.breaks.get(measure, ()))


def _levels(portal: Portal, indicator: Indicator, newest: Period) -> tuple[str, ...]:
    now, areas = standing(portal, indicator.id, newest), portal.country.areas
    found = {areas[code].level for code in now.areas if now.value(code) is not None}
    return tuple(level for level in portal.country.levels if level in found)


def _statuses(portal: Portal, indicator: Indicator, newest: Period) -> Mapping[str, int]:
    counted: Counter[str] = Counter()
    for row in portal.status_counts:
        if (row.indicator, row.period_kind, row.period) == (indicator.id, newest.kind, str(newest)):
            counted[row.status] += row.cells
    return {status: counted[status] for status in vocabulary().statuses if counted[status]}
