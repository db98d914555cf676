"""More of the crowd: people of whom something goes on, or reaches past the records, each there because of one slip.

Nothing is known of who they are, so they count where nothing is stated; `known` of `planted_people` tells how far the
records reach.
"""

from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_register import Register

BENEFITS = """
    who            | scheme | start_on   | end_on     | degree
    two go on      | first  | 2024-03-10 |            | 40
    two go on      | third  | 2024-04-10 |            | 100
    active all     | third  | 2023-01-10 | 2024-06-01 | 100
    idle till May  | third  | 2022-10-10 |            | 100
    earns too late | third  | 2024-10-10 | 2025-01-10 | 100
    earned early   | third  | 2024-03-10 | 2024-05-02 | 100
    earns since    | third  | 2023-05-10 | 2023-07-20 | 100
"""

ACTIVITIES = """
    who            | start_on   | end_on
    active all     | 2022-12-20 |
    idle till May  | 2024-05-10 | 2024-05-20
"""

WORK = """
    who            | month | hours | earnings
    earns too late | 24295 | 7     | 300
    earns too late | 24305 | 7     | 600
    earned early   | 24288 | 7     | 300
    earned early   | 24297 | 7     | 600
    earns since    | 24288 | 7     | 600
"""
"""Months are counted from January of year 0: 24288 is January 2024, 24300 January 2025."""

CASES = """
    who            | case_id        | opened_on  | closed_on
    exempt, open   | exempt, open   | 2024-02-10 |
"""

CASE_EVENTS = """
    who            | case_id        | kind       | happened_on | due_on     | exempt
    exempt, open   | exempt, open   | contact    |             | 2024-03-01 | yes
"""


def lasting() -> Register:
    """All of them."""
    return draw(
        benefit_spells=BENEFITS,
        activities=ACTIVITIES,
        work_months=WORK,
        cases=CASES,
        case_events=CASE_EVENTS,
    )
