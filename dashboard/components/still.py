"""Parts of a page that the server writes as HTML and React takes over as they are.

React needs a millisecond and more for every component of Dash, and the more there are the more for each: a table of
350 rows took thirteen seconds. So whatever has no callback of its own is one component, however large: `still(tree)`.
"""

from typing import Any

from markupsafe import Markup

from dashboard.static_html import STILL, to_html

Still = Any
"""A part that is finished; Dash's types know no component of ours."""


def still(tree: Any) -> Still:
    """A tree of `dash.html` components (and other still parts) as one component; `assets/still.js` shows it."""
    return written(Markup(to_html(tree)))


def written(markup: Markup) -> Still:
    """Markup that was put together by hand, for the few places where there is very much of it."""
    namespace, name = STILL
    return {"namespace": namespace, "type": name, "props": {"html": str(markup)}}
