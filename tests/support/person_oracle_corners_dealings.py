"""Corners of what people are paid, sanctioned with, apply for, are called to and earn, for the register of corners."""

from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_register import Register


def dealings() -> Register:
    """Some people more, and more of those of the register of corners.

    Paid up to the limit and past it, by so little that it is no per cent, later than due or never; turned 67 in the
    next year; on one benefit for a day, with work in that month; decided on the due day or a day later, complete before
    the records begin or due after they end; sanctioned off benefit, or in another one; called twice on one day.
    """
    return draw(
        person_states=STATES,
        benefit_spells=BENEFITS,
        payments=PAYMENTS,
        work_months=WORK,
        activities=ACTIVITIES,
        cases=CASES,
        case_events=CASE_EVENTS,
        sanctions=SANCTIONS,
        applications=APPLICATIONS,
    )


STATES = """
    who    | valid_from | valid_to   | area | birth_year | sex    | origin
    paid   | 2020-01-01 | 2024-05-10 | A    | 1980       | female | native
    paid   | 2024-05-10 |            | C    | 1980       | female | native
    turned | 2020-01-01 |            | B    | 1958       | male   | native
    claims | 2020-01-01 | 2024-04-29 | A    | 1990       | male   | western
    claims | 2024-04-29 |            | B    | 1990       | male   | western
"""

BENEFITS = """
    who    | scheme | start_on   | end_on     | degree
    paid   | third  | 2024-03-05 | 2024-03-06 | 100
    paid   | first  | 2024-03-31 | 2024-04-01 | 10
    claims | second | 2024-04-10 | 2024-05-01 | 100
    claims | third  | 2024-05-31 | 2024-06-02 | 100
    just   | first  | 2024-04-01 | 2024-06-01 | 100
    just   | third  | 2024-04-30 | 2024-07-01 | 100
    past   | third  | 2024-05-01 | 2024-07-02 | 100
    idler  | first  | 2022-12-15 | 2024-07-01 | 50
    idler  | second | 2024-05-31 | 2024-08-02 | 100
    called | third  | 2023-01-31 | 2024-03-02 | 100
    soon   | second | 2024-03-10 | 2024-06-10 | 100
    tardy  | second | 2024-10-05 | 2025-01-20 | 100
    newly  | second | 2024-10-05 | 2025-01-01 | 100
    no pay | second | 2024-05-10 | 2024-06-10 | 100
    gains  | second | 2024-05-10 | 2024-06-10 | 100
    loses  | second | 2024-05-10 | 2024-06-10 | 100
    met    | third  | 2024-06-20 | 2024-08-21 | 100
    unmet  | third  | 2024-06-20 | 2024-08-21 | 100
"""

PAYMENTS = """
    who    | scheme | month | amount | paid_on    | due_on
    paid   | second | 24290 | 20000  | 2024-03-28 | 2024-03-28
    paid   | third  | 24290 | 4000   | 2024-03-29 | 2024-03-28
    paid   | third  | 24290 | 4000   | 2024-03-29 | 2024-03-28
    paid   | first  | 24290 | 4550   | 2024-07-01 | 2024-04-01
    paid   | first  | 24291 | 4549   | 2024-04-30 | 2024-04-30
    paid   | second | 24291 | 50     | 2024-04-30 | 2024-05-01
    paid   | third  | 24291 | 49     | 2024-04-30 |
    paid   | first  | 24292 | 25000  | 2024-05-31 | 2024-05-31
    paid   | second | 24292 | 100    | 2024-06-01 | 2024-05-31
    paid   | third  | 24293 | 26000  |            | 2024-06-28
    paid   | third  | 24293 | 0      | 2024-06-28 | 2024-06-28
    turned | first  | 24288 | 10000  | 2024-02-01 | 2024-01-31
    turned | first  | 24299 | 10000  | 2024-12-31 | 2025-01-02
    young  | first  | 24290 | 10000  | 2024-04-01 | 2024-03-31
    old    | first  | 24290 | 10000  | 2024-04-01 | 2024-03-31
    nobody | third  | 24295 | 10000  |            | 2024-08-31
    nobody | second | 24295 | 10000  |            |
    mover  | second | 24289 | 12345  | 2024-02-29 | 2024-02-29
    mover  | first  | 24288 | 12355  | 2024-02-01 | 2024-01-31
"""

WORK = """
    who    | month | hours | earnings
    paid   | 24290 | 5     | 100
    paid   | 24291 | 5     |
    claims | 24287 | 10    | 1
    claims | 24290 | 160   | 2000
    claims | 24295 | 0     | 15001
    claims | 24297 | 160   |
    just   | 24288 | 37    | 30000
    just   | 24291 | 74    | 90000
    just   | 24292 | 1     | 1
    just   | 24293 | 0     | 40000
    just   | 24297 | 8     | 1
    just   | 24298 | 8     | 36149
    just   | 24299 | 8     | 999
    past   | 24289 | 8     | 500
    past   | 24294 | 8     | 500
    past   | 24297 | 8     | 500
    soon   | 24288 | 8     | 500
    soon   | 24297 | 8     | 600
    tardy  | 24295 | 8     | 500
    tardy  | 24304 | 8     | 600
    newly  | 24295 | 8     | 500
    newly  | 24303 | 8     | 600
    no pay | 24290 | 8     | 0
    no pay | 24297 | 8     | 600
    gains  | 24297 | 8     | 600
    loses  | 24290 | 8     | 500
    loses  | 24297 | 8     | 0
"""

ACTIVITIES = """
    who    | kind           | start_on   | end_on     | planned_end_on
    paid   | training       | 2024-04-01 | 2024-04-11 | 2024-04-11
    paid   | guidance       | 2024-04-01 | 2024-04-11 | 2024-04-12
    claims | training       | 2024-05-02 | 2024-07-01 | 2024-07-02
    claims | wage_subsidy   | 2024-05-02 | 2024-08-01 | 2024-12-01
    claims | work_placement | 2024-10-01 | 2024-12-01 | 2024-12-02
    just   | training       | 2024-11-01 | 2025-01-01 | 2025-02-01
    just   | training       | 2024-11-01 |            | 2024-11-10
    past   | guidance       | 2024-06-01 | 2024-06-01 | 2024-06-10
    past   | training       | 2024-05-02 | 2024-07-01 | 2024-07-10
    idler  | guidance       | 2023-03-31 | 2023-04-01 |
    idler  | guidance       | 2024-07-01 | 2024-07-02 | 2024-07-02
    called | training       | 2023-03-01 | 2023-04-01 | 2023-05-01
"""

CASES = """
    who    | case_id | opened_on  | closed_on
    paid   | paid    | 2024-05-01 | 2024-06-20
    claims | claims  | 2023-12-31 |
    met    | met     | 2024-06-30 |
"""

CASE_EVENTS = """
    who    | case_id | kind       | happened_on | due_on     | exempt | attendance
    paid   | paid    | contact    |             | 2024-05-05 | no     | absent
    paid   | paid    | contact    |             | 2024-05-05 | yes    | absent
    paid   | paid    | contact    | 2024-05-31  | 2024-05-31 | no     | absent
    paid   | paid    | contact    |             | 2024-06-30 | no     | absent
    paid   | paid    | contact    |             | 2024-06-30 | no     | absent
    paid   | paid    | contact    | 2024-06-03  |            | no     | attended
    paid   | paid    | conference |             | 2024-06-03 | no     | absent
    claims | claims  | contact    | 2024-04-29  | 2024-04-28 | no     | attended
    claims | claims  | contact    |             | 2024-05-01 | no     | excused
    claims | claims  | contact    |             | 2024-12-31 | no     | absent
    claims | claims  | contact    |             | 2025-01-01 | no     | absent
    met    | met     | contact    | 2024-06-20  | 2024-06-20 | no     |
    met    | met     | contact    | 2024-07-31  |            | no     |
"""

SANCTIONS = """
    who    | scheme | decided_on | kind     | complaint_decided_on | complaint_outcome
    claims | second | 2024-04-30 | reduced  | 2024-04-30           | changed
    claims | second | 2024-04-30 | stopped  | 2024-04-30           | changed
    claims | third  | 2024-04-28 | withheld | 2024-04-28           | upheld
    claims | first  | 2024-06-30 | withheld |                      |
    claims | third  | 2023-11-01 | reduced  | 2024-01-01           | changed
    mover  | first  | 2024-03-31 | reduced  | 2025-01-01           | changed
    mover  | second | 2024-01-15 | reduced  | 2024-02-01           | upheld
    gone   | second | 2024-05-01 | stopped  | 2024-12-31           | changed
    old    | first  | 2024-02-01 | reduced  | 2024-02-02           | changed
    nobody | first  | 2024-07-01 | reduced  | 2024-07-02           | upheld
    just   | second | 2024-05-01 | reduced  |                      |
"""

APPLICATIONS = """
    who    | scheme | applied_on | complete_on | decided_on | outcome
    claims | second | 2024-03-20 | 2024-04-01  | 2024-04-29 | granted
    claims | second | 2024-04-01 | 2024-04-01  | 2024-04-30 | refused
    claims | first  | 2024-03-01 | 2024-04-15  | 2024-04-29 | withdrawn
    claims | first  | 2024-03-02 | 2024-04-15  | 2024-04-30 | withdrawn
    claims | third  | 2024-04-01 | 2024-04-02  | 2024-04-02 | refused
    claims | first  | 2024-04-03 |             | 2024-04-10 | refused
    claims | first  | 2024-04-05 | 2024-04-05  |            |
    mover  | first  | 2023-12-31 | 2023-12-31  | 2024-01-05 | granted
    mover  | first  | 2023-12-30 | 2024-01-01  | 2024-01-31 | granted
    mover  | first  | 2024-01-18 | 2024-01-18  | 2024-01-31 | granted
    mover  | first  | 2024-12-17 | 2024-12-17  | 2024-12-31 | refused
    mover  | first  | 2024-12-18 | 2024-12-18  | 2024-12-31 | refused
    old    | first  | 2024-05-01 | 2024-05-01  | 2024-05-02 | granted
    nobody | second | 2024-05-01 | 2024-05-03  | 2024-05-31 | granted
    gone   | second | 2024-03-30 | 2024-04-02  | 2024-05-30 | granted
"""
