"""The page of an address in the three forms that a browser asks for: document, first layout, and page to change to."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import orjson
from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask import Response, abort, request

from dashboard.addresses import Visit, find_address
from dashboard.components.frame import frame, head_of
from dashboard.compression import answer, kept, wanted_encoding
from dashboard.data import portal

PAGE_ADDRESS = "/_page"
"""Gives the page of `?address=`; assets/visit.js asks for it when the address changes."""


def content(visit: Visit) -> Component:
    """The whole page of a visit: its own content in the frame that all pages share."""
    own = visit.page.layout(visit.lang, **visit.parts)
    framed: Component = frame(visit.lang, visit.page, visit.parts, own)
    return framed


def serve_visits(app: Dash, pages: Sequence[Any]) -> None:
    """Answer for layouts and pages in place of Dash, which makes and compresses each anew."""
    layouts = kept(lambda address: _to_json(first_layout(pages, address)))
    changes = kept(lambda address: _to_json(_change(pages, address)))

    def layout() -> Response:
        address = _asking_address()
        known = address if find_address(pages, address) else ""
        return answer(layouts(portal(), known, wanted_encoding()), "application/json", "no-store")

    def page() -> Response:
        address = request.args.get("address", "")
        visit = find_address(pages, address)
        if visit is None:
            abort(404)
        response = answer(changes(portal(), address, wanted_encoding()), "application/json", "no-cache")
        if not visit.is_known:
            response.status_code = HTTPStatus.NOT_FOUND
        return response

    app.server.view_functions["/_dash-layout"] = layout
    app.server.add_url_rule(PAGE_ADDRESS, view_func=page)
    app.layout = lambda: first_layout(pages, "")
    for name, *linked in (
        ("check", Output("visit", "data"), Input("shown", "data")),
        ("change", Output("page", "children"), Output("title", "data"), Input("visit", "data")),
        ("name", Input("title", "data")),
    ):
        app.clientside_callback(
            ClientsideFunction("visit", name), *linked, prevent_initial_call=name != "check"
        )


def first_layout(pages: Sequence[Any], address: str) -> Component:
    """The page that a document of this address starts with: what is on the screen already."""
    visit = find_address(pages, address)
    return html.Div(
        [
            dcc.Store(id="shown", data=address if visit else None),
            dcc.Store(id="visit"),
            dcc.Store(id="title"),
            html.Div(content(visit) if visit else None, id="page"),
        ]
    )


def _change(pages: Sequence[Any], address: str) -> dict[str, Any]:
    visit = find_address(pages, address)
    if visit is None:
        raise LookupError(address)
    return {"page": content(visit), "title": head_of(visit.page, visit.lang, visit.parts).title}


def _to_json(tree: Any) -> bytes:
    return orjson.dumps(tree, default=_plain)


def _plain(component: Any) -> Any:
    if isinstance(component, Component):
        return component.to_plotly_json()
    raise TypeError(type(component))


def _asking_address() -> str:
    """Path and query of the document that sent this request; empty when its browser does not say."""
    site, slash, rest = (request.referrer or "").partition("://")[2].partition("/")
    return slash + rest.partition("#")[0] if slash and site == request.host else ""
