"""What a release holds, what it is called, and what keeps it from being published."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from indicators.catalogue import indicator_from_json, read_catalogue
from indicators.compute import compute, is_computed
from indicators.core import read_country
from indicators.laws import check_laws
from indicators.publish import SQL, publish, write_draft, write_from_cells
from tests.support.worlds import World, compute_world, deliver, draw, empty_warehouse, load
from warehouse.connection import Connection
from warehouse.errors import UserError
from warehouse.homes import Home, make_home
from warehouse.periods import parse_period
from warehouse.reading import Portal
from warehouse.releases import current_release, list_releases

pytestmark = pytest.mark.slow  # nearly every test makes a home and a release

PLACES = """
    code | level        | first      | last
    XX   | country      |            |
    A    | municipality |            | 2024-03-31
    B    | municipality |            |
    A2   | municipality | 2024-04-01 |
"""
FIGURES = """
    measure                      | area | period  | value
    social_assistance_recipients | A    | 2024-Q1 | 4
    social_assistance_recipients | B    | 2024-Q1 | hidden
    population                   | A    | 2024-01 | 1000
    population                   | A    | 2024-02 | 1000
    population                   | A    | 2024-03 | 1000
    population                   | B    | 2024-01 | 50
    population                   | B    | 2024-02 | hidden
"""
WORLD = draw(PLACES, FIGURES)
QUARTER = parse_period("2024-Q1")


def quiet(_: str) -> None:
    """Nobody is told."""


def home_of(folder: Path, world: World = WORLD) -> Home:
    home = make_home(folder, "xx", "official")
    with home.warehouse() as connection:
        load(connection, world)
        deliver(connection, date(2024, 5, 31))
    compute(home, quiet)
    return home


def test_a_release_holds_what_the_site_reads(tmp_path: Path) -> None:
    release, fresh = publish(home_of(tmp_path), quiet)
    portal = Portal(release.file)
    assert fresh
    assert (portal.release, portal.as_of, portal.synthetic) == (release.release, date(2024, 5, 31), False)
    names = [indicator_from_json(text).id for text in portal.definitions]
    assert names == ["social_assistance_per_1000", "social_assistance_recipients", "population"]
    assert sorted(portal.measures) == ["population", "social_assistance_recipients"]
    cells = portal.cells("social_assistance_per_1000", QUARTER, QUARTER)
    assert [(cell.area, cell.value, cell.status) for cell in cells] == [
        ("A", 4, "value"),
        ("B", None, "suppressed"),
        ("XX", None, "not_available"),
    ]
    assert [(one.source, one.rows_delivered) for one in portal.deliveries] == [("drawn", 3)]
    assert [tuple(count) for count in portal.quarantine] == [("delivery", "is a number", 1)]


def test_the_tile_map_follows_the_generations_of_areas(tmp_path: Path) -> None:
    portal = Portal(publish(home_of(tmp_path), quiet)[0].file)
    assert portal.tiles(date(2024, 3, 31)).keys() == {"A", "B"}
    assert portal.tiles(date(2024, 4, 1)).keys() == {"A2", "B"}


def test_the_same_deliveries_give_the_same_release_anywhere(tmp_path: Path) -> None:
    home = home_of(tmp_path / "one")
    release, _ = publish(home, quiet)
    compute(home, quiet)
    assert publish(home, quiet) == (release, False)
    assert publish(home_of(tmp_path / "two"), quiet)[0].release == release.release
    assert release.release.startswith("2024-05-31-")


def test_another_figure_gives_another_release(tmp_path: Path) -> None:
    first, _ = publish(home_of(tmp_path / "one"), quiet)
    other, _ = publish(home_of(tmp_path / "two", draw(PLACES, FIGURES.replace("| 50", "| 51"))), quiet)
    assert first.release != other.release


def test_publishing_needs_computed_cells(tmp_path: Path) -> None:
    home = make_home(tmp_path, "xx", "official")
    with pytest.raises(UserError, match="Nothing is loaded"):
        publish(home, quiet)
    with home.warehouse() as connection:
        load(connection, WORLD)
    with pytest.raises(UserError, match="Nothing is computed"):
        publish(home, quiet)


def test_cells_older_than_the_deliveries_are_not_published(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    good, _ = publish(home, quiet)
    with home.warehouse() as connection:
        connection.execute("update core.figure set value = 51 where value = 50")
    with pytest.raises(UserError, match=r"as_delivered: .* is 1, and must be 0"):
        publish(home, quiet)
    assert current_release(home.releases) == good
    assert list_releases(home.releases) == (good,)


TOTAL = (
    FIGURES
    + """
    social_assistance_recipients | XX   | 2024-Q1 | 5
"""
)


def home_with_a_total(folder: Path) -> Home:
    """A and B make the country, which is published beside A; B is hidden."""
    home = home_of(folder, draw(PLACES, TOTAL))
    with home.warehouse() as connection:
        connection.execute("insert into core.figure_sum values ('drawn', 0, 'country', 'municipality', 0)")
    compute(home, quiet)
    return home


def test_a_release_says_how_many_hidden_figures_its_sums_tell_and_never_which(tmp_path: Path) -> None:
    portal = Portal(publish(home_with_a_total(tmp_path), quiet)[0].file)
    recipients, population = sorted(portal.delivered_audits, key=lambda one: one.measure, reverse=True)
    assert recipients == ("social_assistance_recipients", "drawn", 1, 0, 1, 0, 0, 0)
    assert population == ("population", "drawn", 1, 0, 0, 0, 0, 0)


def test_protected_a_release_withholds_what_would_tell_and_stays_so(tmp_path: Path) -> None:
    home = home_with_a_total(tmp_path)
    assert is_computed(home)
    assert not is_computed(home, protect=True)
    assert compute(home, quiet, protect=True).withheld == 1
    assert is_computed(home)
    assert is_computed(home, protect=True)
    assert not is_computed(home, protect=False)
    portal = Portal(publish(home, quiet)[0].file)
    told = {one.measure: one[2:] for one in portal.delivered_audits}
    assert told["social_assistance_recipients"] == (1, 1, 0, 0, 0, 0)
    cells = portal.cells("social_assistance_recipients", QUARTER, QUARTER)
    assert {cell.area: (cell.value, cell.status) for cell in cells} == {
        "A": (None, "withdrawn"),
        "B": (None, "suppressed"),
        "XX": (5, "value"),
    }
    assert compute(home, quiet).withheld == 1


@pytest.mark.parametrize(
    ("area", "law"),
    [("A", "as_delivered: .* is 1, and"), ("B", "hidden_stays_hidden: .* is 1, and")],
)
def test_what_is_hidden_or_withheld_and_shown_all_the_same_is_not_published(
    tmp_path: Path, area: str, law: str
) -> None:
    home = home_with_a_total(tmp_path)
    compute(home, quiet, protect=True)
    with home.warehouse() as connection:
        connection.execute(
            "update mart.cell set value = 4, status = 'value'"
            " where indicator = 'social_assistance_recipients' and area = ?",
            [area],
        )
    with pytest.raises(UserError, match=law):
        publish(home, quiet)


def test_a_ratio_of_what_is_withheld_is_not_published(tmp_path: Path) -> None:
    home = home_with_a_total(tmp_path)
    compute(home, quiet, protect=True)
    with home.warehouse() as connection:
        connection.execute(
            "update mart.cell set value = 4, status = 'value'"
            " where indicator = 'social_assistance_per_1000' and area = 'A'"
        )
    with pytest.raises(UserError, match=r"hidden_stays_hidden: .* is 1, and"):
        publish(home, quiet)


@contextmanager
def a_draft() -> Iterator[Connection]:
    """A warehouse with the whole draft of a release attached."""
    with empty_warehouse() as connection:
        compute_world(connection, WORLD, *read_catalogue())
        deliver(connection, date(2024, 5, 31))
        connection.execute("attach ':memory:' as portal")
        write_draft(connection, read_country(connection), {})
        write_from_cells(connection)
        yield connection


def test_a_draft_as_it_should_be_breaks_no_law() -> None:
    with a_draft() as connection:
        check_laws(connection)


RATIO = "indicator = 'social_assistance_per_1000' and status = 'value'"
PERSONS = """
    update portal.indicator set definition = replace(definition, '"count": "delivered"', '"count": "persons"');
    update portal.country
    set profile = json_merge_patch(profile, '{"persons": {"protection": {"base": 5, "split_from": 20}}}');
"""  # as if all had been counted from records of persons
MADE_OF_ANOTHER = """
    update portal.indicator set definition = json_merge_patch(
        definition, '{{"count": "{count}", "parts": [{{"indicator": "population", "category": "all"}}]}}'
    )
    where indicator = 'social_assistance_per_1000';
"""  # as if the rate were made of the population
BREACHES = {
    "abreast_of_cells": "update portal.cell_row set names = replace(names, 'XX', 'YY') where profile is null",
    "along_of_cells": "update portal.cell_row set cells = replace(cells, 'suppressed', 'too_few')",
    "difference_of_its_parts": MADE_OF_ANOTHER.format(count="difference"),
    "growth_of_its_part": MADE_OF_ANOTHER.format(count="growth"),
    "sum_of_its_part": MADE_OF_ANOTHER.format(count="sum"),
    "as_delivered": "update portal.cell set value = 999 where indicator = 'population' and value = 50",
    "hidden_stays_hidden": """
        update portal.cell set value = 1, status = 'value'
        where indicator = 'social_assistance_per_1000' and area = 'B'
    """,
    "held_where_withdrawn": "update portal.cell set flags = 'held' where indicator = 'population' and area = 'XX'",
    "multiples_of_the_base": PERSONS,
    "only_the_large_is_split": PERSONS
    + "update portal.cell set status = 'withdrawn', value = null where indicator = 'population' and area = 'XX'",
    "nobody_dominates_money": PERSONS
    + """
        update portal.indicator set definition = replace(definition, '"unit": "per_1000"', '"unit": "dkk_a_month"');
        update portal.country set profile = json_merge_patch(
            profile,
            '{"persons": {"protection": {"money": {"unit": 10000, "largest": 25000, "dominance": 10, "step": 500}}}}'
        );
    """,
    "persons_are_rounded": PERSONS,
    "known_names": "delete from portal.area where code = 'A'",
    "nothing_lost": "delete from portal.cell where area = 'XX'",
    "nothing_private": "create table portal.quarantine as select * from raw.quarantine",
    "one_cell": "insert into portal.cell select * from portal.cell where area = 'A'",
    "one_status": f"update portal.cell set status = 'suppressed' where {RATIO}",
    "one_stretch": "update portal.cell_stretch set last_row = last_row + 1",
    "part_of_the_whole": f"update portal.cell set numerator = 2000 where {RATIO}",
    "ratio_of_its_parts": f"update portal.cell set numerator = 5 where {RATIO}",
    "value_in_interval": f"update portal.cell set upper = 3.9 where {RATIO}",
}


@pytest.mark.parametrize("law", sorted(file.stem for file in (SQL / "laws").glob("*.sql")))
def test_every_law_finds_its_breach(law: str) -> None:
    with a_draft() as connection:
        connection.execute(BREACHES[law])
        with pytest.raises(UserError, match=f"{law}: the number of .*must be 0"):
            check_laws(connection)


@pytest.mark.parametrize("column", ["status", "flag"])
def test_a_word_that_the_vocabulary_does_not_know_is_found(column: str) -> None:
    with a_draft() as connection:
        table_column = {"status": "status", "flag": "flags"}[column]
        connection.execute(f"update portal.cell set {table_column} = 'odd'")
        with pytest.raises(UserError, match=f"the vocabulary knows no {column} 'odd'"):
            check_laws(connection)


def test_no_row_of_the_quarantine_leaves_the_building(tmp_path: Path) -> None:
    release, _ = publish(home_of(tmp_path), quiet)
    content = release.file.read_bytes()
    assert b"is a number" in content  # the rule, counted
    assert b"left in the building" not in content


def test_borders_are_published(tmp_path: Path) -> None:
    folder = tmp_path / "borders"
    folder.mkdir()
    ring = "[[0,0],[1,0],[1,1],[0,0]]"
    (folder / "municipality.geojson").write_text(
        '{"type": "FeatureCollection", "features": [{"properties": {"code": "A"},'
        f' "geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}]}}',
        encoding="utf-8",
    )
    home = home_of(tmp_path / "home")
    plain, _ = publish(home, quiet)
    drawn, fresh = publish(home, quiet, folder)
    assert fresh
    assert plain.release != drawn.release
    assert '"code":"A"' in (Portal(drawn.file).boundary("municipality") or "")
    assert Portal(drawn.file).boundary("region") is None
