"""The certificate of a release: what an attack on it found, and what was withdrawn."""

from dataclasses import asdict
from typing import Any

from dashboard.certificate import breakdown_title, closed_kinds, figure_titles, total
from warehouse.provenance import WithdrawnSplit
from warehouse.reading import Portal


def certificate(portal: Portal, lang: str) -> dict[str, Any]:
    """All of it, in the words of the release's own tables; null where nothing is counted from records of persons."""
    attacked = portal.attacked_figures
    titles = figure_titles(portal, lang)
    return {
        "rounding_key": portal.meta.get("rounding_key"),
        "rounding_key_is_public": portal.synthetic,
        "former_rounding_keys": list(portal.former_keys),
        "rounded_anew_since": portal.rounded_anew_since,
        "protection": asdict(portal.country.protection) if attacked else None,
        "facts": {key: _number(value) for key, value in portal.certificate.items()} if attacked else None,
        "total": total(portal)._asdict() if attacked else None,
        "figures": [
            {"figure": one.figure, "title": titles.get(one.figure, one.figure), **one.found._asdict()}
            for one in attacked
        ],
        "official_totals": _totals(portal),
        "withdrawn": [_split(portal, split, lang) for split in portal.withdrawn_splits],
    }


def _totals(portal: Portal) -> dict[str, int] | None:
    """How many totals of the records' owners were held against what was counted, and how many fit."""
    return dict(zip(("held", "fitting"), portal.totals, strict=True)) if portal.totals else None


def _split(portal: Portal, split: WithdrawnSplit, lang: str) -> dict[str, Any]:
    return {
        "figure": split.figure,
        "title": figure_titles(portal, lang).get(split.figure, split.figure),
        "area": {"code": split.area, "title": portal.country.name(split.area, lang)},
        "breakdown": {"code": split.breakdown, "title": breakdown_title(split.breakdown, lang)},
        "period_kinds": list(closed_kinds(split.months)),
        "values_left": split.reason,
    }


def _number(value: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return value
