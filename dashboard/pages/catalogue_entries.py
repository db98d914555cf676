"""What the catalogue knows of each indicator beyond its definition: where, when and how often there are figures."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.components.notes import sources_of
from dashboard.data import catalogue
from dashboard.standing import standing
from indicators.catalogue import Indicator
from warehouse.periods import MONTHS, Period
from warehouse.reading import Along, Cell, Portal, Series, Source
from warehouse.vocabulary import Text, vocabulary


@dataclass(frozen=True, eq=False)
class Entry:
    """An indicator in a release.

    `periods` are those of each period kind, oldest first; `levels` the area levels with a figure in the newest period
    of the first kind; `statuses` how many cells of that period have which status. `development` are the whole country's
    cells in the periods of the first kind, oldest first; `next_update` is the month in which the next period can
    be known, None where the sources' rhythm is not.
    """

    indicator: Indicator
    periods: Mapping[str, Sequence[Period]]
    levels: tuple[str, ...]
    sources: tuple[Source, ...]
    breaks: tuple[tuple[str, Text], ...]
    statuses: Mapping[str, int]
    development: tuple[tuple[Period, Cell], ...]
    next_update: Period | None

    @property
    def newest(self) -> Period | None:
        """The newest period of the first kind; None where nothing is published."""
        return next((periods[-1] for periods in self.periods.values()), None)


@lru_cache(maxsize=4)
def entries(portal: Portal) -> Mapping[str, Entry]:
    """Every indicator of the release by its id, in the order of the catalogue."""
    whole = portal.country.whole.code
    kinds = {kind for _, kind in portal.periods}
    series = portal.profiles([whole], kinds)
    return {name: _entry(portal, indicator, series) for name, indicator in catalogue(portal).items()}


def by_topic(found: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """Entries under their topics, in the order of the vocabulary."""
    topics: dict[str, list[Entry]] = {topic: [] for topic in vocabulary().topics}
    for entry in found:
        topics[entry.indicator.topic].append(entry)
    return {topic: members for topic, members in topics.items() if members}


def _entry(portal: Portal, indicator: Indicator, series: Mapping[Along, Series]) -> Entry:
    kinds = [kind for kind in indicator.periods if portal.periods.get((indicator.id, kind))]
    periods = {kind: portal.periods[indicator.id, kind] for kind in kinds}
    newest = periods[kinds[0]][-1] if kinds else None
    found = sources_of(portal, indicator)
    told: Mapping[str, Cell] = (
        series.get((indicator.id, portal.country.whole.code, kinds[0]), {}) if kinds else {}
    )
    return Entry(
        indicator,
        periods,
        _levels(portal, indicator, newest) if newest else (),
        tuple(found),
        tuple(sorted(_breaks(portal, indicator).items())),
        _statuses(portal, indicator, newest) if newest else {},
        tuple((period, told[str(period)]) for period in periods[kinds[0]] if str(period) in told)
        if kinds
        else (),
        _next_update(portal, indicator, periods[kinds[0]][-1], found) if kinds else None,
    )


def _next_update(
    portal: Portal, indicator: Indicator, newest: Period, sources: Sequence[Source]
) -> Period | None:
    """The month in which the next period of the first kind can be known.

    By then it and what is followed up after it have ended, and the last of the sources has delivered once more; a
    source's rhythm tells when it does.
    """
    months = [_expected(portal, source) for source in sources]
    known = [month for month in months if month is not None]
    if not known or len(known) < len(months):
        return None
    made_from = [catalogue(portal)[part.indicator] for part in indicator.parts]
    follow_up = max(one.follow_up_months for one in (indicator, *made_from))
    return Period("month", max(*known, newest.following().last + follow_up))


def _expected(portal: Portal, source: Source) -> int | None:
    rhythm = MONTHS.get(str(source.facts.get("rhythm", "")))
    last = max((one.as_of for one in portal.deliveries if one.source == source.source), default=None)
    return None if rhythm is None or last is None else last.year * 12 + last.month - 1 + rhythm


def _breaks(portal: Portal, indicator: Indicator) -> Mapping[str, Text]:
    """The first period after each break of the indicator's measures, and what changed."""
    return dict(one for measure in indicator.rests_on for one in portal.breaks.get(measure, ()))


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
