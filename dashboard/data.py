"""The release that the pages and the API read, and its catalogue."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from indicators.catalogue import Indicator, indicator_from_json
from warehouse.current import CurrentPortal
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary

_serving: list[CurrentPortal] = []


def serve_from(releases: Path) -> None:
    """Read the current release of this folder from now on. Raises UserError when there is none that can be read."""
    _serving[:] = [CurrentPortal(releases)]


def portal() -> Portal:
    """The release that is served at this moment; take it once for each answer, so that an answer is of one release."""
    return _serving[0]()


def releases_folder() -> Path:
    """Where the published files lie."""
    return _serving[0].folder


@lru_cache(maxsize=4)
def catalogue(of: Portal) -> Mapping[str, Indicator]:
    """Every indicator of a release by its id, in the order of the catalogue."""
    indicators = [indicator_from_json(text) for text in of.definitions]
    return {indicator.id: indicator for indicator in indicators}


def measure_title(of: Portal, measure: str, lang: str) -> str:
    """What a measure counts: its own title, else that of the indicator that is nothing but its figures."""
    if measure in vocabulary().measures:
        return text_in(vocabulary().measures[measure].title, lang)
    plain = (one for one in catalogue(of).values() if one.measures == (measure,))
    return next((text_in(one.title, lang) for one in plain), measure.replace("_", " "))
