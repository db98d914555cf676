"""What only machines ask for: whether the site is well, and what search engines may read."""

from collections.abc import Sequence
from html import escape
from typing import Any

import orjson
from flask import Blueprint, Response, abort, request

from dashboard.data import catalogue, portal
from dashboard.given_out import RELEASES
from warehouse.vocabulary import vocabulary

machines = Blueprint("machines", __name__)


@machines.get("/health")
def health() -> Response:
    """Whether figures can be read, and of which release."""
    release = portal()
    facts = {"status": "ok", "release": release.release, "synthetic": release.synthetic}
    response = Response(orjson.dumps(facts), mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


@machines.get("/robots.txt")
def robots() -> Response:
    """What search engines may read."""
    return Response(robots_of(portal().synthetic, request.host_url), mimetype="text/plain")


@machines.get("/boundaries/<level>.geojson")
def boundary(level: str) -> Response:
    """The borders of a level's areas, if the country has them."""
    borders = portal().boundary(level)
    if borders is None:
        abort(404)
    response = Response(borders, mimetype="application/geo+json")
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.add_etag(weak=True)
    response.make_conditional(request)
    return response


def robots_of(synthetic: bool, root: str) -> str:
    """Everything may be read but what only the pages' scripts ask for; nothing where figures are invented."""
    allowed = ["Disallow: /_", f"Disallow: {RELEASES}/", "Allow: /", f"Sitemap: {root}sitemap.xml"]
    return "\n".join(["User-agent: *", *(["Disallow: /"] if synthetic else allowed), ""])


def sitemap_of(pages: Sequence[Any]) -> str:
    """The addresses of all pages, areas and indicators in every language."""
    release = portal()
    values = {"<code>": list(release.country.areas), "<indicator>": ["", *catalogue(release)]}
    root = request.host_url.rstrip("/")
    addresses = [
        f"<url><loc>{escape(root + path)}</loc></url>"
        for lang in vocabulary().languages
        for page in pages
        if page.TITLE
        for path in _paths(page.PATH.replace("<lang>", lang), values)
    ]
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}\n<urlset xmlns="{namespace}">\n' + "\n".join(addresses) + "\n</urlset>\n"


def _paths(template: str, values: dict[str, list[str]]) -> list[str]:
    for name, texts in values.items():
        if name in template:
            return [template.replace(name, text).rstrip("/") for text in texts]
    return [template]
