"""A map on which every area is a tile of one size, so that small places are seen; plain HTML, coloured by classes."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from markupsafe import Markup, escape

from dashboard.components.links import area_link
from dashboard.shades import FROM_LOW, Shade, shade_of
from dashboard.standing import Standing
from dashboard.text.collation import name_order
from dashboard.text.figures import Figures, mark
from dashboard.text.translation import Translator
from warehouse.reading import BEYOND
from warehouse.vocabulary import text_in, vocabulary

Places = Mapping[str, tuple[int, int]]

NO_FIGURE = "no-data"
HIGHEST = 4
"""The colour of the highest figures."""
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_SYLLABLE = re.compile(
    r"(?<=[^\W\d_]{2})"
    r"(?!(?<=[bdfghkpst])j|(?<=[bdfgkptv])r|(?<=s)[kpt])"
    r"(?=(?:s[kpt][jr]?|[bdfghkpst]j|[bdfgkptv]r|[^aeiouyæøåäöü\W])[aeiouyæøåäöü]\w)"
)
"""Before what a syllable begins with (`f`, `fj`, `st`, `str`) and a vowel a word may break, if two letters stand before
and another one follows."""
_MAP = Markup('<ul class="tiles" style="--columns:{};--rows:{}">{}</ul>')
_LEGEND = Markup('<ul class="legend">{}</ul>')
_SWATCH = Markup('<li><span class="swatch {}"></span>{}</li>')
_BY_COLOUR = Markup('<details class="by-colour"><summary>{}</summary><dl>{}</dl></details>')
_OF_COLOUR = Markup('<div><dt><span class="swatch {}"></span>{}</dt><dd>{}</dd></div>')


def tile_map(figures: Figures, now: Standing, places: Places, chosen: Sequence[str]) -> Markup:
    """The tiles of the base level; each is a link to its area that says name and figure to eye and ear."""
    tiles = [
        _tile(figures, now, area, places[area], " ".join([_colour(now, area), *_outline(chosen, area)]))
        for area in now.base
        if area in places
    ]
    columns, rows = (max((place[axis] for place in places.values()), default=0) + 1 for axis in (0, 1))
    return _MAP.format(columns, rows, Markup("".join(tiles)))


def legend(t: Translator, figures: Figures, now: Standing, patterned: bool = True) -> Markup:
    """What the colours mean: the lowest and highest figure of each class, and what the patterns without a figure do."""
    swatches = [_SWATCH.format(shade.look, _range(figures, shade)) for shade in now.shades]
    reasons = _reasons(now)
    if patterned:
        swatches += [_SWATCH.format(_look(status), _reason(figures, status)) for status in reasons]
    elif reasons:
        swatches.append(_SWATCH.format(NO_FIGURE, t("No published figure")))
    if now.uncertain:
        swatches.append(_SWATCH.format(f"{now.scale}-1 uncertain", t("Uncertain, few people")))
    return _LEGEND.format(Markup("").join(swatches))


def by_colour(t: Translator, figures: Figures, now: Standing) -> Markup:
    """The areas of each colour by name: tiles have no room for names on a phone."""
    named: dict[Shade | str, list[Markup]] = {}
    for area in sorted(now.base, key=lambda code: name_order(now.country.name(code, t.lang), t.lang)):
        value = now.value(area)
        alike = now.cells[area].status if value is None else shade_of(value, now.shades)
        named.setdefault(alike, []).append(area_link(t.lang, area, now.country.name(area, t.lang)))
    parts = [
        _OF_COLOUR.format(shade.look, _range(figures, shade), Markup(", ").join(named[shade]))
        for shade in now.shades
    ]
    parts += [
        _OF_COLOUR.format(_look(status), _reason(figures, status), Markup(", ").join(named[status]))
        for status in _reasons(now)
    ]
    return _BY_COLOUR.format(t("The areas of each colour"), Markup("").join(parts))


def _range(figures: Figures, shade: Shade) -> str:
    low, high, *_ = shade
    return figures.value(high) if low == high else figures.between(low, high)


def _reasons(now: Standing) -> list[str]:
    """Why areas have no figure, each reason once, in the order of the vocabulary."""
    found = {now.cells[area].status for area in now.base if now.value(area) is None}
    return [status for status in vocabulary().statuses if status in found]


def _reason(figures: Figures, status: str) -> str:
    return figures.sign(status) if status == BEYOND else f"{mark(status)} {figures.reason(status)}"


def _look(status: str) -> str:
    """How an area without a number is drawn; one that is beyond is like the highest ones."""
    return f"{FROM_LOW}-{HIGHEST} {status}" if status == BEYOND else f"{NO_FIGURE} {status}"


def _tile(figures: Figures, now: Standing, area: str, place: tuple[int, int], look: str) -> str:
    name, cell = now.country.name(area, figures.lang), now.cells[area]
    said = figures.reason(cell.status) if cell.value is None else figures.value(cell.value)
    brief = figures.brief(cell)
    if area in now.uncertain:
        said = f"{said} ({text_in(vocabulary().flags['wide'].title, figures.lang).lower()})"
    said = escape(f"{name}: {said}")
    return (
        f'<li style="grid-column:{place[0] + 1};grid-row:{place[1] + 1}">'
        f'<a class="tile {look}" href="/{figures.lang}/area/{escape(area)}" title="{said}">'
        f'<span class="tile-name" aria-hidden="true">{escape(_in_syllables(name))}</span>'
        f'<span class="tile-value" style="--letters:{len(brief)}" aria-hidden="true">{escape(brief)}</span>'
        f'<span class="unseen">{said}</span></a></li>'
    )


@cache
def _in_syllables(name: str) -> str:
    return _SYLLABLE.sub(_SOFT_HYPHEN, name)


def _colour(now: Standing, area: str) -> str:
    value = now.value(area)
    if value is None:
        return _look(now.cells[area].status)
    colour = shade_of(value, now.shades).look
    return f"{colour} uncertain" if area in now.uncertain else colour


def _outline(chosen: Sequence[str], area: str) -> list[str]:
    return [f"chosen series-{chosen.index(area)}"] if area in chosen else []
