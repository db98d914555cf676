"""A small app with a callback of each kind behind the site's guard; the site itself needs none on the server."""

from typing import Any

from dash import Dash, Input, Output, State, dcc, html
from flask import Flask

from dashboard.security import protect


def guarded_app() -> Dash:
    """The app; its only page is `/known`, and its callback fails when it is told to."""
    app = Dash("guarded", server=Flask("guarded", static_folder=None))
    app.layout = html.Div([dcc.Input(id="in"), html.P(id="out"), dcc.Store(id="kept")])
    protect(app, lambda path: path == "/known", app.csp_hashes)

    @app.callback(Output("out", "children"), Input("in", "value"), State("kept", "data"))
    def repeat(value: object, _kept: object) -> str:
        if value == "fail":
            raise RuntimeError("/secret/path")
        return str(value)

    app.clientside_callback("function(x) { return x; }", Output("kept", "data"), Input("in", "n_submit"))
    return app


def envelope(**changed: Any) -> dict[str, Any]:
    """What a browser sends for the callback on the server."""
    return {
        "output": "out.children",
        "outputs": {"id": "out", "property": "children"},
        "inputs": [{"id": "in", "property": "value", "value": "a"}],
        "state": [{"id": "kept", "property": "data", "value": None}],
        "changedPropIds": ["in.value"],
        **changed,
    }
