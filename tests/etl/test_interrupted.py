"""A load that is killed, meets a full disk or another load: nothing is half-loaded, and the next run is right."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from tests.repository.tree import ROOT
from tests.support.loading import load_unchecked, user_error
from tests.support.records import write_records

pytestmark = pytest.mark.slow  # processes

EARLIER = {
    "benefit_spells": """
        person | scheme            | start_on   | last_day   | degree
        1      | social_assistance | 2024-01-01 | 2024-01-31 | 100
        """
}
LATER = {
    "benefit_spells": """
        person | scheme            | start_on   | last_day   | degree
        1      | social_assistance | 2024-03-01 | 2024-03-31 | 100
        2      | sickness_benefit  | 2024-01-01 |            | 50
        3      | magic             | 2024-01-01 |            | 50
        """,
    "person_states": """
        person | valid_from | area | birth_year | sex
        1      | 2020-01-01 | 101  | 1980       | female
        """,
    "case_events": """
        case_id | person | kind | happened_on | exempt
        C1      | 1      | plan | 2024-03-09  | false
        """,
    "cases": """
        case_id | person | opened_on
        C1      | 1      | 2024-03-01
        """,
}

# Kills itself, as a machine that loses its power would, when it is about to run a certain SQL file for the nth time.
KILLED = """
import os, signal, sys
from pathlib import Path
from tests.support.loading import load_unchecked
import warehouse.connection

home, deliveries, file, times = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
read_text = Path.read_text

def read_or_die(path, *arguments, **named):
    global times
    times -= path.name == file
    if times == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_text(path, *arguments, **named)

Path.read_text = read_or_die
load_unchecked(home, deliveries)
"""

MOMENTS = {
    "reading the first file": ("delivered_lines.sql", 1),
    "understanding the second": ("tidy.sql", 2),
    "judging": ("reconciliation.sql", 4),
    "looking up earlier cases": ("known_earlier.sql", 1),
    "writing the country": ("forget_country.sql", 1),
    "keeping the first delivery": ("keep_delivery.sql", 1),
    "between two sources": ("kept.sql", 3),
    "joining covers": ("coverage.sql", 1),
    "telling the core": ("benefit_piece.sql", 1),
    "the end of the core": ("case_event.sql", 1),
    "after it was written": ("loose_end.sql", 1),
}


Tables = dict[str, list[tuple[object, ...]]]


def everything(home: Path) -> Tables:
    """Every table of a home."""
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        tables = connection.execute(
            "select schema_name || '.' || table_name from duckdb_tables() order by all"
        )
        return {
            name: connection.execute(f"from {name} order by all").fetchall() for (name,) in tables.fetchall()
        }


def run_killed(home: Path, deliveries: Path, file: str, times: int) -> int:
    command = [sys.executable, "-c", KILLED, str(home), str(deliveries), file, str(times)]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode


class Loads(NamedTuple):
    """A home with the earlier deliveries, the folder with the later ones, and what there is before and after these."""

    home: Path
    later: Path
    before: Tables
    after: Tables
    only_later: Tables


@pytest.fixture(scope="module")
def loads(tmp_path_factory: pytest.TempPathFactory) -> Loads:
    """Loads that nothing interrupts."""
    folder = tmp_path_factory.mktemp("loads")
    later = write_records(folder / "later", **LATER)
    load_unchecked(folder / "home", write_records(folder / "earlier", **EARLIER))
    shutil.copytree(folder / "home", folder / "whole")
    for home in ("whole", "fresh"):
        load_unchecked(folder / home, later)
    before, after, only_later = (everything(folder / home) for home in ("home", "whole", "fresh"))
    return Loads(folder / "home", later, before, after, only_later)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_load_leaves_the_warehouse_as_it_was_and_the_next_is_right(loads, tmp_path, moment):
    home = shutil.copytree(loads.home, tmp_path / "home")
    assert run_killed(home, loads.later, *MOMENTS[moment]) == -9
    assert everything(home) == (loads.after if moment == "after it was written" else loads.before)
    load_unchecked(home, loads.later)
    assert everything(home) == loads.after
    assert list((home / "temporary").iterdir()) == []


@pytest.mark.parametrize(
    "moment", ["reading the first file", "keeping the first delivery", "telling the core"]
)
def test_a_killed_first_load_is_made_up_for(loads, tmp_path, moment):
    assert run_killed(tmp_path / "home", loads.later, *MOMENTS[moment]) == -9
    load_unchecked(tmp_path / "home", loads.later)
    assert everything(tmp_path / "home") == loads.only_later


HOLD = """
import sys
from pathlib import Path
from etl.workplace import workplace
from warehouse.homes import open_home

home = Path(sys.argv[1])
with workplace(home) if sys.argv[2] == "loading" else open_home(home).warehouse():
    print("inside", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_command(home: Path, what: str) -> Iterator[None]:
    """Another process that loads into the home, or has its warehouse open, until the block ends."""
    command = [sys.executable, "-c", HOLD, str(home), what]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "inside\n"
        yield
        other.stdin.close()


@pytest.mark.parametrize("what", ["loading", "computing"])
def test_a_load_while_another_command_runs_is_told_to_wait(loads, tmp_path, what):
    home = shutil.copytree(loads.home, tmp_path / "home")
    with another_command(home, what):
        message = user_error(home, loads.later)
    assert "is in use by another openindsats command; try again when it is done." in message
    assert everything(home) == loads.before


# Runs in a namespace of its own, where it may mount a disk of a few pages that is gone with it.
SMALL_DISK = 'mount -t tmpfs -o size="$2" tmpfs "$1" && cp -r "$3"/. "$1" && shift 3 && exec "$@"'
LOAD = """
import shutil, sys
from pathlib import Path
from tests.support.loading import load_unchecked
from warehouse.errors import UserError

disk, deliveries, out = map(Path, sys.argv[1:])
try:
    load_unchecked(disk / "home", deliveries)
    print("loaded")
except UserError as error:
    print(error)
shutil.copytree(disk / "home", out)
"""


def load_on_small_disk(folder: Path, kilobytes: int, held: Path, deliveries: Path) -> tuple[str, Path]:
    """What a load says whose home lies on a disk of that size, and a copy of the home as it is then."""
    disk, out = folder / f"disk{kilobytes}", folder / f"out{kilobytes}"
    disk.mkdir()
    shell = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, "sh"]
    work = [
        str(disk),
        f"{kilobytes}k",
        str(held),
        sys.executable,
        "-c",
        LOAD,
        str(disk),
        str(deliveries),
        str(out),
    ]
    done = subprocess.run([*shell, *work], cwd=ROOT, check=False, capture_output=True, text=True)
    if "mount" in done.stderr or "unshare" in done.stderr:
        pytest.skip("this machine lets no test mount a small disk")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip(), out


def test_a_full_disk_leaves_the_warehouse_as_it_was(loads, tmp_path):
    held = loads.home.parent / "held"
    shutil.copytree(loads.home, held / "home")
    size = (held / "home" / "warehouse.duckdb").stat().st_size // 1024
    told = []
    for more in (100, 2_000, 5_000, 40_000):
        message, home = load_on_small_disk(tmp_path, size + more, held, loads.later)
        told.append(message)
        if message != "loaded":
            assert message.startswith("There is no room left on the disk of ")
            assert everything(home) == loads.before
            load_unchecked(home, loads.later)
        assert everything(home) == loads.after
    assert told[-1] == "loaded"
    assert told[0] != "loaded"
