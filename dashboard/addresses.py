"""Which page an address names. An address is the whole state of a page; every text in it is untrusted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import parse_qsl, quote, unquote

from dash.development.base_component import Component

from warehouse.vocabulary import vocabulary

LONGEST = 8000
"""Characters of a query; what browsers and proxies pass on is hardly longer."""

MOST_PARAMETERS = 50


class Head(Protocol):
    """What a page says of itself to search engines and to the window's title."""

    @property
    def title(self) -> str:
        """Title of the page in the reader's language."""

    @property
    def description(self) -> str:
        """One or two sentences on what the page shows."""


class Page(Protocol):
    """A module of `dashboard.pages`.

    It may define `register(app)` for its callbacks, and `known(**parts)` to tell whether what an address names exists.
    The last variable of PATH may be missing from an address; the page then gets an empty text.
    """

    NAME: str
    PATH: str
    TITLE: str | None

    def layout(self, lang: str, **parts: str) -> Component:
        """The content of the page."""

    def head(self, lang: str, **parts: str) -> Head:
        """Title and description."""


@dataclass(frozen=True)
class Visit:
    """An address taken apart: a page, a language and the untrusted texts that the page must judge."""

    page: Any
    lang: str
    parts: Mapping[str, str]

    @property
    def is_known(self) -> bool:
        """Whether the page knows what the address names, such as an area; most pages take whatever comes."""
        return not hasattr(self.page, "known") or bool(self.page.known(**self.parts))


def preferred_language(accepted: Iterable[tuple[str, float]]) -> str:
    """The portal's language that a reader likes best: `da-DK` is Danish too, and English is for all others."""
    languages = vocabulary().languages
    liked = (tag.partition("-")[0].lower() for tag, quality in accepted if quality > 0)
    return next((lang for lang in liked if lang in languages), next(iter(languages)))


def find_visit(pages: Sequence[Any], path: str, query: str = "") -> Visit | None:
    """The visit that a path (percent signs decoded) and a query name, None when they name no page."""
    for page in pages:
        found = _variables(page.PATH, path)
        if found is not None and found.get("lang") in vocabulary().languages:
            return Visit(page, found.pop("lang"), _parameters(query) | found)
    return None


def find_address(pages: Sequence[Any], address: object) -> Visit | None:
    """The visit of an address as a browser spells it: path and query, percent signs encoded."""
    if not isinstance(address, str) or len(address) > LONGEST:
        return None
    path, _, query = address.partition("?")
    return find_visit(pages, unquote(path), query)


def in_language(path: str, query: str, lang: str) -> str:
    """The same page in another language, as an address for links."""
    rest = path.strip("/").split("/")[1:]
    return quote("/".join(["", lang, *rest])) + (f"?{query}" if query else "")


def _variables(template: str, path: str) -> dict[str, str] | None:
    if not path.startswith("/"):
        return None
    names, texts = template.split("/")[1:], path.removesuffix("/").split("/")[1:]
    if len(texts) == len(names) - 1 and names[-1].startswith("<"):
        texts.append("")
    if len(texts) != len(names):
        return None
    pairs = list(zip(names, texts, strict=True))
    if not all(name.startswith("<") or name == text for name, text in pairs):
        return None
    return {name.strip("<>"): text for name, text in pairs if name.startswith("<")}


def _parameters(query: str) -> dict[str, str]:
    """The parameters of a query, each once (the first counts); none when there are absurdly many."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_PARAMETERS)
    except ValueError:
        return {}
    found: dict[str, str] = {}
    for name, text in pairs:
        found.setdefault(name, text)
    found.pop("lang", None)
    return found
