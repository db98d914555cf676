"""Employers, vacancies and layoff notices in the core: each is of a workplace, an employer in one area."""

from etl.core import broken_laws
from tests.support.core_tables import expect, person, told_core

EMPLOYERS = """
person_id | area  | employees | active_from | active_to
1         | north | 10        | 2024-01-01  | 2024-02-01
1         | north | 12        | 2024-02-01  |
1         | south | 3         | 2024-01-01  |
2         |       |           | 2024-01-01  |
3         | moon  | 1         | 2024-01-01  | 2024-01-01
3         | mars  | 5         | 2024-01-01  |
3         | elsewhere | 7     | 2024-01-01  |
3         |       | 9         | 2024-01-01  |
"""
VACANCIES = """
person_id | vacancy_id | area  | positions | opened_on  | closed_on  | filled_on  | referred_positions
1         | a          | south | 2         | 2024-01-10 | 2024-01-20 | 2024-01-15 | 1
1         | b          |       | 1         | 2024-01-10 |            |            |
2         | a          | north | 1         | 2024-01-10 | 2024-01-10 |            |
"""
NOTICES = """
person_id | notice_id | area  | notified_on | persons
2         | a         | south | 2024-01-10  | 30
"""


def test_an_employer_has_a_workplace_in_each_area_that_it_is_told_in_and_one_where_none_is_known(warehouse):
    told_core(warehouse, employers=EMPLOYERS, vacancies=VACANCIES, layoff_notices=NOTICES)
    expect(
        warehouse,
        "workplace",
        """
        person_id | area
        1         | north
        1         | south
        1         | elsewhere
        2         | elsewhere
        2         | north
        2         | south
        3         | elsewhere
        """,
    )
    assert broken_laws(warehouse) == []


def test_what_is_told_is_of_the_workplace_in_its_own_area(warehouse):
    told_core(warehouse, employers=EMPLOYERS, vacancies=VACANCIES, layoff_notices=NOTICES)
    assert of_areas(warehouse, "employer", "employees") == [
        (1, "north", 10),
        (1, "north", 12),
        (1, "south", 3),
        (2, "elsewhere", None),
        *((3, "elsewhere", number) for number in (5, 7, 9)),
    ]
    assert of_areas(warehouse, "vacancy", "referred_positions") == [(1, "elsewhere", 0), (1, "south", 1)]
    assert of_areas(warehouse, "layoff_notice", "persons") == [(2, "south", 30)]


def of_areas(warehouse, table, column):
    """Employer, area and a value of each row, in order."""
    rows = warehouse.execute(
        f"select told.person_id, area, {column} from core.{table} as told"
        " inner join core.workplace using (workplace_id) order by all"
    ).fetchall()
    numbers = {person(number): number for number in (1, 2, 3)}
    return [(numbers[who], area, value) for who, area, value in rows]
