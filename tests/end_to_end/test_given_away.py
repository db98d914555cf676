"""Hidden figures that totals give away: told by number on the page of the data, and gone under `--protect`.

An invented table has the flaw: of one county all municipalities are told, the smallest hidden, their total beside them.
"""

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

import openindsats
from dashboard.app import create_app
from tests.support.homes import COUNTRIES
from tests.support.independent_files import Country
from tests.support.loading import load_unchecked
from tests.support.workbooks import BLOCKS as MINIATURE_BLOCKS
from tests.support.workbooks import MONTHS, Line, Variant, write_hl060
from warehouse.reading import DeliveredAudit, Portal
from warehouse.releases import current_release

pytestmark = pytest.mark.slow

LEAST_SHOWN = 4
COUNTY = "Rogaland"


def _steady(persons: int) -> Line:
    return Line((persons,) * len(MONTHS), 50 * persons + 300)


def _county() -> Iterator[tuple[str, Line]]:
    """All municipalities of the county: the smallest two have 0 to 3 unemployed, and sometimes more."""
    for row in Country(COUNTRIES / "no").rows:
        if row["level"] == "municipality" and row["code"].startswith("11"):
            yield f"{row['code']} {row['name_local']}", _steady(20 + int(row["code"]) % 90)
    yield "1144 Kvitsøy", Line((5, 2, 0, 3, 1, 4, 3, 2, 0, 6), 290)
    yield "1151 Utsira", Line((2, 1, 0, 3, 0, 3, 2, 1, 7, 5), 110)


BLOCKS = {**MINIATURE_BLOCKS, COUNTY: dict(_county())}


@pytest.fixture(scope="module")
def flawed_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the table with the flaw."""
    folder = tmp_path_factory.mktemp("flawed")
    deliveries = folder / "in"
    deliveries.mkdir()
    (deliveries / "manifest.yml").write_text("kind: synthetic\nas_of: 2022-10-31\n", encoding="utf-8")
    write_hl060(deliveries / "hl060.xlsx", Variant(blocks=BLOCKS))
    load_unchecked(folder / "home", deliveries, "no")
    run(folder / "home", "compute")
    run(folder / "home", "publish")
    return folder / "home"


def run(home: Path, *arguments: str) -> None:
    assert openindsats.main([*arguments, "--home", str(home)]) == 0


def by_hand() -> dict[str, int]:
    """Of the hidden figures of municipalities, how many there are, and how many are told exactly and to two values.

    In no month more than two are hidden, each from 0 to 3. One alone is what the others leave; two are both 0 or both
    3 where they are 0 or 6 together, and known to two values where they are 1 or 5.
    """
    hidden = exact = two = 0
    for month in range(len(MONTHS)):
        persons = [line.persons[month] for members in BLOCKS.values() for line in members.values()]
        small = [number for number in persons if number < LEAST_SHOWN]
        assert len(small) <= 2
        hidden += len(small)
        exact += len(small) if len(small) == 1 or sum(small) in {0, 6} else 0
        two += len(small) if len(small) == 2 and sum(small) in {1, 5} else 0
    return {"hidden": hidden, "exact": exact, "two_values": two}


def unemployed(home: Path) -> DeliveredAudit:
    audits = Portal(current_release(home / "releases").file).delivered_audits
    return next(one for one in audits if one.measure == "registered_unemployed")


def about(home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the page of the data says."""
    monkeypatch.setattr("dashboard.data._serving", [])
    page = create_app(home / "releases").server.test_client().get("/en/about").get_data(as_text=True)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_the_flaw_is_found_and_told_by_number(flawed_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, counted = unemployed(flawed_home), by_hand()
    assert {key: getattr(found, key) for key in counted} == counted
    assert counted == {"hidden": 15, "exact": 7, "two_values": 4}
    said = about(flawed_home, monkeypatch)
    told = f"{counted['exact']} of {counted['hidden']} hidden figures can be worked out exactly"
    assert f"Registered unemployed: {told}." in said


def test_protected_nothing_is_given_away_until_protection_is_given_up(
    flawed_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    shutil.copytree(flawed_home, home)

    run(home, "compute", "--protect")
    assert re.search(r"Withheld \d+ delivered figures", capsys.readouterr().out)
    run(home, "publish")
    protected = unemployed(home)
    assert protected.hidden == by_hand()["hidden"]
    assert protected.withheld > 0
    assert (protected.exact, protected.two_values) == (0, 0)
    none = f"none of {protected.hidden + protected.withheld} hidden figures can be worked out exactly"
    assert f"Registered unemployed: {none}." in about(home, monkeypatch)

    run(home, "compute")
    run(home, "publish")
    assert unemployed(home) == protected
    run(home, "compute", "--no-protect")
    run(home, "publish")
    assert unemployed(home) == unemployed(flawed_home)


def test_build_and_nightly_protect_as_they_are_told(
    flawed_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    shutil.copytree(flawed_home, home)
    night = [
        "nightly",
        "--deliveries",
        str(flawed_home.parent / "in"),
        "--country",
        "no",
        "--home",
        str(home),
    ]
    lines = []
    for more in ([], ["--protect"], [], ["--no-protect"], []):
        assert openindsats.main([*night, *more]) == 0
        lines.append(capsys.readouterr().out)
    assert [("withheld" in line, "nothing new" in line) for line in lines] == [
        (False, True),
        (True, False),
        (False, True),
        (False, False),
        (False, True),
    ]
