"""The official files of two statistics offices, from delivery to release, against totals that they publish."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from etl.run import load
from indicators.calendar import make_calendar
from indicators.catalogue import read_catalogue
from indicators.compute import compute
from indicators.core import read_country
from indicators.disclosure.audit.delivered import read_hiding, read_tables
from indicators.disclosure.audit.intervals import audit
from indicators.publish import publish
from tests.repository.tree import ROOT
from tests.support.oracle import Oracle, told
from tests.support.worlds import cells_in, world_in
from warehouse.homes import Home, open_home
from warehouse.periods import Period, parse_period
from warehouse.reading import Portal

DELIVERIES = ROOT.parent / "shared" / "data" / "published"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DELIVERIES.is_dir(), reason="the official files are not beside the checkout"),
]


def quiet(_: str) -> None:
    """Nobody is told."""


def computed_home(folder: Path, country: str, deliveries: str) -> Home:
    load(DELIVERIES / deliveries, country, folder, quiet)
    home = open_home(folder)
    compute(home, quiet)
    return home


@pytest.fixture(scope="module")
def denmark(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return computed_home(tmp_path_factory.mktemp("dk") / "home", "dk", "dst_denmark")


@pytest.fixture(scope="module")
def norway(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return computed_home(tmp_path_factory.mktemp("no") / "home", "no", "nav_norway")


@pytest.fixture(scope="module")
def danish_portal(denmark: Home) -> Portal:
    return Portal(publish(denmark, quiet)[0].file)


@pytest.fixture(scope="module")
def norwegian_portal(norway: Home) -> Portal:
    return Portal(publish(norway, quiet)[0].file)


@pytest.fixture(scope="module")
def given_away() -> set[tuple[str, str]]:
    """Month and municipality of the hidden figures that NAV's own totals give away, as found by others."""
    with (DELIVERIES / "nav_norway" / "hl060_2022_disclosure_audit.csv").open(encoding="utf-8") as file:
        return {(f"2022-{int(row['month']):02d}", row["kommunenr"]) for row in csv.DictReader(file)}


def worked_out(home: Home) -> set[tuple[str, str]]:
    """The same, as the audit finds them."""
    found = set()
    with home.warehouse() as connection:
        make_calendar(connection)
        for hiding in read_hiding(connection):
            tables = read_tables(connection, read_country(connection), hiding)
            for (_, period), table in tables.items():
                told = [cell for cell, one in audit(table).items() if one and one.width == 1]
                areas = "select area from audited_cell where period = ? and list_contains(?, cell)"
                found |= {(period, area) for (area,) in connection.execute(areas, [period, told]).fetchall()}
    return found


def test_the_audit_finds_the_figures_that_norwegian_totals_give_away_and_no_others(
    norway: Home, norwegian_portal: Portal, given_away: set[tuple[str, str]]
) -> None:
    assert len(given_away) == 30
    assert worked_out(norway) == given_away
    told = {one.measure: (one.hidden, one.exact) for one in norwegian_portal.delivered_audits}
    assert told["registered_unemployed"] == (144, 30)


def test_protected_the_norwegian_table_gives_none_away(tmp_path: Path) -> None:
    home = computed_home(tmp_path / "home", "no", "nav_norway")
    compute(home, quiet, protect=True)
    assert worked_out(home) == set()
    told = {one.measure: one for one in Portal(publish(home, quiet)[0].file).delivered_audits}
    unemployed = told["registered_unemployed"]
    assert (unemployed.hidden, unemployed.exact, unemployed.two_values) == (144, 0, 0)
    assert unemployed.withheld == 32  # one in each county and month that gives any away


def value(portal: Portal, indicator: str, period: Period, area: str) -> Decimal | None:
    [cell] = portal.cells(indicator, period, period, [area])
    return cell.value


@pytest.mark.parametrize(
    ("quarter", "recipients"),
    [("2007-Q1", 19_206), ("2012-Q1", 20_385), ("2017-Q1", 23_159), ("2021-Q1", 17_732), ("2025-Q4", 9_168)],
)
def test_danish_recipients_are_as_published(danish_portal: Portal, quarter: str, recipients: int) -> None:
    assert value(danish_portal, "social_assistance_recipients", parse_period(quarter), "DK") == recipients


def test_a_danish_rate_comes_from_its_parts(danish_portal: Portal) -> None:
    quarter = parse_period("2025-Q4")
    months = [Period("month", month) for month in quarter.months]
    people = sum(value(danish_portal, "population", month, "DK") or 0 for month in months) / 3
    assert round(1000 * 9_168 / people, 2) == value(
        danish_portal, "social_assistance_per_1000", quarter, "DK"
    )


@pytest.mark.parametrize(("month", "unemployed"), [("2022-01", 74_143), ("2022-10", 45_406)])
def test_norwegian_totals_are_as_published(norwegian_portal: Portal, month: str, unemployed: int) -> None:
    period = parse_period(month)
    assert value(norwegian_portal, "registered_unemployed", period, "NO") == unemployed
    counties = [area.code for area in norwegian_portal.country.areas_on(period.ends_on, "county")]
    elsewhere = ["NO-99", "NO-UNKNOWN"]
    parts = [
        value(norwegian_portal, "registered_unemployed", period, area) for area in [*counties, *elsewhere]
    ]
    assert sum(part or 0 for part in parts) == unemployed


@pytest.mark.parametrize(
    ("indicator", "hidden"), [("registered_unemployed", 144), ("registered_unemployed_rate", 154)]
)
def test_what_norway_hides_stays_hidden(norwegian_portal: Portal, indicator: str, hidden: int) -> None:
    first, last = parse_period("2022-01"), parse_period("2022-10")
    country = norwegian_portal.country
    delivered = {area.code for area in country.areas_on(last.ends_on, "municipality")} | {"2100"}
    cells = [cell for cell in norwegian_portal.cells(indicator, first, last) if cell.area in delivered]
    assert len(cells) == 3_570
    assert [cell.value for cell in cells if cell.status == "suppressed"] == [None] * hidden
    for cell in norwegian_portal.cells(indicator, first, last):
        if cell.status == "suppressed":  # nor does an area that came after tell what the one before it hides
            later = [one for one in country.successors(cell.area) if len(country.successors(cell.area)) == 1]
            assert [
                one.status
                for one in norwegian_portal.cells(indicator, first, last, later)
                if one.period == cell.period
            ] in (
                [],
                ["suppressed"],
            )


@pytest.fixture(params=["denmark", "norway"])
def home(request: pytest.FixtureRequest) -> Home:
    found: Home = request.getfixturevalue(request.param)
    return found


def test_every_official_cell_is_what_the_oracle_says(home: Home) -> None:
    with home.warehouse() as connection:
        world, computed = world_in(connection), cells_in(connection)
    oracle = Oracle(world)
    expected = {}
    for indicator in read_catalogue():
        if indicator.numerator and set(indicator.measures) <= world.measures.keys():
            expected |= oracle.cells(indicator)
    assert {key: told(cell) for key, cell in computed.items()} == expected
