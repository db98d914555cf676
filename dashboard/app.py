"""The site: pages, API, files and their guard on one server."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any

from dash import Dash, html
from dash.development.base_component import Component
from flask import Flask, Response, abort, redirect, request
from flask.typing import ResponseReturnValue
from flask_compress import Compress

from dashboard.addresses import Visit, find_visit, preferred_language
from dashboard.api.routes import api
from dashboard.compression import answer, kept, wanted_encoding
from dashboard.data import catalogue, portal, serve_from
from dashboard.files import OWN_PLOTLY, serve_files
from dashboard.index import EARLY_HASH, index_html
from dashboard.machines import machines, sitemap_of
from dashboard.pages import PAGES
from dashboard.security import protect
from dashboard.skeleton import components_with_ids
from dashboard.visits import content, first_layout, serve_visits
from warehouse.vocabulary import vocabulary

COMPRESSED = {
    "COMPRESS_ALGORITHM": ["br", "gzip"],
    "COMPRESS_MIMETYPES": [
        *("text/html", "text/plain", "text/csv", "application/json", "application/problem+json"),
        *("application/geo+json", "application/xml"),
    ],
    "COMPRESS_STREAMS": False,
}
"""What is made anew for each request, and compressed quickly rather than well."""


def create_app(releases: Path, pages: Sequence[Any] = PAGES) -> Dash:
    """The site of the current release in a folder. Raises UserError when there is none that can be read."""
    serve_from(releases)
    server = Flask("openindsats", static_folder=None)
    server.url_map.strict_slashes = False
    app = Site(server, pages)
    server.config |= COMPRESSED
    Compress(server)
    _register_redirects(server, pages)
    protect(app, lambda path: find_visit(pages, path) is not None, lambda: [*app.csp_hashes(), EARLY_HASH])
    server.register_blueprint(api)
    server.register_blueprint(machines)
    server.add_url_rule("/sitemap.xml", "sitemap", lambda: _xml(sitemap_of(pages)))
    app.validation_layout = _skeleton([first_layout(pages, ""), *_examples(pages)])
    serve_visits(app, pages)
    for page in pages:
        if hasattr(page, "register"):
            page.register(app)
    serve_files(app)
    # Dash finishes its set-up at the first request, and a second one in the meantime would meet half an app.
    server.test_client().get("/robots.txt")
    return app


class Site(Dash):
    """Dash with documents that the server finishes before React does."""

    def __init__(self, server: Flask, pages: Sequence[Any]) -> None:
        self.pages = pages
        self._shared: Mapping[str, str] = {}
        self._documents = kept(lambda _: self._written().encode())
        super().__init__(
            "dashboard",
            server=False,
            add_log_handler=False,
            assets_ignore=rf"^{Path(OWN_PLOTLY).name}$",
            update_title="",
        )
        self.init_app(server)

    def index(self, *_: Any, **__: Any) -> Response:
        """The document of the address that is asked for; 404 when its page knows nothing of what it names."""
        response = answer(self._documents(portal(), request.url, wanted_encoding()), "text/html", "no-cache")
        if not self._visit().is_known:
            response.status_code = HTTPStatus.NOT_FOUND
        return response

    def interpolate_index(self, *_: Any, **parts: Any) -> str:
        """The document from what Dash hands over, which is the same for all documents."""
        self._shared = parts
        return self._written()

    def _written(self) -> str:
        if not self._shared:
            return str(Dash.index(self))
        visit, query = self._visit(), _query()
        address = f"{request.path}?{query}" if query else request.path
        return index_html(visit, content(visit), address, request.host_url.rstrip("/"), self._shared)

    def _visit(self) -> Visit:
        visit = find_visit(self.pages, request.path, _query())
        if visit is None:
            abort(404)
        return visit


def _query() -> str:
    return request.query_string.decode("ascii", "replace")


def _examples(pages: Sequence[Any]) -> list[Component]:
    """Every page once in every language, filled; what readers share is read by the way, before the first of them."""
    release = portal()
    country, indicator = release.country.whole.code, next(iter(catalogue(release)))
    variables = {"<code>": country, "<indicator>": indicator}
    paths = [
        "/".join((variables | {"<lang>": lang}).get(part, part) for part in page.PATH.split("/"))
        for page in pages
        for lang in vocabulary().languages
    ]
    return [content(visit) for visit in (find_visit(pages, path) for path in paths) if visit]


def _skeleton(trees: Sequence[Component]) -> Any:
    """What a browser checks the callbacks by: every id once."""
    skeleton: Any = html.Div([])
    skeleton.children = list(components_with_ids(trees))
    return skeleton


def _register_redirects(server: Flask, pages: Sequence[Any]) -> None:
    """Lead from the front page to the first page, and from a page of one area without an area to the country."""
    languages = vocabulary().languages
    of_an_area = {page.NAME for page in pages if page.PATH.endswith("/<code>")}

    @server.before_request
    def to_a_page() -> ResponseReturnValue | None:
        if request.method not in {"GET", "HEAD"}:
            return None
        first, *rest = request.path.strip("/").split("/")
        if not first:
            response = redirect(f"/{preferred_language(request.accept_languages)}/{pages[0].NAME}")
            response.headers["Vary"] = "Accept-Language"
            return response
        if first in languages and not rest:
            return redirect(f"/{first}/{pages[0].NAME}")
        if first in languages and len(rest) == 1 and rest[0] in of_an_area:
            return redirect(f"/{first}/{rest[0]}/{portal().country.whole.code}")
        return None


def _xml(text: str) -> Response:
    return Response(text, mimetype="application/xml")
