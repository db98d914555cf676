"""No byte of a person leaves the building: not in a release, a page, the API, a download, a log or a message.

Marked persons, cases and organisations go through the real commands into every table that records of persons can be
in; then all that comes out is searched for them, and for the rounding key and what was made with it.
"""

import gzip
import hmac
import logging
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import duckdb
import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.visits import PAGE_ADDRESS
from indicators.disclosure.keys import derived_key
from tests.repository.tree import ROOT
from tests.support.marked_persons import (
    CASES,
    ORGANISATION,
    PEOPLE,
    SPOILT,
    deliver,
    forms_of_key,
    forms_of_person,
)

pytestmark = pytest.mark.slow  # builds a home of its own


PRIVATE_COLUMNS = {"person_id", "case_id", "cell_key", "person_key"}


class Marked(NamedTuple):
    """What must not be found: a name for messages, and the bytes."""

    name: str
    form: bytes


def command(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(ROOT / "openindsats.py"), *map(str, arguments)], capture_output=True, check=False
    )


class Building(NamedTuple):
    """A home, and all that the commands said while it was made."""

    home: Path
    said: Mapping[str, bytes]


@pytest.fixture(scope="module")
def building(tmp_path_factory: pytest.TempPathFactory) -> Building:
    folder = tmp_path_factory.mktemp("marked")
    home = folder / "home"
    deliveries = deliver(folder / "deliveries")
    built = command("build", "--country", "dk", "--deliveries", deliveries, "--home", home)
    assert built.returncode == 0, built.stdout + built.stderr
    said = {"build": built}
    refused = folder / "refused"
    refused.mkdir()
    (refused / "cases.csv").write_text(f"case_id,cpr\n{CASES[0]},{PEOPLE[0]}\n", encoding="utf-8")
    (refused / "manifest.yml").write_text((deliveries / "manifest.yml").read_text(), encoding="utf-8")
    said["refused"] = command("load", "--country", "dk", "--deliveries", refused, "--home", home)
    assert said["refused"].returncode == 2
    said["publish again"] = command("publish", "--home", home)
    said["status"] = command("status", "--home", home)
    said["attack"] = command("attack", "--home", home)
    assert said["attack"].returncode == 0, said["attack"].stdout + said["attack"].stderr
    cell = ("recipients", "--area", "101", "--period", "2025-Q1", "--home", home)
    said["explain"] = command("explain", *cell)
    said["explain in private"] = command("explain", *cell, "--private")
    assert b"Confidential" in said["explain in private"].stdout
    return Building(home, {name: done.stdout + b"\n" + done.stderr for name, done in said.items()})


@pytest.fixture(scope="module")
def warehouse(building: Building) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(building.home / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def marked(building: Building, warehouse: duckdb.DuckDBPyConnection) -> list[Marked]:
    """All that must stay inside, in every form in which it might come out."""
    key = bytes.fromhex((building.home / "rounding.key").read_text().strip())
    found = [Marked("organisation", ORGANISATION.encode())]
    for secret in (key, derived_key(key, "rounding"), derived_key(key, "survival")):
        found += [Marked("rounding key", form) for form in (secret.hex().encode(), secret, secret[::-1])]
    found += [
        Marked("case", form.encode()) for case in CASES[::8] for form in (case, case.removeprefix("CASE-"))
    ]
    for person in [
        *PEOPLE[::8],
        SPOILT,
    ]:  # each form is searched in every byte: ten people tell as much as eighty
        found += [Marked("person", form) for form in forms_of_person(person)]
        person_key = hmac.digest(key, str(UUID(person)).encode(), "sha256")[:8]
        found += [Marked("key of a person", form) for form in forms_of_key(int.from_bytes(person_key))]
    cells = warehouse.execute(
        "select distinct cell_key from mart.counted where value between 1 and 40"
    ).fetchall()
    found += [Marked("cell key", str(cell_key).encode()) for (cell_key,) in cells[:200] if cell_key >= 2**48]
    return found


def leaks(content: bytes, marked: list[Marked]) -> set[str]:
    """The names of what is found in some bytes."""
    return {one.name for one in marked if one.form in content}


def test_the_search_finds_each_form(marked: list[Marked]) -> None:
    assert {one.name for one in marked} == {
        "organisation",
        "rounding key",
        "case",
        "person",
        "key of a person",
        "cell key",
    }
    for one in marked:
        assert one.name in leaks(b"before" + one.form + b"after", marked)
    assert leaks(b"0123456789abcdef" * 100, marked) == set()


def test_the_warehouse_holds_them_in_every_table_that_can(
    building: Building, warehouse: duckdb.DuckDBPyConnection
) -> None:
    """Otherwise the other tests would search for what nobody put there."""
    tables = warehouse.execute(
        "select distinct schema_name || '.' || table_name from duckdb_columns() "
        "where database_name = 'warehouse' and schema_name in ('raw', 'core') and list_contains($columns, column_name)",
        {"columns": sorted(PRIVATE_COLUMNS)},
    ).fetchall()
    names = {name for (name,) in tables} - {"raw.forgotten"}  # fills only when somebody is erased
    assert len(names) >= 16
    for name in sorted(names):
        told = warehouse.execute(f"select * from {name}").fetchall()
        text = repr(told).encode()
        assert any(str(UUID(person)).encode() in text for person in PEOPLE), name
    content = (building.home / "warehouse.duckdb").read_bytes()
    assert any(form in content for person in PEOPLE for form in forms_of_person(person))


def test_figures_were_made_of_them(building: Building) -> None:
    with duckdb.connect(str(release_of(building)), read_only=True) as release:
        [(cells,)] = release.execute(
            "select count(*) from cell where value > 0 and flags like '%rounded%'"
        ).fetchall()
        assert cells > 100


def release_of(building: Building) -> Path:
    [file] = (building.home / "releases").glob("*.duckdb")
    return file


def test_no_byte_of_them_is_in_what_is_published(building: Building, marked: list[Marked]) -> None:
    files = [file for file in (building.home / "releases").rglob("*") if file.is_file()]
    assert len(files) == 2
    for file in files:
        assert leaks(file.read_bytes(), marked) == set(), file.name


def test_nor_when_it_is_unpacked(building: Building, marked: list[Marked]) -> None:
    """DuckDB packs texts and numbers: what the tables say is searched too."""
    with duckdb.connect(str(release_of(building)), read_only=True) as release:
        tables = [name for (name,) in release.execute("select table_name from duckdb_tables()").fetchall()]
        assert "cell" in tables
        for table in tables:
            columns = [name for name, *_ in release.execute(f"describe {table}").fetchall()]
            for column in columns:
                told = release.execute(f'select distinct cast("{column}" as varchar) from {table}').fetchall()
                text = "\n".join(value for (value,) in told if value is not None)
                assert leaks(text.encode(), marked) == set(), (table, column)


def test_no_command_says_them(building: Building, marked: list[Marked]) -> None:
    for name, said in building.said.items():
        assert said.strip(), name
        assert leaks(said, marked) == set(), name


def test_nothing_is_left_beside_the_warehouse(building: Building) -> None:
    """What DuckDB spills while it counts is private, and gone afterwards."""
    temporary = building.home / "temporary"
    assert temporary.stat().st_mode & 0o777 == 0o700
    assert list(temporary.iterdir()) == []
    for file in building.home.rglob("*"):
        assert file.stat().st_mode & 0o077 == 0, file


@pytest.fixture
def client(building: Building, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A browser without a screen; the release that other tests look at is put back afterwards."""
    monkeypatch.setattr("dashboard.data._serving", [])
    return create_app(building.home / "releases").server.test_client()


def addresses(client: FlaskClient) -> Iterator[str]:
    """Pages as documents and as what the browser fetches, the API in every format, and what cannot be found."""
    pages = re.findall(r"<loc>[^<]*?//[^/<]*(/[^<]*)</loc>", client.get("/sitemap.xml").text)
    wanted = [
        page for page in pages if not re.search(r"/area/", page) or page.endswith(("/DK", "/101", "/147"))
    ]
    assert len(wanted) > 30
    yield from wanted
    yield from (f"{PAGE_ADDRESS}?address={page}" for page in wanted)
    yield from (
        "/sitemap.xml",
        "/api/v1/indicators",
        "/api/v1/certificate",
        "/api/v1/releases",
        "/no/such/page",
        "/en/area/none",
        "/api/v1/none",
    )
    for indicator in ("recipients", "benefit_entries", "open_cases_with_plan"):
        data = f"/api/v1/indicators/{indicator}/data"
        yield f"/api/v1/indicators/{indicator}"
        yield from (f"{data}?format={form}&REF_AREA=101" for form in ("json", "csv", "xlsx", "none"))
        yield from (
            f"{data}?REF_AREA=none",
            f"{data}?startPeriod=x",
            f"/en/compare?indicator={indicator}&view=table",
        )
    for measure in ("benefit_days", "open_cases", "none"):
        yield f"/api/v1/measures/{measure}.sql"


def test_no_answer_tells_them(
    client: FlaskClient, marked: list[Marked], caplog: pytest.LogCaptureFixture
) -> None:
    statuses = set()
    with caplog.at_level(logging.DEBUG):
        for address in addresses(client):
            answer = client.get(address)
            statuses.add(answer.status_code)
            assert leaks(unpacked(answer), marked) == set(), address
            assert leaks(str(answer.headers).encode(), marked) == set(), address
    assert {200, 400, 404} <= statuses
    assert max(statuses) < 500
    assert leaks(caplog.text.encode(), marked) == set()


def unpacked(answer: Any) -> bytes:
    content: bytes = answer.get_data()
    return gzip.decompress(content) if answer.headers.get("Content-Encoding") == "gzip" else content
