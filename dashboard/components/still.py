"""Parts of a page that the server writes as HTML and React takes over as they are.

React needs a millisecond and more for every component of Dash, and the more there are the more for each: a table of
350 rows took thirteen seconds. So whatever has no callback of its own is one component, however large: `still(tree)`.
"""

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.static_html import STILL, to_html


class Still(Component):
    """Finished HTML; `assets/still.js` is its other half."""

    _namespace, _type = STILL
    _prop_names = ("html",)
    _children_props = ()
    _base_nodes = ()
    _valid_wildcard_attributes = ()
    available_properties = ("html",)
    available_wildcard_properties = ()

    def __init__(self, html: str) -> None:
        super().__init__(html=html)


def still(tree: Any) -> Still:
    """A tree of `dash.html` components (and other still parts) as one component."""
    return Still(to_html(tree))


def written(markup: Markup) -> Still:
    """Markup that was put together by hand, for the few places where there is very much of it."""
    return Still(str(markup))
