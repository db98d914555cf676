"""Which page an address names, and what it may carry."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.addresses import LONGEST, find_address, find_visit, in_language, preferred_language

COMPARE = SimpleNamespace(NAME="compare", PATH="/<lang>/compare")
AREA = SimpleNamespace(NAME="area", PATH="/<lang>/area/<code>", known=lambda code, **_: code == "101")
PAGES = (COMPARE, AREA)


@pytest.mark.parametrize(
    ("address", "page", "lang", "parts"),
    [
        ("/en/compare", COMPARE, "en", {}),
        ("/da/compare/", COMPARE, "da", {}),
        ("/en/compare?areas=101,751&view=", COMPARE, "en", {"areas": "101,751", "view": ""}),
        ("/en/compare?a=1&a=2", COMPARE, "en", {"a": "1"}),
        ("/en/compare?lang=da", COMPARE, "en", {}),
        ("/en/compare?q=b%C3%B8+%26%20c", COMPARE, "en", {"q": "bø & c"}),
        ("/en/area/101", AREA, "en", {"code": "101"}),
        ("/en/area/101?code=751", AREA, "en", {"code": "101"}),
        ("/en/area/%C3%86r%C3%B8", AREA, "en", {"code": "Ærø"}),
        ("/en/area", AREA, "en", {"code": ""}),
    ],
)
def test_an_address_names_a_page(address: str, page: object, lang: str, parts: dict[str, str]) -> None:
    visit = find_address(PAGES, address)
    assert visit is not None
    assert (visit.page, visit.lang, visit.parts) == (page, lang, parts)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/",
        "/en",
        "/xx/compare",
        "/en/nothing",
        "/en/compare/more",
        "/en/area/1/2",
        "compare",
        None,
        1,
        ["/en/compare"],
    ],
)
def test_other_addresses_name_none(address: object) -> None:
    assert find_address(PAGES, address) is None


def test_absurd_addresses_lose_what_they_carry() -> None:
    assert find_address(PAGES, "/en/compare?a=" + "b" * LONGEST) is None
    many = find_address(PAGES, "/en/compare?" + "&".join(f"a{number}=1" for number in range(100)))
    assert many is not None
    assert many.parts == {}


@given(st.text(max_size=40), st.text(max_size=60))
def test_no_text_is_too_strange(path: str, query: str) -> None:
    for found in (find_visit(PAGES, path, query), find_address(PAGES, f"/en/area/{path}?{query}")):
        assert found is None or all(isinstance(text, str) for text in found.parts.values())


def test_a_page_may_know_better() -> None:
    found = [find_address(PAGES, address) for address in ("/en/area/101", "/en/area/999", "/en/compare?x=1")]
    assert [visit.is_known for visit in found if visit] == [True, False, True]


def test_a_page_in_another_language_keeps_everything_else() -> None:
    assert in_language("/en/area/Ærø", "a=%3Cb%3E&c=1", "da") == "/da/area/%C3%86r%C3%B8?a=%3Cb%3E&c=1"


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ([("da-DK", 1.0), ("en", 0.5)], "da"),
        ([("fr", 1.0), ("DA", 0.8), ("en", 0.5)], "da"),
        ([("da", 0.0), ("fr", 1.0)], "en"),
        ([("*", 1.0)], "en"),
        ([], "en"),
    ],
)
def test_the_language_liked_best_is_chosen(accepted: list[tuple[str, float]], lang: str) -> None:
    assert preferred_language(accepted) == lang
