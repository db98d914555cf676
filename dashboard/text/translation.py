"""Texts in the reader's language, from gettext catalogues that are read once; no compile step."""

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_CATALOGUES = Path(__file__).parent


class Translator:
    """Gives the text of a message, which is the plain English sentence itself, with its blanks filled in."""

    def __init__(self, lang: str, texts: NullTranslations) -> None:
        self.lang = lang
        self._texts = texts

    def __call__(self, message: str, **blanks: Any) -> str:
        """The message in the reader's language."""
        text = self._texts.gettext(message)
        return _filled(text, blanks) if blanks else text

    def plural(self, one: str, many: str, number: int, **blanks: Any) -> str:
        """The message for that number of things, after the language's own rule; `{number}` is the number."""
        return _filled(self._texts.ngettext(one, many, number), {"number": number, **blanks})


def _filled(text: str, blanks: Mapping[str, Any]) -> str:
    """The text with its blanks filled in; what ends in a dot itself, such as `500 kr.`, closes a sentence with it."""
    for name, value in blanks.items():
        if isinstance(value, str) and value.endswith("."):
            text = text.replace(f"{{{name}}}.", f"{{{name}}}")
    return text.format(**blanks)


@cache
def translate(lang: str) -> Translator:
    """The translator into a language; one without a catalogue reads English."""
    file = _CATALOGUES / f"{lang}.po"
    if not file.exists():
        return Translator(lang, NullTranslations())
    with file.open("rb") as lines:
        catalogue = read_po(lines, locale=lang, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translator(lang, GNUTranslations(compiled))
