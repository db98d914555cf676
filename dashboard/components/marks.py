"""Small marks beside figures, each explained in words where it stands and once more below."""

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape

from dashboard.standing import Standing
from dashboard.text.figures import Figures, mark, status_text
from dashboard.text.translation import Translator
from warehouse.reading import Cell
from warehouse.vocabulary import text_in, vocabulary

_MARKED = Markup(
    '<abbr title="{}" class="mark-{}"><span aria-hidden="true">{}</span><span class="unseen">{}</span></abbr>'
)


def figure(figures: Figures, cell: Cell | None, common: frozenset[str]) -> Markup:
    """A figure with its flags, or the mark that stands for it; flags that all figures share are left to the legend."""
    if cell is None or cell.value is None:
        return missing(cell.status if cell else "not_available", figures.lang)
    flags = [flag_mark(flag, figures.lang) for flag in cell.flags if flag not in common]
    return escape(figures.value(cell.value)) + Markup("").join(flags)


def missing(status: str, lang: str) -> Markup:
    """The mark of a status that carries no number, readable by ear as well."""
    return explained(mark(status), status_text(status, lang), "status")


def flag_mark(flag: str, lang: str) -> Markup:
    """The letter of a flag."""
    text = text_in(vocabulary().flags[flag].title, lang)
    return explained(letter(flag), f" ({text})", "flag")


@cache
def explained(sign: str, text: str, kind: str) -> Markup:
    """A sign with its meaning for those who point at it and those who hear it."""
    return _MARKED.format(text.strip(" ()"), kind, sign, text)


def letter(flag: str) -> str:
    """The letter that SDMX gives a flag, small."""
    return str(vocabulary().flags[flag].more["sdmx"]).lower()


def common_flags(cells: Iterable[Cell]) -> frozenset[str]:
    """Flags that every published figure carries."""
    flags = [frozenset(cell.flags) for cell in cells if cell.value is not None]
    return frozenset.intersection(*flags) if flags else frozenset()


def legend(t: Translator, now: Standing, areas: Iterable[str]) -> list[tuple[str, str]]:
    """Every mark that stands beside these areas and what it means; a flag of all figures comes without its letter."""
    cells = [now.cells[area] for area in areas]
    words = vocabulary()
    statuses = {cell.status for cell in cells if cell.value is None}
    common = common_flags(now.cells.values())
    flags = {flag for cell in cells for flag in cell.flags}
    found = [
        (mark(code), text_in(word.note, t.lang)) for code, word in words.statuses.items() if code in statuses
    ]
    for code, word in words.flags.items():
        if code in flags:
            note = text_in(word.note, t.lang)
            found.append(
                ("", t("All figures: {note}", note=note)) if code in common else (letter(code), note)
            )
    return found
