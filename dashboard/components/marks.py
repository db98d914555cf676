"""Small marks beside figures, each explained in words where it stands and once more below."""

from collections.abc import Sequence
from functools import cache, lru_cache

from markupsafe import Markup, escape

from dashboard.standing import PROVISIONAL, Standing
from dashboard.text.figures import MISSING, Figures, mark, status_text
from dashboard.text.translation import Translator
from warehouse.reading import Cell
from warehouse.vocabulary import text_in, vocabulary

ROUNDED = "rounded"
ELSEWHEN = "†"
SLIGHT = "≈"
OPEN_END = "○"

_MARKED = Markup(
    '<abbr title="{}" class="mark-{}"><span aria-hidden="true">{}</span><span class="unseen">{}</span></abbr>'
)


def figure(figures: Figures, cell: Cell | None, common: frozenset[str]) -> Markup:
    """A figure with its flags, or the mark that stands for it; flags that all figures share are left to the legend."""
    if cell is not None and cell.is_beyond:
        return explained(figures.sign(cell.status), figures.reason(cell.status), "status") + _flag_marks(
            cell.flags, common, figures.lang
        )
    if cell is None or cell.value is None:
        return missing(cell.status if cell else "not_available", figures.lang)
    written = escaped(figures.value(cell.value))
    marks = _flag_marks(cell.flags, common, figures.lang)
    return written + marks if marks else written


@lru_cache(maxsize=8192)
def escaped(text: str) -> Markup:
    """Plain text, as figures are, for HTML; never give it markup, which is taken for the text that is spelled alike."""
    return escape(text)


@cache
def _flag_marks(flags: tuple[str, ...], common: frozenset[str], lang: str) -> Markup:
    return Markup("").join(flag_mark(flag, lang) for flag in flags if flag not in common)


@cache
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
    return _MARKED.format(text.strip(" ():"), kind, sign, text)


def letter(flag: str) -> str:
    """The letter that SDMX gives a flag, small."""
    return str(vocabulary().flags[flag].more["sdmx"]).lower()


def legend(
    t: Translator, cells: Sequence[Cell], common: frozenset[str], drawn: bool = False
) -> list[tuple[str, str]]:
    """Every mark that stands beside these cells and what it means; a flag of all figures comes without its letter.

    `drawn` cells are a line's, which has no letters.
    """
    words = vocabulary()
    statuses = {cell.status for cell in cells if cell.value is None}
    flags = {flag for cell in cells for flag in cell.flags}
    found = [
        (mark(code), word.explained(t.lang)) for code, word in words.statuses.items() if code in statuses
    ]
    return found + [_flag_note(t, code, code in common, drawn) for code in words.flags if code in flags]


def _flag_note(t: Translator, flag: str, common: bool, drawn: bool) -> tuple[str, str]:
    note = text_in(vocabulary().flags[flag].note, t.lang)
    if flag == ROUNDED:
        told = t("Figures are rounded to protect people, so they do not add up exactly.")
        return "" if common or drawn else letter(flag), told
    if common:
        return "", t("All figures: {note}", note=note)
    if drawn:
        return (OPEN_END, note) if flag == "provisional" else ("", t("Some figures: {note}", note=note))
    return letter(flag), note


def name_mark(t: Translator, now: Standing, area: str) -> Markup:
    """What stands behind the name of an area that did not stand in the period."""
    if now.stands(area):
        return Markup("")
    return explained(ELSEWHEN, f" ({t('did not exist in this form in the period')})", "flag")


def why_no_change(t: Translator, doubt: str) -> str:
    """Why a figure with such a flag is not held against that of a year before."""
    if doubt == PROVISIONAL:
        return t("provisional: late records are still to come")
    return t("too few people to tell of a change")


def no_change(t: Translator, doubt: str) -> Markup:
    """The mark that stands in place of a change that is not told."""
    return explained(MISSING, why_no_change(t, doubt), "status")


@lru_cache(maxsize=8192)
def slight(t: Translator, change: str) -> Markup:
    """A change that rounding alone can make, with a sign that says so."""
    sign = explained(SLIGHT, f"{t('no more than rounding can make')}: ", "status")
    return Markup(f'<span class="slight">{sign} {escape(change)}</span>')
