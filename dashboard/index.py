"""The HTML that a browser gets first: the finished page, then the scripts that bring it to life."""

from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

import orjson

from dashboard.addresses import Visit, in_language
from dashboard.components.frame import head_of
from dashboard.data import portal
from dashboard.files import PLOTLY_ADDRESS
from dashboard.static_html import to_html
from warehouse.vocabulary import vocabulary

_HERE = Path(__file__).parent
_EARLY = (_HERE / "early.js").read_text(encoding="utf-8").strip()
_MARK = "data:image/svg+xml," + quote((_HERE / "mark.svg").read_text(encoding="utf-8").strip())
_UNTOLD = {
    "dash_version",
    "dash_version_url",
    "ddk_version",
    "end_id",
    "plotly_cloud_installed",
    "plotly_version",
    "python_version",
}
_CHART = " data-figure="
_FONT = "built/fonts/inter-latin-wght-normal.woff2"

EARLY_HASH = f"'sha256-{b64encode(sha256(_EARLY.encode()).digest()).decode()}'"
"""What the content security policy must allow for the script that sets the theme."""


def index_html(visit: Visit, content: object, address: str, host: str, parts: Mapping[str, str]) -> str:
    """The document of a visit.

    `content` is the page's component tree, `address` its path and query, `host` what to write before it,
    `parts` what Dash hands over: css, config, scripts and renderer, ready to be written.
    """
    head = head_of(visit.page, visit.lang, visit.parts)
    body = to_html(content)
    return f"""<!DOCTYPE html>
<html lang="{visit.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(head.title)}</title>
<meta name="description" content="{escape(head.description)}">
{_unlisted()}<meta name="color-scheme" content="light dark">
<script>{_EARLY}</script>
<link rel="icon" type="image/svg+xml" href="{_MARK}">
{_preloads(body)}{_alternates(address, host)}
{parts["css"]}
</head>
<body>
<div id="react-entry-point">{body}</div>
<div>{_lean(parts["config"])}
{parts["scripts"]}
{parts["renderer"]}</div>
</body>
</html>"""


def _unlisted() -> str:
    """Invented figures are no answer to what is asked of a search engine."""
    return '<meta name="robots" content="noindex">\n' if portal().synthetic else ""


@lru_cache(maxsize=4)
def _lean(config: str) -> str:
    """Dash's settings for the browser, without what is empty and what only tells which versions run here."""
    opening, _, rest = config.partition(">")
    settings = orjson.loads(rest.removesuffix("</script>"))
    kept = {name: value for name, value in settings.items() if name not in _UNTOLD}
    kept["children_props"] = {
        namespace: {name: props for name, props in components.items() if props}
        for namespace, components in settings["children_props"].items()
    }
    text = orjson.dumps(kept).decode().replace("<", "\\u003c")
    return f"{opening}>{text}</script>"


def _preloads(body: str) -> str:
    """What scripts or styles will ask for later, so that it comes at once: the font, and what draws charts."""
    links = []
    if (_HERE / "assets" / _FONT).exists():
        links.append(f'<link rel="preload" href="/assets/{_FONT}" as="font" type="font/woff2" crossorigin>\n')
    if _CHART in body:
        links.append(f'<link rel="preload" href="{PLOTLY_ADDRESS}" as="script">\n')
    return "".join(links)


def _alternates(address: str, host: str) -> str:
    """The page in each language: search engines want whole addresses."""
    path, _, query = address.partition("?")
    links = [(lang, in_language(path, query, lang)) for lang in vocabulary().languages]
    links.append(("x-default", links[0][1]))
    return "\n".join(
        f'<link rel="alternate" hreflang="{lang}" href="{escape(host + link)}">' for lang, link in links
    )
