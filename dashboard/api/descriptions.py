"""What there is to ask for: indicators, their dimensions, sources and words, in one language."""

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.api.observations import Observations
from dashboard.completeness import facts_of, note, redefined
from dashboard.text.contracts import source_citation
from dashboard.text.figures import Figures
from dashboard.text.translation import translate
from indicators.catalogue import Indicator
from warehouse.periods import Period
from warehouse.reading import BEYOND, Portal, Source
from warehouse.vocabulary import Text, Word, text_in, vocabulary

API = "/api/v1"
FORMATS = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def release_facts(portal: Portal) -> dict[str, Any]:
    """What every answer says of the release that it comes from."""
    return {
        "release": portal.release,
        "as_of": portal.as_of.isoformat(),
        "synthetic": portal.synthetic,
        "country": portal.country.code,
    }


def summary(indicator: Indicator, lang: str) -> dict[str, Any]:
    """An indicator as the list of indicators shows it."""
    words = vocabulary()
    return {
        "id": indicator.id,
        "title": text_in(indicator.title, lang),
        "question": text_in(indicator.question, lang),
        "topic": _coded(indicator.topic, words.topics[indicator.topic].title, lang),
        "unit": _coded(indicator.unit, words.units[indicator.unit].title, lang),
        "direction": indicator.direction,
        "key_figure": indicator.key_figure,
        "period_kinds": list(indicator.periods),
        "retired_on": indicator.retired_on and indicator.retired_on.isoformat(),
        "links": {
            "self": f"{API}/indicators/{indicator.id}",
            "data": f"{API}/indicators/{indicator.id}/data",
        },
    }


def definition(portal: Portal, indicator: Indicator, lang: str) -> dict[str, Any]:
    """All that is known of an indicator but its figures."""
    return {
        **summary(indicator, lang),
        "count": indicator.count,
        "per": indicator.per,
        "decimals": indicator.decimals,
        "interval": indicator.interval,
        "followed_days": indicator.at_days,
        "basis": text_in(indicator.basis, lang),
        "reference": text_in(indicator.reference, lang),
        "caveats": list(indicator.caveats.get(lang) or indicator.caveats.get("en", ())),
        "crosswalk": {name: text_in(there, lang) for name, there in indicator.crosswalk.items()},
        "review_on": indicator.review_on.isoformat(),
        "replaced_by": indicator.replaced_by,
        "numerator": _measure(portal, indicator.numerator) if indicator.numerator else None,
        "denominator": indicator.denominator and _measure(portal, indicator.denominator),
        "made_from": _made_from(indicator),
        "quality": {
            "completeness": facts_of(portal, indicator.id),
            "cells": _cells(portal, indicator),
            "late_records": _late_records(portal, indicator),
            "counted_otherwise_than": portal.release_before if indicator.id in portal.redefined else None,
        },
        "dimensions": _dimensions(portal, indicator, lang),
        "statuses": [_noted(word, lang) for word in vocabulary().statuses.values()],
        "flags": [_noted(word, lang) for word in vocabulary().flags.values()],
        "breaks": _breaks(portal, indicator, lang),
        "licence": licence(portal, indicator),
        "sources": sources(portal, indicator, lang),
        "links": _links(indicator, lang),
    }


def _made_from(indicator: Indicator) -> list[dict[str, Any]]:
    """The published figures that it is made of; none of what is counted or delivered."""
    return [
        {
            "indicator": part.indicator,
            "breakdown": part.breakdown,
            "category": part.category,
            "a_year_before": part.before,
            "data": f"{API}/indicators/{part.indicator}/data",
        }
        for part in indicator.parts
    ]


def sources(portal: Portal, indicator: Indicator, lang: str) -> list[dict[str, Any]]:
    """Who delivered what the indicator is made from, and under which licence."""
    return [
        {
            "id": source.source,
            "title": text_in(source.facts["title"], lang),
            "publisher": text_in(source.facts["publisher"], lang),
            "citation": source_citation(translate(lang), source.facts["citation"], portal.synthetic),
            "url": source.facts["url"],
            "licence": dict(source.facts["licence"]),
        }
        for source in _sources(portal, indicator)
    ]


def licence(portal: Portal, indicator: Indicator) -> str:
    """The names of the licences that the figures come under."""
    names = (str(source.facts["licence"]["name"]) for source in _sources(portal, indicator))
    return "; ".join(dict.fromkeys(names))


def notes(portal: Portal, indicator: Indicator, lang: str, shown: Observations) -> list[str]:
    """What a reader of these observations must know, one sentence or two each."""
    t, words = translate(lang), vocabulary()
    rounded = [t("Figures are rounded to protect people, so they do not add up exactly.")]
    statuses = [word for code, word in words.statuses.items() if code in shown.statuses and code != "value"]
    flags = [word for code, word in words.flags.items() if code in shown.flags]
    return [
        *(
            [t("These figures are invented; they only show how the portal works.")]
            if portal.synthetic
            else []
        ),
        *(indicator.caveats.get(lang) or indicator.caveats.get("en", ())),
        *(f"{one['period']}: {one['note']}" for one in _breaks(portal, indicator, lang)),
        *filter(None, [redefined(t, portal, indicator.id)]),
        *(rounded if "rounded" in shown.flags else []),
        *(_completeness(portal, indicator, lang) if "provisional" in shown.flags else []),
        *(f"{word.code}: {_meaning(word, Figures(indicator, lang))}" for word in (*statuses, *flags)),
    ]


def _completeness(portal: Portal, indicator: Indicator, lang: str) -> list[str]:
    """How complete the newest figures of each kind of period are, as far as earlier releases taught."""
    notes = (note(translate(lang), portal, indicator.id, period) for period in _newest(portal, indicator))
    return list(dict.fromkeys(filter(None, notes)))


def _newest(portal: Portal, indicator: Indicator) -> list[Period]:
    """The newest period of each kind."""
    told = (portal.periods.get((indicator.id, kind), ()) for kind in indicator.periods)
    return [periods[-1] for periods in told if periods]


def _late_records(portal: Portal, indicator: Indicator) -> list[dict[str, Any]]:
    """How many records of the sources came late, by delivery; numbers are rounded up to tens."""
    named = {source.source for source in _sources(portal, indicator)}
    return [
        {"source": one.source, "as_of": one.as_of.isoformat(), "records": one.records, "late": one.late}
        for one in portal.late_records
        if one.source in named
    ]


def _cells(portal: Portal, indicator: Indicator) -> list[dict[str, Any]]:
    """How many figures of the newest period of each kind are published, hidden or missing, by reason."""
    newest = {(period.kind, str(period)) for period in _newest(portal, indicator)}
    return [
        {"period_kind": one.period_kind, "period": one.period, "status": one.status, "cells": one.cells}
        for one in portal.status_counts
        if one.indicator == indicator.id and (one.period_kind, one.period) in newest
    ]


def _meaning(word: Word, figures: Figures) -> str:
    """What a status or flag means; of a figure that is beyond also what it is larger than."""
    told = word.explained(figures.lang)
    return f"{figures.reason(word.code)}. {told}" if word.code == BEYOND else told


def _sources(portal: Portal, indicator: Indicator) -> list[Source]:
    needed = {source for measure in indicator.rests_on for source in portal.measure_sources.get(measure, ())}
    return [source for source in portal.sources if source.source in needed]


def _measure(portal: Portal, measure: str) -> dict[str, Any]:
    return {
        "id": measure,
        "sources": list(portal.measure_sources.get(measure, ())),
        "sql": f"{API}/measures/{measure}.sql",
    }


def _breaks(portal: Portal, indicator: Indicator, lang: str) -> list[dict[str, str]]:
    return [
        {"measure": measure, "period": period, "note": text_in(note, lang)}
        for measure in indicator.rests_on
        for period, note in portal.breaks.get(measure, ())
    ]


def _dimensions(portal: Portal, indicator: Indicator, lang: str) -> list[dict[str, Any]]:
    """In the order of the data's columns; a dimension without `codes` has its codes in a field of its own."""
    t, words = translate(lang), vocabulary()
    kinds = {kind: words.period_kinds[kind] for kind in indicator.periods}
    frequencies = dict.fromkeys(str(word.more["frequency"]) for word in kinds.values())
    return [
        {"id": "FREQ", "title": t("Frequency"), "codes": [{"code": code} for code in frequencies]},
        {
            "id": "PERIOD_KIND",
            "title": t("Kind of period"),
            "codes": [_titled(word, lang) for word in kinds.values()],
        },
        {"id": "BREAKDOWN", "title": t("Breakdown"), "codes": _breakdowns(portal, indicator, lang)},
        {"id": "CATEGORY", "title": t("Group of people"), "codes_in": "BREAKDOWN"},
        {"id": "REF_AREA", "title": t("Area"), "levels": _levels(portal, lang)},
        {"id": "TIME_PERIOD", "title": t("Period"), "periods": _periods(portal, indicator)},
    ]


def _breakdowns(portal: Portal, indicator: Indicator, lang: str) -> list[dict[str, Any]]:
    """The unsplit total, then each breakdown with its categories and the kinds of periods it is published for."""
    everyone = {"code": "all", "title": translate(lang)("Everyone")}
    found = [
        everyone | {"period_kinds": list(indicator.periods), "overlapping": False, "categories": [everyone]}
    ]
    split = {kind: portal.categories(indicator.id, kind) for kind in indicator.periods}
    for code, breakdown in portal.breakdowns.items():
        kinds = [kind for kind, breakdowns in split.items() if code in breakdowns]
        if not kinds:
            continue
        published = {category for kind in kinds for category in split[kind][code]}
        categories = [
            _coded(category, title, lang)
            for category, title in breakdown.categories.items()
            if category in published
        ]
        facts = {"period_kinds": kinds, "overlapping": breakdown.overlapping, "categories": categories}
        found.append({**_coded(code, breakdown.title, lang), **facts})
    return found


def _levels(portal: Portal, lang: str) -> list[dict[str, Any]]:
    country = portal.country
    return [
        {
            "code": level.code,
            "title": text_in(level.title, lang),
            "codes": [
                {
                    "code": area.code,
                    "title": country.name(area.code, lang),
                    "valid_from": area.valid_from and area.valid_from.isoformat(),
                    "valid_to": area.valid_to and area.valid_to.isoformat(),
                }
                for area in country.areas.values()
                if area.level == level.code
            ],
        }
        for level in country.levels.values()
    ]


def _periods(portal: Portal, indicator: Indicator) -> Mapping[str, list[str]]:
    return {kind: _spelled(portal.periods.get((indicator.id, kind), ())) for kind in indicator.periods}


def _spelled(periods: Iterable[Period]) -> list[str]:
    return [str(period) for period in periods]


def _links(indicator: Indicator, lang: str) -> dict[str, str]:
    data = f"{API}/indicators/{indicator.id}/data"
    return {
        "self": f"{API}/indicators/{indicator.id}",
        "data": data,
        **{name: f"{data}?format={name}" for name in FORMATS},
        "page": f"/{lang}/compare?indicator={indicator.id}",
    }


def _coded(code: str, title: Text, lang: str) -> dict[str, str]:
    return {"code": code, "title": text_in(title, lang)}


def _titled(word: Word, lang: str) -> dict[str, str]:
    return _coded(word.code, word.title, lang)


def _noted(word: Word, lang: str) -> dict[str, str]:
    return {**_titled(word, lang), "note": word.explained(lang)}
