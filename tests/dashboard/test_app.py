"""The whole site over HTTP: which addresses there are, and what a browser gets from them."""

import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from dashboard.files import PLOTLY_ADDRESS
from dashboard.machines import robots_of
from dashboard.pages import PAGES
from warehouse.reading import Portal

EVERY_PAGE = [
    *(
        "/en/compare",
        "/da/compare",
        "/en/area/101",
        "/da/area/DK",
        "/en/catalogue",
        "/en/about",
        "/da/protection",
    ),
    "/en/catalogue/social_assistance_per_1000",
]
FIRST = f"/en/{PAGES[0].NAME}"


class Document(HTMLParser):
    """Collects what the tests ask of a document."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.title = ""
        self.inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside.append(tag)

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] == "title" and not self.title:
            self.title = data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.tags if found == tag]


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_a_document_is_finished_before_any_script_runs(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    document = Document(answer.text)
    assert (answer.status_code, answer.content_type) == (200, "text/html; charset=utf-8")
    assert document.all("html")[0]["lang"] == address[1:3]
    assert document.title
    [description] = [one["content"] for one in document.all("meta") if one.get("name") == "description"]
    assert description
    assert len(document.all("h1")) == 1
    assert "Invented figures." in answer.text or "Opdigtede tal." in answer.text


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_a_document_names_itself_in_every_language(client: FlaskClient, address: str) -> None:
    links = Document(client.get(f"{address}?a=%3Cb%3E").text).all("link")
    alternates = {one["hreflang"]: one["href"] for one in links if one.get("rel") == "alternate"}
    rest = address[3:]
    assert alternates == {
        "en": f"http://localhost/en{rest}?a=%3Cb%3E",
        "da": f"http://localhost/da{rest}?a=%3Cb%3E",
        "x-default": f"http://localhost/en{rest}?a=%3Cb%3E",
    }


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_a_document_asks_no_other_host_for_anything(client: FlaskClient, address: str) -> None:
    document = Document(client.get(address).text)
    loaded = [one.get("src") for one in document.all("script")] + [
        one.get("src") for one in document.all("img")
    ]
    loaded += [one["href"] for one in document.all("link") if one.get("rel") in {"stylesheet", "preload"}]
    assert [one for one in loaded if one and not one.startswith("/")] == []


def test_every_file_of_a_document_is_there_and_kept_for_ever(client: FlaskClient) -> None:
    document = Document(client.get(FIRST).text)
    files = [one["src"] for one in document.all("script") if one.get("src")]
    files += [one["href"] for one in document.all("link") if one.get("rel") == "stylesheet"]
    for file in files:
        answer = client.get(file or "", headers={"Accept-Encoding": "br"})
        assert answer.status_code == 200, file
        assert "immutable" in answer.headers["Cache-Control"], file
        assert answer.headers["Content-Encoding"] == "br", file


def test_charts_are_loaded_only_where_they_are_drawn(client: FlaskClient) -> None:
    preloaded = [
        [one["href"] for one in Document(client.get(address).text).all("link") if one.get("as") == "script"]
        for address in (FIRST, "/en/compare?view=development")
    ]
    assert preloaded == [[], [PLOTLY_ADDRESS]]
    assert b"Plotly" in client.get(PLOTLY_ADDRESS).data


def test_what_an_address_says_is_escaped(client: FlaskClient) -> None:
    for address in (
        "/en/compare?indicator=<script>alert(1)</script>",
        '/en/compare?areas="><img src=x onerror=alert(1)>',
        "/en/area/<script>alert(1)<%2Fscript>",
        "/en/catalogue/<script>alert(1)<%2Fscript>",
        "/en/catalogue?q=<script>alert(1)</script>",
    ):
        text = client.get(address).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text


@pytest.mark.parametrize(
    ("address", "accepted", "target"),
    [
        ("/", "da-DK,da;q=0.9,en;q=0.8", "/da/compare"),
        ("/", "da-DK, en;q=0.5", "/da/compare"),
        ("/", "fr, de;q=0.8", "/en/compare"),
        ("/", "", "/en/compare"),
        ("/da", "en", "/da/compare"),
        ("/en/", "da", "/en/compare"),
        ("/en/area", "da", "/en/area/DK"),
    ],
)
def test_short_addresses_lead_to_pages(client: FlaskClient, address: str, accepted: str, target: str) -> None:
    answer = client.get(address, headers={"Accept-Language": accepted})
    assert (answer.status_code, answer.headers["Location"]) == (302, target)


@pytest.mark.parametrize(
    "address",
    [
        *("/nonsense", "/en/nonsense", "/xx/compare", "/en/compare/more", "/favicon.ico", "/index.html"),
        *("/en/area/101/more", "/EN/compare", "/_reload-hash", "/_favicon.ico", "/_alive", "/static/x"),
    ],
)
def test_unknown_addresses_are_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/en/area/nowhere", "/da/catalogue/nothing"])
def test_a_page_says_itself_that_it_knows_no_such_thing(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert len(Document(answer.text).all("h1")) == 1


def test_a_page_that_is_changed_to_is_the_page_of_the_document(client: FlaskClient) -> None:
    address = "/en/compare?areas=101,751&view=ranking"
    changed = client.get("/_page", query_string={"address": address})
    assert changed.status_code == 200
    assert changed.json["title"] == Document(client.get(address).text).title
    assert changed.json["page"]["type"] == "MantineProvider"


@pytest.mark.parametrize(
    "address", ["", "/", "/nonsense", "//en/compare", "https://evil.example/en/compare", "/en/area/x"]
)
def test_there_is_nothing_to_change_to_at_an_unknown_address(client: FlaskClient, address: str) -> None:
    assert client.get("/_page", query_string={"address": address}).status_code == 404


def test_the_first_layout_is_the_page_of_the_document_that_asks(client: FlaskClient) -> None:
    for referrer, shown in (
        ("http://localhost/da/about?x=1#there", "/da/about?x=1"),
        ("http://localhost/nonsense", None),
        ("http://elsewhere.example/da/about", None),
        ("http://[", None),
        (None, None),
    ):
        headers = {"Referer": referrer} if referrer else {}
        layout = client.get("/_dash-layout", headers=headers).json
        stores = {one["props"]["id"]: one["props"] for one in layout["props"]["children"]}
        assert stores["shown"]["data"] == shown
        assert (stores["page"]["children"] is None) == (shown is None)


def test_pages_come_again_only_when_they_changed(client: FlaskClient) -> None:
    for address in (FIRST, "/_page?address=/en/about"):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert (first.status_code, again.status_code, again.data) == (200, 304, b"")


def test_health_names_the_release(client: FlaskClient, portal: Portal) -> None:
    answer = client.get("/health")
    assert answer.json == {"status": "ok", "release": portal.release, "synthetic": True}
    assert answer.headers["Cache-Control"] == "no-store"


def test_invented_figures_are_kept_from_search_engines_and_titles_say_what_they_are(
    client: FlaskClient,
) -> None:
    assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
    for address, invented in (("/en/compare", "Invented figures:"), ("/da/area/101", "Opdigtede tal:")):
        html = client.get(address).text
        assert Document(html).title.startswith(f"{invented} ")
        assert f'<meta name="description" content="{invented} ' in html
        assert '<meta name="robots" content="noindex">' in html


def test_real_figures_may_be_found(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Sitemap: http://localhost/sitemap.xml" in robots_of(synthetic=False, root="http://localhost/")
    monkeypatch.setattr(Portal, "synthetic", False)
    html = client.get("/en/catalogue?q=found").text
    assert "Invented figures" not in Document(html).title
    assert "noindex" not in html


def test_search_engines_find_every_page(client: FlaskClient) -> None:
    listed = re.findall(r"<loc>http://localhost([^<]+)</loc>", client.get("/sitemap.xml").text)
    assert {*EVERY_PAGE} <= {*listed}
    assert [client.get(address).status_code for address in listed[::25]] == [200] * len(listed[::25])


def test_there_are_no_borders_where_the_country_has_none(client: FlaskClient) -> None:
    assert client.get("/boundaries/municipality.geojson").status_code == 404
