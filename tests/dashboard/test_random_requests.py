"""Thousands of requests that no page would send: whatever comes in, the site answers and never fails."""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import numpy as np
import pytest
from flask.testing import FlaskClient

from tests.support.denmark import MONTHS, QUARTERS
from tests.support.guarded import envelope, guarded_app
from warehouse.reading import Portal

SEED = 20_260
ALLOWED = {200, 204, 302, 304, 308, 400, 404, 405, 413, 415}
NASTY = [
    *(
        "",
        " ",
        "0",
        "-1",
        "1e9",
        "null",
        "None",
        "true",
        "[]",
        "{}",
        "..",
        "/",
        "\\",
        "'",
        '"',
        "%",
        "%00",
        "\0",
        "\n",
    ),
    *(
        "<script>",
        "javascript:x",
        "../../etc/passwd",
        "' or 1=1 --",
        "${7*7}",
        "{{7*7}}",
        "ä" * 50,
        "٣",
        "\N{MATHEMATICAL DOUBLE-STRUCK DIGIT ONE}",
        "\ud83d",
    ),
    *(
        "NaN",
        "Infinity",
        "9" * 30,
        "2025-Q5",
        "0000",
        "2025-13",
        "101,",
        ",101",
        "101,101,101",
        "DK;101",
        "=1+1",
        "a" * 500,
    ),
]
VIEWS = ["table", "development", "ranking", "groups", "map", "borders"]
SORTS = ["name", "-name", "value", "-value", "change", "-change"]
PAGE_PARAMETERS = [
    "indicator",
    "areas",
    "kind",
    "period",
    "group",
    "view",
    "by",
    "sort",
    "q",
    "lang",
    "code",
    "x",
]
API_PARAMETERS = [
    "REF_AREA",
    "from",
    "to",
    "last",
    "format",
    "labels",
    "lang",
    "PERIOD_KIND",
    "breakdown",
    "category",
    "q",
    "limit",
    "offset",
]
WORDS = [
    "id",
    "property",
    "value",
    "inputs",
    "output",
    "outputs",
    "state",
    "in",
    "out",
    "children",
    "data",
    "visit",
]
DEEPEST = 4
HONEST_INPUT = {"id": "in", "property": "value"}

Thing = TypeVar("Thing")

pytestmark = pytest.mark.slow


class Dice:
    """Random requests, half of what they are made of known to the site."""

    def __init__(self, portal: Portal) -> None:
        self.random = np.random.default_rng(SEED)
        self.areas = list(portal.country.areas)
        self.indicators = [json.loads(text)["id"] for text in portal.definitions]
        self.known = [
            *self.areas,
            *self.indicators,
            *QUARTERS,
            *MONTHS,
            *VIEWS,
            *SORTS,
            "en",
            "da",
            "csv",
            "xlsx",
        ]

    def below(self, number: int) -> int:
        return int(self.random.integers(number))

    def one(self, *things: Thing) -> Thing:
        return things[self.below(len(things))]

    def text(self) -> str:
        return self.one(*self.one(self.known, NASTY))

    def value(self) -> str:
        return ",".join(self.text() for _ in range(self.one(1, 1, 1, 2, 3, 12)))

    def query(self, names: list[str]) -> str:
        pairs = [(self.one(*names), self.value()) for _ in range(self.below(6))]
        return urlencode(pairs, errors="replace")

    def page(self) -> str:
        lang = self.one("en", "da", "en", "da", self.text())
        rest = self.one("compare", "compare", "area", "catalogue", "about", self.text())
        more = self.one("", "", f"/{self.text()}", f"/{self.one(*self.areas)}")
        return quote(f"/{lang}/{rest}{more}", errors="replace") + f"?{self.query(PAGE_PARAMETERS)}"

    def api(self) -> str:
        indicator = self.one(*self.indicators, self.text())
        rest = self.one("", f"/{indicator}", f"/{indicator}/data", f"/{indicator}/data")
        return quote(f"/api/v1/indicators{rest}", errors="replace") + f"?{self.query(API_PARAMETERS)}"

    def json(self, depth: int = 0) -> Any:
        """Any JSON, not deep, in words that callbacks use."""
        kind = self.below(4 if depth > DEEPEST else 6)
        if kind == 0:
            return self.one(None, True, False, 0, -1, 1.5, 10**18)
        if kind in {4, 5}:
            items = [self.json(depth + 1) for _ in range(self.below(5))]
            return items if kind == 4 else {self.word(): item for item in items}
        return self.word()

    def word(self) -> str:
        return self.one(*WORDS, self.text())

    def envelope(self, honest: dict[str, Any]) -> Any:
        """An honest envelope with up to three of its parts replaced, or something else altogether."""
        changed = dict(honest)
        for place in self.random.permutation(len(honest))[: self.below(4)]:
            changed[list(honest)[place]] = self.json()
        return self.one(changed, changed, self.json())


@pytest.fixture
def dice(portal: Portal) -> Dice:
    return Dice(portal)


def asked(times: int, ask: Callable[[], tuple[str, int]]) -> Counter[int]:
    """How often each status came; the first request that failed is named."""
    found: Counter[int] = Counter()
    for _ in range(times):
        what, status = ask()
        assert status in ALLOWED, f"{status}: {what}"
        found[status] += 1
    return found


def test_random_pages(client: FlaskClient, dice: Dice) -> None:
    def ask() -> tuple[str, int]:
        address = dice.page()
        return address, client.get(address).status_code

    found = asked(500, ask)
    assert found[200] > 100
    assert found[404] > 100


def test_random_changes_of_page(client: FlaskClient, dice: Dice) -> None:
    def ask() -> tuple[str, int]:
        address = dice.page()
        return address, client.get("/_page", query_string={"address": address}).status_code

    assert asked(500, ask)[200] > 100


def test_random_questions_to_the_api(client: FlaskClient, dice: Dice) -> None:
    def ask() -> tuple[str, int]:
        address = dice.api()
        return address, client.get(address).status_code

    found = asked(1500, ask)
    assert found[200] > 100
    assert found[400] > 100


@pytest.mark.parametrize("app", ["site", "guarded"])
def test_random_envelopes(client: FlaskClient, dice: Dice, app: str) -> None:
    posting = client if app == "site" else guarded_app().server.test_client()

    def ask() -> tuple[str, int]:
        body = json.dumps(dice.envelope(envelope(inputs=[{**HONEST_INPUT, "value": dice.json()}])))
        kind = dice.one(*["application/json"] * 9, "text/plain")
        return body, posting.post("/_dash-update-component", data=body, content_type=kind).status_code

    found = asked(1500, ask)
    assert found[400] > 500
    assert (found[200] > 100) == (app == "guarded")


def test_random_methods(client: FlaskClient, dice: Dice) -> None:
    def ask() -> tuple[str, int]:
        method = dice.one("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE")
        address = dice.one(dice.page(), dice.api(), "/_dash-layout", "/_page", "/", "/en")
        return f"{method} {address}", client.open(address, method=method).status_code

    asked(500, ask)
