"""The figure before protection is told in private alone: never in the public part, and never with a person in it."""

import json
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

import openindsats
from explaining import as_json, told
from indicators.asking import find_cell
from indicators.compute import compute
from indicators.explanation import Explanation, explain
from indicators.publish import publish
from indicators.unprotected import Counting, read_unprotected
from tests.support.loading import load_unchecked
from tests.support.marked_persons import CASES, PEOPLE, deliver, forms_of_person
from warehouse.errors import UserError
from warehouse.homes import Home, open_home
from warehouse.reading import Portal
from warehouse.releases import current_release

pytestmark = pytest.mark.slow  # counts a home of its own

CELL = ("recipients", "101", "2025-Q1")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Eighty people in two towns, half of them in each, all on a benefit from the first quarter of 2025 on."""
    folder = tmp_path_factory.mktemp("marked")
    load_unchecked(folder / "home", deliver(folder / "deliveries"))
    home = open_home(folder / "home")
    compute(home, lambda _: None)
    publish(home, lambda _: None)
    return home


@pytest.fixture
def copied(home: Home, tmp_path: Path) -> Home:
    """The same home, to be changed."""
    shutil.copytree(home.path, tmp_path / "home")
    return open_home(tmp_path / "home")


def portal_of(home: Home) -> Portal:
    return Portal(current_release(home.releases).file)


def explained(home: Home, *cell: str) -> Explanation:
    portal = portal_of(home)
    return explain(portal, find_cell(portal, *(cell or CELL)))


def behind(home: Home, *cell: str) -> tuple[Counting, ...]:
    return read_unprotected(home, portal_of(home), explained(home, *cell))


def printed(home: Home, counted: tuple[Counting, ...] | None) -> str:
    page = StringIO()
    Console(file=page, width=120).print(told(portal_of(home).country, explained(home), counted))
    return page.getvalue()


def both(home: Home, counted: tuple[Counting, ...] | None) -> Iterator[str]:
    """The explanation as it is printed, and as it is written for programs."""
    yield printed(home, counted)
    yield as_json(portal_of(home).country, explained(home), counted)


def test_it_is_what_was_counted(home: Home) -> None:
    [one] = behind(home)
    assert (one.figure, one.value, one.contributors) == ("benefit_days persons", 40, 40)
    assert (one.rows, one.persons) == (80, 80)
    assert [table for table, _ in one.tables] == ["benefit_piece", "person_state"]
    assert dict(one.tables)["benefit_piece"] == 80


def test_rows_are_those_of_the_window(home: Home) -> None:
    """The first spells begin on 31 January, two on every day after it."""
    [one] = behind(home, "recipients", "101", "2025-01")
    assert (one.value, one.contributors, one.rows, one.persons) == (1, 1, 2, 2)


def test_of_a_ratio_both_parts_are_told(home: Home) -> None:
    above, below = behind(home, "open_cases_with_plan", "101", "2025-03")
    assert above.figure == "open_cases_with_plan persons within open_cases"
    assert below.figure == "open_cases persons"
    assert above.value == below.value == 40


def test_the_public_part_holds_nothing_of_it(home: Home) -> None:
    [one] = behind(home)
    public = json.loads(as_json(portal_of(home).country, explained(home), None))
    assert "confidential" not in public
    assert "Left out" in printed(home, None)
    for public, private in zip(both(home, None), both(home, (one,)), strict=True):
        assert "Confidential" in private
        assert "Confidential" not in public
        assert one.figure not in public


@pytest.mark.parametrize("private", [False, True])
def test_no_person_case_or_key_is_told(home: Home, private: bool) -> None:
    with home.warehouse() as warehouse:
        keys = {
            str(key) for (key,) in warehouse.execute("select distinct cell_key from mart.counted").fetchall()
        }
    secrets = {key for key in keys if len(key) > 10} | {(home.path / "rounding.key").read_text().strip()}
    secrets |= {*CASES, *(form.decode() for one in PEOPLE for form in forms_of_person(one)[:5])}
    for text in both(home, behind(home) if private else None):
        assert {secret for secret in secrets if secret in text} == set()


def test_releases_alone_explain_the_public_part(copied: Home) -> None:
    everything = printed(copied, None)
    (copied.path / "warehouse.duckdb").unlink()
    (copied.path / "rounding.key").unlink()
    assert printed(copied, None) == everything
    with pytest.raises(UserError, match="holds releases alone"):
        behind(copied)
    assert not (copied.path / "warehouse.duckdb").exists()


@pytest.mark.parametrize(
    "change",
    [
        "delete from raw.delivery where source = 'placements'",
        "update mart.cell set value = value + 5 where indicator = 'recipients' and status = 'value'",
        "delete from mart.cell",
    ],
)
def test_a_warehouse_that_moved_on_is_not_taken_for_the_releases(copied: Home, change: str) -> None:
    with copied.warehouse() as warehouse:
        warehouse.execute(change)
    with pytest.raises(UserError, match="has moved on since release"):
        behind(copied)


def test_what_is_written_in_private_is_its_owners_alone(home: Home, tmp_path: Path) -> None:
    indicator, area, period = CELL
    command = ["explain", indicator, "--area", area, "--period", period, "--home", str(home.path)]
    assert openindsats.main([*command, "--json", str(tmp_path / "public.json")]) == 0
    (tmp_path / "private.json").write_text("an earlier one that all could read")
    (tmp_path / "private.json").chmod(0o644)
    assert openindsats.main([*command, "--private", "--json", str(tmp_path / "private.json")]) == 0
    assert (tmp_path / "private.json").stat().st_mode & 0o077 == 0
    private = json.loads((tmp_path / "private.json").read_text(encoding="utf-8"))
    assert private.pop("confidential")["before_protection"][0]["value"] == 40
    assert private == json.loads((tmp_path / "public.json").read_text(encoding="utf-8"))
