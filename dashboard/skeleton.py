"""The components that callbacks know, without their content: what a browser checks the callbacks by."""

from collections.abc import Iterator, Mapping
from typing import Any

from dash.development.base_component import Component


def components_with_ids(tree: Any) -> Iterator[dict[str, Any]]:
    """Every component of a tree that has an id, as Dash writes it, with the id alone."""
    if isinstance(tree, Component):
        yield from components_with_ids(tree.to_plotly_json())
    elif isinstance(tree, Mapping):
        props = tree.get("props")
        if isinstance(props, Mapping) and "namespace" in tree and "id" in props:
            yield {"type": tree["type"], "namespace": tree["namespace"], "props": {"id": props["id"]}}
        yield from components_with_ids(list(tree.values()))
    elif isinstance(tree, (list, tuple)):
        for part in tree:
            yield from components_with_ids(part)
