"""HTML elements as the plain dictionaries that Dash's own components become on their way to the browser.

A page is made of a hundred and fifty of them. As objects of Dash, which check each of their properties, they took
half of the time in which a page is made.
"""

from collections.abc import Callable
from typing import Any

from dashboard.static_html import NAMESPACE

Element = Any
"""An element with its content; Dash's types know no component that is a dictionary."""


def _element(name: str) -> Callable[..., Element]:
    def make(children: Any = None, **props: Any) -> Element:
        return {"namespace": NAMESPACE, "type": name, "props": {"children": children, **props}}

    return make


A = _element("A")
Article = _element("Article")
B = _element("B")
Button = _element("Button")
Caption = _element("Caption")
Code = _element("Code")
Dd = _element("Dd")
Details = _element("Details")
Div = _element("Div")
Dl = _element("Dl")
Dt = _element("Dt")
Footer = _element("Footer")
Form = _element("Form")
H1 = _element("H1")
H2 = _element("H2")
H3 = _element("H3")
Header = _element("Header")
Label = _element("Label")
Li = _element("Li")
Main = _element("Main")
Nav = _element("Nav")
Ol = _element("Ol")
Optgroup = _element("Optgroup")
Option = _element("Option")
P = _element("P")
Pre = _element("Pre")
Section = _element("Section")
Select = _element("Select")
Span = _element("Span")
Strong = _element("Strong")
Summary = _element("Summary")
Table = _element("Table")
Tbody = _element("Tbody")
Td = _element("Td")
Th = _element("Th")
Thead = _element("Thead")
Tr = _element("Tr")
Ul = _element("Ul")
