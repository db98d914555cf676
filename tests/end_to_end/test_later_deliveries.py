"""What a later delivery says takes the place of what was said before: the cells are those of a home built anew."""

from pathlib import Path

import pytest

from tests.support.small_homes import FIRST_HALF, SmallHome, tiny_country

pytestmark = pytest.mark.slow  # loads and computes homes

COUNTRY = tiny_country()
CORRECTED = FIRST_HALF + "as_of: 2024-07-15\n"
ALL = ("2024-02", "2024-05")

STATES = """
    person | valid_from | area | birth_year
    1      | 2020-01-01 | A    | 1980
    2      | 2020-01-01 | B    | 1980
    3      | 2020-01-01 | C    | 1980
    4      | 2020-01-01 | A    | 1980
    """
SPELLS = """
    person | scheme | start_on   | last_day   | degree
    1      | first  | 2024-01-01 | 2024-03-10 | 100
    2      | first  | 2024-04-02 |            | 100
    3      | first  | 2024-01-01 |            | 100
    4      | second | 2024-01-01 |            | 100
    """
MERGED_STATES = """
    person | valid_from | area | birth_year
    1      |            |      |
    2      | 2020-01-01 | B    | 1980
    """
MERGED_SPELLS = """
    person | scheme | start_on   | last_day   | degree
    1      |        |            |            |
    2      | first  | 2024-01-01 | 2024-03-10 | 100
    2      | first  | 2024-04-02 |            | 100
    """
"""Person 1 was person 2: the one is named with nothing, the other with all that is told of both."""


def rows(table: str, *more: str) -> str:
    """A drawn table without the rows of some persons, and with more rows."""
    kept = [line for line in table.strip().splitlines() if line.split("|")[0].strip() not in {"1", "2"}]
    return "\n".join([*kept, *more])


def built(folder: Path, **tables: str) -> SmallHome:
    """A home to which all was told at once."""
    home = SmallHome(folder)
    home.load(COUNTRY, CORRECTED, **tables)
    home.compute()
    return home


@pytest.fixture
def home(tmp_path: Path) -> SmallHome:
    """A home that is computed."""
    made = SmallHome(tmp_path)
    made.load(COUNTRY, FIRST_HALF, person_states=STATES, benefit_spells=SPELLS)
    made.compute()
    return made


def test_a_person_merged_into_another_pseudonym_is_one_from_then_on(home, tmp_path_factory):
    assert home.monthly("recipients", ALL)["XX"] == {"2024-02": "3", "2024-05": "3"}
    report = home.load(COUNTRY, CORRECTED, person_states=MERGED_STATES, benefit_spells=MERGED_SPELLS)
    assert [one.rows_quarantined for one in report.deliveries] == [0, 0]
    home.compute()
    found = home.monthly("recipients", ALL)
    assert (found["A"], found["B"]) == ({"2024-02": "1", "2024-05": "1"}, {"2024-02": "1", "2024-05": "1"})
    anew = built(
        tmp_path_factory.mktemp("anew"),
        person_states=rows(STATES, *MERGED_STATES.strip().splitlines()[2:]),
        benefit_spells=rows(SPELLS, *MERGED_SPELLS.strip().splitlines()[2:]),
    )
    assert home.cells() == anew.cells()


def test_where_many_persons_change_everybody_is_told_anew_and_said_so(tmp_path_factory):
    """Three in ten."""
    people = range(1, 11)
    heads = ("person | valid_from | area | birth_year", "person | scheme | start_on | last_day | degree")
    states = {one: f"{one} | 2020-01-01 | {'ABC'[one % 3]} | 1980" for one in people}
    spells = {one: f"{one} | first | 2024-0{one % 3 + 1}-01 | | 100" for one in people}
    other = {one: f"{one} | second | 2024-03-01 | 2024-04-30 | 50" for one in (2, 5, 9)}
    moved = {one: f"{one} | 2020-01-01 | B | 1990" for one in other}

    def told(head: str, by_person: dict[int, str]) -> str:
        return "\n".join([head, *by_person.values()])

    home = SmallHome(tmp_path_factory.mktemp("home"))
    home.load(
        COUNTRY, FIRST_HALF, person_states=told(heads[0], states), benefit_spells=told(heads[1], spells)
    )
    home.compute()
    report = home.load(
        COUNTRY, CORRECTED, person_states=told(heads[0], moved), benefit_spells=told(heads[1], other)
    )
    assert report.told == "all persons, since 3 had changed"
    assert home.compute() == "everybody"
    anew = built(
        tmp_path_factory.mktemp("anew"),
        person_states=told(heads[0], states | moved),
        benefit_spells=told(heads[1], spells | other),
    )
    assert home.cells() == anew.cells()
    assert home.monthly("recipients", ALL)["XX"] == {"2024-02": "6", "2024-05": "7"}
