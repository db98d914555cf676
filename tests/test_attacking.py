"""A release is attacked again by whoever has its file alone."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import duckdb
import pytest
from rich.console import Console

from attacking import tell
from indicators.disclosure.again import Again, attack_again
from indicators.disclosure.attack import Exposure
from indicators.disclosure.attack.sample import CELLS, Sample
from openindsats import main
from tests.support.homes import MINIATURES, build_home
from warehouse.releases import PORTAL_FORMAT, current_release

pytestmark = pytest.mark.slow  # makes a home

LAST_LINE = re.compile(
    r"exposed: [\d,]+ exactly, [\d,]+ to two values, [\d,]+ \([\d.]+ %\) to three of [\d,]+"
)


@pytest.fixture
def copied(attacked_release: Path, tmp_path: Path) -> Path:
    """A copy of the published file, without anything of the home beside it."""
    return shutil.copy(attacked_release, tmp_path / "downloaded.duckdb")


@contextmanager
def changed(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(file)) as connection:
        yield connection


def attacked(capsys: pytest.CaptureFixture[str], *arguments: Any) -> tuple[int, list[str], str]:
    """Exit code, the lines of what was printed, and what was said of a mistake."""
    code = main(["attack", *map(str, arguments)])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out.splitlines(), said.err


def test_a_stranger_finds_what_the_certificate_says(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = attacked(capsys, copied)
    assert code == 0, lines
    assert LAST_LINE.fullmatch(lines[-1])
    assert lines[-1].startswith("exposed: 0 exactly, 0 to two values, ")
    assert "The certificate in the release says the same." in lines
    assert sum(line.strip().startswith("benefit_") for line in lines) == 2
    found = attack_again(copied)
    assert found.total.small > 100
    assert found.differing == ()


def test_names_stay_whole_in_a_pipe() -> None:
    name = "open_cases_with_plan persons within open_cases"
    release: Any = SimpleNamespace(release="one", withdrawn_splits=(), attacked_figures=(), certificate={})
    pipe = StringIO()
    tell(Again(release, {name: Exposure(22_000_000, 21_000_000)}, Sample()), Console(file=pipe, width=80))
    assert f"{name}   22,000,000 " in pipe.getvalue()


def test_a_release_of_a_home_is_named_or_is_the_current_one(
    attacked_release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = attacked_release.parent.parent
    name = current_release(attacked_release.parent).release
    told = [attacked(capsys, *words, "--home", home)[:2] for words in ((), (name,), (attacked_release,))]
    assert told[0][0] == 0
    assert told[1] == told[0] == told[2]
    code, _, message = attacked(capsys, "2024-01-01-00000000", "--home", home)
    assert code == 2
    assert name in message


def test_one_true_number_is_found(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with changed(copied) as connection:
        rows = connection.execute(
            "update cell set value = 3 where rowid = (select min(rowid) from cell where indicator = 'recipients' "
            "and value = 5 and breakdown = 'age' and flags like '%rounded%') returning value"
        ).fetchall()
    assert len(rows) == 1
    code, lines, _ = attacked(capsys, copied)
    assert code == 1
    assert LAST_LINE.fullmatch(lines[-1])
    assert attack_again(copied).exposes


def test_a_certificate_that_says_something_else_is_told(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with changed(copied) as connection:
        connection.execute(
            "update attacked_figure set small = small - 1 where figure = 'benefit_days persons'"
        )
    code, lines, _ = attacked(capsys, copied)
    assert code == 1
    assert "The certificate in the release says otherwise of: benefit_days persons" in lines


def test_a_stranger_checks_the_same_sample(
    attacked_release: Path, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = attack_again(attacked_release)
    assert again.sample.checked == CELLS
    assert again.sample.facts.items() <= again.portal.certificate.items()
    with changed(copied) as connection:
        connection.execute("update certificate set value = '0' where key = 'sample_checked'")
    code, lines, _ = attacked(capsys, copied)
    assert code == 1
    assert "The certificate in the release says otherwise of: the sample" in lines
    assert any(line.startswith(f"Checked by integer programming: {CELLS} cells, of which") for line in lines)


def test_a_sample_can_expose_too() -> None:
    exposing = [Sample(16, 1, exactly=1), Sample(16, 1, to_two=1), Sample(16, impossible=1)]
    found = {"entries": Exposure(100, 20, to_three=1)}
    assert all(Again(None, found, one).exposes for one in exposing)
    assert not Again(None, found, Sample(16, 2, to_three=2)).exposes


def test_the_certificate_tells_nothing_that_only_the_true_numbers_tell(copied: Path) -> None:
    assert attack_again(copied).portal.certificate.keys() == {
        "largest_small",
        "rounds",
        *Sample().facts,
        "seconds",
        "to_three_at_most",
    }


def test_what_was_withdrawn_is_counted_by_figure(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with changed(copied) as connection:
        for area in "AB":
            row = ["benefit_days persons", area, "sex", 1, 2]
            connection.execute("insert into withdrawn_split values (?, ?, ?, ?, ?)", row)
    _, lines, _ = attacked(capsys, copied)
    assert "Withdrawn before it was published: 2 splits" in lines
    assert "  benefit_days persons: 2" in lines


def test_figures_that_are_held_are_left_out_and_said_to_be(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with changed(copied) as connection:
        connection.execute("update cell set flags = 'held' where indicator = 'recipients' and area = 'A'")
        [(held,)] = connection.execute("select count(*) from cell where flags = 'held'").fetchall()
    _, lines, _ = attacked(capsys, copied)
    assert f"Left out, since an earlier release told of them: {held:,} figures" in lines


@pytest.mark.parametrize("share", [0.0, 0.001, 0.2, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_told(copied: Path, share: float, capsys: pytest.CaptureFixture[str]) -> None:
    content = copied.read_bytes()
    copied.write_bytes(content[: int(len(content) * share)])
    code, _, message = attacked(capsys, copied)
    assert code == 2
    assert copied.name in message


def test_a_damaged_block_is_told(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where exactly it is damaged is chance: it is refused, or it did not matter."""
    content = bytearray(copied.read_bytes())
    for place in range(3 * 4096 + 100, len(content), 50_000):
        content[place] ^= 0xFF
    copied.write_bytes(content)
    code, _, message = attacked(capsys, copied)
    assert code == 2
    assert copied.name in message


def test_another_format_is_told(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with changed(copied) as connection:
        connection.execute("update meta set value = '4' where key = 'format'")
    code, _, message = attacked(capsys, copied)
    assert code == 2
    assert "format 4" in message
    assert f"reads format {PORTAL_FORMAT}" in message


def test_what_is_no_release_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, database = tmp_path / "a.txt", tmp_path / "b.duckdb"
    text.write_text("area,persons\n", encoding="utf-8")
    with changed(database) as connection:
        connection.execute("create table cell (value integer)")
    for file in (text, database, tmp_path / "gone.duckdb", tmp_path):
        code, _, message = attacked(capsys, file)
        assert code == 2
        assert file.name in message


def test_figures_of_other_offices_expose_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = build_home(tmp_path / "no", "no", MINIATURES / "no")
    code, lines, _ = attacked(capsys, "--home", home)
    assert code == 0
    assert lines[-1].endswith("nothing in it is counted from records of persons.")
