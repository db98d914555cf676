"""The site: pages, API, files and their guard on one server."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask import Flask, has_request_context, redirect, request
from flask.typing import ResponseReturnValue
from flask_compress import Compress

from dashboard.addresses import Visit, find_address, find_visit
from dashboard.components.frame import frame
from dashboard.data import catalogue, portal, serve_from
from dashboard.files import OWN_PLOTLY, serve_files
from dashboard.index import EARLY_HASH, index_html
from dashboard.pages import PAGES
from dashboard.security import protect
from dashboard.skeleton import components_with_ids
from warehouse.vocabulary import vocabulary


def create_app(releases: Path, pages: Sequence[Any] = PAGES) -> Dash:
    """The site of the current release in a folder. Raises UserError when there is none that can be read."""
    serve_from(releases)
    server = Flask("openindsats", static_folder=None)
    server.url_map.strict_slashes = False
    app = Site(server, pages)
    _register_redirects(server, pages)
    Compress(server)
    protect(app, lambda path: find_visit(pages, path) is not None, lambda: [*app.csp_hashes(), EARLY_HASH])
    app.check_callbacks_by([app.first_layout(), *_examples(pages)])
    app.layout = app.first_layout
    _define_navigation(app, pages)
    for page in pages:
        if hasattr(page, "register"):
            page.register(app)
    serve_files(app)
    # Dash finishes its set-up at the first request, and a second one in the meantime would meet half an app.
    server.test_client().get("/robots.txt")
    return app


class Site(Dash):
    """Dash with pages that the server finishes before React does, found by their address."""

    def __init__(self, server: Flask, pages: Sequence[Any]) -> None:
        self.pages = pages
        super().__init__(
            "dashboard",
            server=False,
            add_log_handler=False,
            assets_ignore=rf"^{Path(OWN_PLOTLY).name}$",
            update_title="",
        )
        self.init_app(server)

    def interpolate_index(self, *_: Any, **parts: Any) -> str:
        """The document of the address that is asked for; Dash hands over what it needs in it."""
        query = request.query_string.decode("ascii", "replace")
        visit = find_visit(self.pages, request.path, query)
        if visit is None:
            raise LookupError(request.path)
        address = f"{request.path}?{query}" if query else request.path
        return index_html(visit, content(visit), address, request.host_url.rstrip("/"), parts)

    def first_layout(self) -> Component:
        """The page of the document that asks for it, so that React starts from what is on the screen."""
        address = _asking_address()
        visit = find_address(self.pages, address)
        return html.Div(
            [
                dcc.Store(id="shown", data=address if visit else None),
                dcc.Store(id="visit"),
                dcc.Store(id="title"),
                html.Div(content(visit) if visit else None, id="page"),
            ]
        )

    def check_callbacks_by(self, examples: Sequence[Component]) -> None:
        """Let browsers check every callback against the ids found in these trees."""
        skeleton: Any = html.Div([])
        skeleton.children = list(components_with_ids(examples))
        self.validation_layout = skeleton


def _define_navigation(app: Dash, pages: Sequence[Any]) -> None:
    """Back and forward: assets/visit.js tells the address, the server answers with its page."""
    check, name = ClientsideFunction("visit", "check"), ClientsideFunction("visit", "name")
    app.clientside_callback(check, Output("visit", "data"), Input("shown", "data"))
    app.clientside_callback(name, Input("title", "data"))

    @app.callback(
        Output("page", "children"), Output("title", "data"), Input("visit", "data"), prevent_initial_call=True
    )
    def show(address: object) -> tuple[Component, str]:
        visit = find_address(pages, address)
        if visit is None:
            return html.Main(html.P("404 Not Found")), ""
        return content(visit), visit.page.head(visit.lang, **visit.parts).title


def content(visit: Visit) -> Component:
    """The whole page of a visit: its own content in the frame that all pages share."""
    own = visit.page.layout(visit.lang, **visit.parts)
    framed: Component = frame(visit.lang, visit.page, visit.parts, own)
    return framed


def _examples(pages: Sequence[Any]) -> list[Component]:
    """Every page once, filled: Dash checks callbacks against the ids found there."""
    release = portal()
    country, indicator = release.country.whole.code, next(iter(catalogue(release)))
    variables = {"<lang>": "en", "<code>": country, "<indicator>": indicator}
    paths = ["/".join(variables.get(part, part) for part in page.PATH.split("/")) for page in pages]
    return [content(visit) for visit in (find_visit(pages, path) for path in paths) if visit]


def _asking_address() -> str:
    """Path and query of the document that sent this request; empty when its browser does not say."""
    referrer = (request.referrer or "") if has_request_context() else ""
    site, slash, rest = referrer.partition("://")[2].partition("/")
    return slash + rest.partition("#")[0] if slash and site == request.host else ""


def _register_redirects(server: Flask, pages: Sequence[Any]) -> None:
    """Lead from the front page to the first page, and from a page of one area without an area to the country."""
    languages = list(vocabulary().languages)
    of_an_area = {page.NAME for page in pages if page.PATH.endswith("/<code>")}

    @server.before_request
    def to_a_page() -> ResponseReturnValue | None:
        first, *rest = request.path.strip("/").split("/")
        if not first:
            lang = request.accept_languages.best_match(languages) or languages[0]
            response = redirect(f"/{lang}/{pages[0].NAME}")
            response.headers["Vary"] = "Accept-Language"
            return response
        if first in languages and not rest:
            return redirect(f"/{first}/{pages[0].NAME}")
        if first in languages and len(rest) == 1 and rest[0] in of_an_area:
            return redirect(f"/{first}/{rest[0]}/{portal().country.whole.code}")
        return None
