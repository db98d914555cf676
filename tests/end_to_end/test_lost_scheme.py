"""What the country's files say of records: a break in them; and a scheme or an area that they do not know any more."""

from dataclasses import replace
from pathlib import Path

import pytest

from indicators.publish import publish
from tests.support.person_oracle_drawing import SCHEMES
from tests.support.small_homes import FIRST_HALF, SECOND_HALF, SmallHome, tiny_country
from warehouse.areas import Country
from warehouse.errors import UserError
from warehouse.homes import open_home
from warehouse.reading import Portal
from warehouse.releases import current_release, list_releases

pytestmark = pytest.mark.slow  # loads and computes homes

NOTE = {"en": "Told by another system.", "da": "Fra et andet system."}


def with_break(country: Country, source: str = "benefit_spells") -> Country:
    """The country with a break in a source."""
    rules = {**country.profile["persons"], "breaks": [{"source": source, "period": "2024-04", "note": NOTE}]}
    return replace(country, profile={**country.profile, "persons": rules})


WHOLE = with_break(tiny_country())
STATES = """
    person | valid_from | area | birth_year
    1      | 2020-01-01 | A    | 1980
    2      | 2020-01-01 | C    | 1980
    """
LATER_STATES = """
    person | valid_from | area | birth_year
    3      | 2024-07-01 | A    | 1980
    """
SPELLS = """
    person | scheme | start_on   | last_day | degree
    1      | first  | 2024-01-01 |          | 100
    2      | third  | 2024-01-01 |          | 100
    """
ENDED = """
    person | scheme | start_on   | last_day   | degree
    2      | third  | 2024-01-01 | 2024-06-30 | 100
    """


def without(country: Country, area: str) -> Country:
    """The country after somebody deleted an area's line."""
    left = {code: one for code, one in country.areas.items() if code != area}
    return replace(country, areas=left, memberships=tuple(m for m in country.memberships if m.member != area))


NO_THIRD = tiny_country(schemes={code: days for code, days in SCHEMES.items() if code != "third"})


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> SmallHome:
    """A home with a release."""
    made = SmallHome(tmp_path_factory.mktemp("lost"))
    made.load(WHOLE, FIRST_HALF, person_states=STATES, benefit_spells=SPELLS)
    made.compute()
    publish(open_home(made.path), lambda _: None)
    return made


FIRST_AGAIN = SPELLS.replace("    2      | third  | 2024-01-01 |          | 100\n", "")


def everything(home: SmallHome) -> dict[str, list[tuple[object, ...]]]:
    """Every row that the warehouse holds of deliveries and persons."""
    with open_home(home.path).warehouse() as connection:
        tables = connection.execute(
            "select schema_name || '.' || table_name from duckdb_tables() where schema_name in ('raw', 'core', 'mart')"
        ).fetchall()
        return {name: connection.execute(f"from {name} order by all").fetchall() for (name,) in tables}


@pytest.mark.parametrize(
    ("country", "lost"),
    [
        (NO_THIRD, "\n  scheme third: 1 rows of benefit_spells\n"),
        (without(WHOLE, "C"), "\n  area C: 1 rows of person_states\n"),
    ],
    ids=["scheme", "area"],
)
def test_the_load_is_refused_and_everything_is_as_it_was(
    home: SmallHome, country: Country, lost: str
) -> None:
    before, releases = everything(home), list_releases(open_home(home.path).releases)
    with pytest.raises(UserError) as raised:
        home.load(country, SECOND_HALF, benefit_spells=FIRST_AGAIN)
    assert lost in str(raised.value)
    assert "nothing was loaded" in str(raised.value)
    assert everything(home) == before
    assert list_releases(open_home(home.path).releases) == releases


def test_a_delivery_that_says_something_else_of_these_persons_mends_it(tmp_path: Path) -> None:
    home = SmallHome(tmp_path)
    home.load(WHOLE, FIRST_HALF, person_states=STATES, benefit_spells=SPELLS)
    home.load(
        NO_THIRD, SECOND_HALF, person_states=LATER_STATES, benefit_spells=SPELLS.replace("third", "first")
    )
    home.compute()
    assert home.monthly("recipients", ["2024-08"])["XX"] == {"2024-08": "2"}


def test_figures_of_records_that_broke_say_so(home: SmallHome) -> None:
    cells = home.cells()
    flagged = {
        (name, period)
        for (name, *_, period, area), (_, _, flags) in cells.items()
        if area == "XX" and "break" in flags
    }
    assert flagged >= {("recipients", "2024-04"), ("recipients", "2024-Q2"), ("benefit_entries", "2024-04")}
    assert {period for _, period in flagged} == {"2024-04", "2024-Q2"}
    portal = Portal(current_release(open_home(home.path).releases).file)
    measures = ("benefit_days", "benefit_entries")
    assert portal.breaks == dict.fromkeys(measures, (("2024-04", NOTE),))


def test_what_is_said_to_break_must_be_a_source_of_records(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"persons\.breaks .* no source of records of persons: benefit_spels"):
        SmallHome(tmp_path).load(with_break(WHOLE, "benefit_spels"), FIRST_HALF, benefit_spells=SPELLS)


def test_a_scheme_that_nobody_receives_any_more_has_noughts(home: SmallHome) -> None:
    home.load(WHOLE, SECOND_HALF, person_states=LATER_STATES, benefit_spells=ENDED)
    home.compute()
    months = [f"2024-{month:02}" for month in range(5, 11)]
    cells = home.cells()
    found = {
        name: [cells[name, "scheme", "third", "month", month, "XX"][0] for month in months]
        for name in ("recipients", "benefit_entries")
    }
    assert found == {"recipients": [*"110000"], "benefit_entries": [*"000000"]}
