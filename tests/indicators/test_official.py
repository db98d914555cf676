"""Official totals are held against what was counted; which do not fit is told in the house alone."""

import re
import shutil
from pathlib import Path

import pytest

from etl.source import read_sources
from indicators.catalogue import read_catalogue
from indicators.official import hold_totals, is_count
from indicators.publish import publish
from openindsats import main
from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_loading import PROTECTED, country_of
from tests.support.small_homes import FIRST_HALF, SmallHome, load_protected
from warehouse.errors import UserError
from warehouse.homes import Home, open_home
from warehouse.reading import Portal

HEADER = "indicator | period_kind | period | area | value | rounded_to | within"
FITTING = f"""
    {HEADER}
    recipients | month   | 2024-04 | XX | 61 |    | 1
    recipients | month   | 2024-05 | XX | 65 | 10 |
    recipients | month   | 2024-04 | A  | 36 | 1  |
    recipients | quarter | 2024-Q2 | XX | 60 | 1  |
    recipients | month   | 2024-04 | B  | 13 | 1  |
    recipients | month   | 2024-05 | B  | 12 | 1  |
    recipients | month   | 2023-05 | XX | 99 | 1  |
    """
"""Sixty people receive a benefit in April and in May, 36 of them in A and 12 in B. Of 2023 nothing is known."""


def delivered(home: SmallHome, totals: str) -> SmallHome:
    """The home with such totals, computed."""
    home.load(
        country_of(draw(), PROTECTED), FIRST_HALF.replace("synthetic", "official"), official_totals=totals
    )
    home.compute()
    return home


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with totals; not to be changed."""
    home = SmallHome(tmp_path_factory.mktemp("totals"))
    load_protected(home, "official")
    return delivered(home, FITTING).path


@pytest.fixture
def home(counted: Path, tmp_path: Path) -> SmallHome:
    """A copy of it to change."""
    return SmallHome(tmp_path, Path(shutil.copytree(counted, tmp_path / "home")))


def opened(home: SmallHome) -> Home:
    return open_home(home.path)


def test_the_contract_names_every_count_that_totals_can_be_held_against() -> None:
    [contract] = [one for one in read_sources() if one.name == "official_totals"]
    [column] = [one for one in contract.columns if one.name == "indicator"]
    assert sorted(column.codes) == sorted(one.id for one in read_catalogue() if is_count(one))


def test_a_total_fits_within_what_it_is_rounded_to(home: SmallHome) -> None:
    with opened(home).warehouse() as connection:
        totals = hold_totals(connection)
        assert (totals.delivered, len(totals.held), totals.off) == (7, 4, ())
        connection.execute("update core.official_total set total = 61 where within = 0.5 and area = 'XX'")
        [one] = hold_totals(connection).off
    assert (one.period, one.total, one.within, one.counted) == ("2024-Q2", 61, 0.5, 60)


def test_a_total_of_a_small_number_or_of_what_is_not_shown_is_not_held_against_it(home: SmallHome) -> None:
    with opened(home).warehouse() as connection:
        held = {(one.area, one.period) for one in hold_totals(connection).held}
        assert ("B", "2024-05") not in held
        connection.execute("update mart.cell set status = 'suppressed', value = null where area = 'A'")
        assert "A" not in {one.area for one in hold_totals(connection).held}


@pytest.mark.slow
def test_what_does_not_fit_is_held_back_and_not_told(home: SmallHome, capsys: pytest.CaptureFixture) -> None:
    file = publish(opened(home), lambda _: None)[0].file
    assert Portal(file).totals == (4, 4)
    delivered(home, f"{HEADER}\nrecipients | month | 2024-04 | XX | 62 | | 1")
    with pytest.raises(UserError) as refused:
        publish(opened(home), lambda _: None)
    first, told = str(refused.value).split("\n  ")
    assert told == (
        "1 of 3 official totals do not fit what was counted; openindsats totals lists them, for the house alone"
    )
    release, fresh = publish(opened(home), lambda _: None, None, first.split("--approve ")[1])
    assert (Portal(release.file).totals, fresh) == ((3, 2), True)
    assert main(["totals", "--home", str(home.path)]) == 0
    printed = capsys.readouterr().out
    assert printed.split("\n")[0] == "5 official totals, 3 of cells that are shown and large enough; 2 fit."
    assert re.search(r"XX .* 62 .* 1 .* 60", printed)
