"""Corners of employers, their vacancies and their notices of layoffs, for the register of corners."""

from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_register import Register


def employers() -> Register:
    """Employers who are easily counted wrongly; the records tell of 2024, and B moves from N to S after May.

    In two areas at once, or in none that is known: told with none, with a region, a residual area and a code of
    nowhere; twice on one day; with employees who are not told, or none; one who is a person too; one of whom nothing
    but vacancies is told. Vacancies from before the records to after them, closed on the day on which they opened,
    filled on that day, on the 84th or the next, after they closed, by nobody referred; two of one number at two
    employers. Notices on the first and the last day of a month, and after the records end.
    """
    return draw(employers=STRETCHES, vacancies=VACANCIES, layoff_notices=NOTICES)


STRETCHES = """
    who     | area      | employees | active_from | active_to
    shop    | A         | 10        | 2010-01-01  |
    shop    | A         | 5         | 2024-02-15  | 2024-03-16
    shop    | C         | 7         | 2024-01-01  | 2024-07-01
    farm    | B         | 40        | 2024-03-01  | 2024-06-01
    farm    | B         | 30        | 2024-06-01  |
    mill    | A         |           | 2024-01-01  |
    mill    | B         | 0         | 2024-01-01  |
    ship    |           | 3         | 2024-01-01  |
    ship    | XX-NS     | 4         | 2024-02-01  | 2024-03-01
    ship    | N         | 5         | 2024-02-29  |
    ship    | Q         | 6         | 2024-08-01  |
    kiosk   | C         | 1         | 2024-04-01  | 2024-05-01
    kiosk   | C         | 1         | 2024-09-01  |
    later   | C         | 9         | 2025-01-01  |
    mover   | A         | 2         | 2024-01-10  |
"""

VACANCIES = """
    who   | vacancy_id | area | positions | opened_on  | closed_on  | filled_on  | filled_positions | referred_positions
    shop  | 1          | A    | 2         | 2024-02-01 | 2024-02-02 | 2024-02-01 | 2                | 1
    shop  | 2          | A    | 3         | 2024-02-01 | 2024-03-01 |            |                  |
    shop  | 3          | C    | 1         | 2024-06-30 | 2024-07-31 | 2024-09-21 | 1                | 1
    shop  | 4          | B    | 4         | 2023-11-20 |            | 2024-02-11 | 3                | 2
    farm  | 1          | B    | 6         | 2024-02-10 | 2024-03-01 | 2024-05-03 | 6                | 6
    farm  | 2          | B    | 5         | 2024-02-10 | 2024-08-01 | 2024-05-04 | 5                | 5
    farm  | 3          |      | 1         | 2024-05-31 | 2024-06-02 |            |                  |
    farm  | 4          | Q    | 2         | 2024-05-31 |            | 2024-06-10 | 1                | 0
    farm  | 5          | N    | 2         | 2024-12-31 |            | 2024-12-31 | 1                | 1
    kiosk | 1          | C    | 1         | 2024-05-01 | 2024-09-01 | 2024-05-20 |                  |
    kiosk | 2          | C    | 1         | 2024-04-30 | 2024-05-01 |            |                  |
    guest | 1          | A    | 7         | 2024-12-15 | 2025-03-01 | 2025-02-01 | 1                | 1
    mover | 1          | C    | 1         | 2024-03-31 | 2024-04-01 |            |                  |
    later | 1          | C    | 2         | 2024-10-01 | 2025-01-01 |            |                  |
"""

NOTICES = """
    who     | notice_id | area  | notified_on | persons
    shop    | 1         | A     | 2024-03-31  | 3
    shop    | 2         | A     | 2024-04-01  | 4
    farm    | 1         | B     | 2024-05-31  | 12
    farm    | 2         | B     | 2024-06-01  | 1
    ship    | 1         | Q     | 2024-12-31  | 5
    ship    | 2         |       | 2025-01-01  | 6
    guest   | 1         | XX-NS | 2024-01-01  | 7
"""
