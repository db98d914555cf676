"""A component tree as HTML: what crawlers see, and readers before or without JavaScript."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

from dash.development.base_component import Component

STILL = ("openindsats", "Still")
"""Namespace and type of the component that is finished HTML already."""

NAMESPACE = "dash_html_components"
"""Namespace of the components that are HTML elements."""

_VOID = {"br", "col", "hr", "img", "wbr"}
_LEFT_OUT = {"script", "style", "iframe", "object", "embed", "base"}
_ATTRIBUTES = {"className": "class", "htmlFor": "for"}
_NOT_ATTRIBUTES = {"children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "style"}
_CONTENT_ALONE = {"children"}
_FREQUENT = {"aria-hidden", "className", "role", "scope"}
"""Attributes that a page has by the hundred, with few different values."""

_ADDRESSES = {"href", "src"}
_SAFE_ADDRESS = re.compile(r"(https?:|mailto:|[/#?]|[^:]*$)", re.ASCII)
_CAPITAL = re.compile(r"[A-Z]")
_PLAIN_NUMBERS = {"flex", "fontWeight", "gridColumn", "gridRow", "lineHeight", "opacity", "order", "zIndex"}


def to_html(tree: Any) -> str:
    """The tree as HTML: the tags of `dash.html`, and of other components only label and children."""
    written: list[str] = []
    _write(tree, written)
    return "".join(written)


def _write(tree: Any, out: list[str]) -> None:
    kind = type(tree)  # what most trees are made of is told by a look at its type alone
    if kind is str:
        out.append(_escaped(tree))
    elif kind is dict:
        _write_component(tree, out)
    elif kind is list:
        for part in tree:
            _write(part, out)
    else:
        _write_other(tree, out)


def _write_other(tree: Any, out: list[str]) -> None:
    if isinstance(tree, str):
        out.append(escape(tree))
    elif isinstance(tree, dict):
        _write_component(tree, out)
    elif tree is None or isinstance(tree, bool):
        return
    elif isinstance(tree, Component):
        _write_component(tree.to_plotly_json(), out)
    elif isinstance(tree, Iterable):
        _write(list(tree), out)
    else:
        out.append(escape(str(tree)))


def _write_component(plain: Mapping[str, Any], out: list[str]) -> None:
    props = plain["props"]
    if plain["namespace"] != NAMESPACE:
        if (plain["namespace"], plain["type"]) == STILL:
            out.append(props["html"])
        else:
            _write_foreign(props, out)
        return
    tag = plain["type"].lower()
    if tag in _LEFT_OUT:
        return
    out.append(f"<{tag}{_attributes(props)}>")
    if tag not in _VOID:
        _write(props.get("children"), out)
        out.append(f"</{tag}>")


def _write_foreign(props: Mapping[str, Any], out: list[str]) -> None:
    """A component that only JavaScript can draw: its label keeps its place, its children are shown."""
    label, children = props.get("label"), props.get("children")
    if label is None and children is None:
        return
    out.append(f"<div{_attributes({'className': props.get('className')})}>")
    _write(label, out)
    _write(children, out)
    out.append("</div>")


def _attributes(props: Mapping[str, Any]) -> str:
    if props.keys() == _CONTENT_ALONE:
        return ""
    found = [
        _frequent(name, value) if name in _FREQUENT else _attribute(name, value)
        for name, value in props.items()
        if name not in _NOT_ATTRIBUTES and value is not None
    ]
    if props.get("style"):
        found.append(f' style="{escape(_style(props["style"]))}"')
    return "".join(found)


def _attribute(name: str, value: Any) -> str:
    attribute = _ATTRIBUTES.get(name) or name.lower()
    if isinstance(value, bool) and "-" not in name:
        return f" {attribute}" if value else ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if attribute in _ADDRESSES and not _SAFE_ADDRESS.match(text.strip()):
        return ""
    return f' {attribute}="{escape(text)}"'


_escaped = lru_cache(maxsize=8192)(escape)
"""Texts come again: titles, units, verdicts and numbers, in each row of a table and from page to page."""

_frequent = lru_cache(maxsize=1024, typed=True)(_attribute)


def _style(style: Mapping[str, Any]) -> str:
    return ";".join(
        f"{_CAPITAL.sub(_hyphenate, name)}:{_length(name, value)}" for name, value in style.items()
    )


def _hyphenate(capital: re.Match[str]) -> str:
    return "-" + capital[0].lower()


def _length(name: str, value: Any) -> str:
    """React reads a bare number as pixels, except where a number is a number."""
    unit = "px" if isinstance(value, (int, float)) and value and name not in _PLAIN_NUMBERS else ""
    return f"{value}{unit}"
