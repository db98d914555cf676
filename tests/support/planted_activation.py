"""More of the crowd: people in activities and on their way into work, each there because of one slip.

Nothing is known of who they are, so they count where nothing is stated. Of the schemes `second` may be off for 13 days
and `third` for none; `known` of `planted_people` tells how far the records reach.
"""

from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_register import Register

ACTIVITIES = """
    who            | kind           | start_on   | end_on
    placed         | work_placement | 2024-03-01 | 2024-04-01
    subsidised     | wage_subsidy   | 2024-03-10 | 2024-04-10
    works before   | work_placement | 2024-03-01 | 2024-03-20
    works later    | work_placement | 2024-03-01 | 2024-03-20
    trained        | training       | 2024-03-01 | 2024-03-20
    ends the year  | work_placement | 2024-12-01 | 2025-01-01
    ends at last   | work_placement | 2024-12-01 | 2025-02-01
    planned        | wage_subsidy   | 2024-12-01 | 2025-02-02
    ends in May    | work_placement | 2024-05-01 | 2024-06-01
    ends in June   | work_placement | 2024-05-01 | 2024-07-01
    long ago       | work_placement | 2023-08-01 | 2023-10-01
    long since     | work_placement | 2023-08-01 | 2023-11-01
    day 91         | guidance       | 2024-05-30 | 2024-06-10
    day 92         | guidance       | 2024-05-31 | 2024-06-10
    last day       | guidance       | 2024-03-19 | 2024-04-10
    just after     | guidance       | 2024-03-20 | 2024-04-10
    just before    | guidance       | 2024-02-01 | 2024-03-01
    still in it    | guidance       | 2024-02-01 | 2024-03-02
    in it for good | guidance       | 2024-02-01 |
    of two schemes | guidance       | 2024-03-15 | 2024-03-18
    of two spells  | guidance       | 2024-04-05 | 2024-04-08
    of two kinds   | guidance       | 2024-03-10 | 2024-03-18
    of two kinds   | training       | 2024-03-05 | 2024-03-12
    waits          | guidance       | 2024-11-10 | 2024-11-20
    waits longer   | guidance       | 2024-11-10 | 2024-11-20
    autumn         | guidance       | 2024-10-01 | 2024-10-10
    autumn later   | guidance       | 2024-10-01 | 2024-10-10
    not so new     | guidance       | 2024-02-01 | 2024-02-10
    to 31 December | guidance       | 2023-12-20 | 2024-01-01
    idle, then not | guidance       | 2024-05-10 | 2024-05-20
"""

BENEFITS = """
    who            | scheme | start_on   | end_on
    waits          | third  | 2024-11-02 |
    waits longer   | third  | 2024-11-03 |
    autumn         | third  | 2024-09-20 |
    autumn later   | third  | 2024-09-21 |
    lasts 91       | second | 2024-03-01 | 2024-05-31
    lasts 90       | second | 2024-03-01 | 2024-05-30
    day 91         | second | 2024-03-01 | 2024-07-01
    day 92         | second | 2024-03-01 | 2024-07-01
    last day       | second | 2024-03-01 | 2024-03-20
    just after     | second | 2024-03-01 | 2024-03-20
    just before    | second | 2024-03-01 | 2024-03-20
    still in it    | second | 2024-03-01 | 2024-03-20
    in it for good | second | 2024-03-01 | 2024-03-20
    of two schemes | second | 2024-03-01 | 2024-03-20
    of two schemes | third  | 2024-03-01 | 2024-03-10
    of two spells  | third  | 2024-03-01 | 2024-03-10
    of two spells  | third  | 2024-04-01 | 2024-04-10
    of two kinds   | third  | 2024-03-01 | 2024-03-20
    not so new     | first  | 2024-01-05 | 2024-06-01
    to 31 December | third  | 2023-12-20 |
    idle, then not | third  | 2023-01-10 | 2024-09-01
"""

REGISTRATIONS = """
    who            | start_on   | end_on
    from the first | 2024-01-01 | 2024-03-01
    registered     | 2024-03-31 | 2024-05-01
    sixth month    | 2024-03-01 | 2024-05-01
    seventh month  | 2024-03-01 | 2024-05-01
    same month     | 2024-03-01 | 2024-05-01
    unpaid         | 2024-03-01 | 2024-05-01
    works on       | 2024-02-10 | 2024-07-01
    in January     | 2025-01-10 |
    of January     | 2024-01-10 | 2024-03-01
    of February    | 2024-02-10 | 2024-03-01
    the month of   | 2024-04-01 | 2024-06-01
    to February    | 2024-02-10 | 2024-03-01
    to 1 March     | 2024-02-10 | 2024-03-02
    known too late | 2023-11-10 | 2024-02-15
    just known     | 2023-11-10 | 2024-02-15
    to the end     | 2024-06-01 |
    goes on        | 2024-06-01 |
    past the end   | 2024-06-01 |
    in two parts   | 2024-03-01 | 2024-03-10
    in two parts   | 2024-03-20 | 2024-04-10
    over new year  | 2024-12-05 | 2024-12-20
    into 2025      | 2024-11-01 | 2025-01-01
    ends the year  | 2024-10-01 | 2024-12-21
"""

WORK = """
    who            | month | hours
    placed         | 24293 | 7
    subsidised     | 24294 | 0
    works before   | 24292 | 7
    works later    | 24294 | 7
    trained        | 24293 | 7
    ends the year  | 24302 | 7
    ends at last   | 24303 | 7
    planned        | 24304 | 7
    ends in May    | 24295 | 7
    ends in June   | 24296 | 7
    long ago       | 24287 | 7
    long since     | 24288 | 7
    from the first | 24289 | 7
    registered     | 24291 | 7
    sixth month    | 24296 | 7
    seventh month  | 24297 | 7
    same month     | 24290 | 7
    unpaid         | 24290 | 0
    unpaid         | 24291 | 0
    unpaid         | 24297 | 7
    works on       | 24290 | 7
    works on       | 24291 | 7
    works on       | 24292 | 0
    works on       | 24293 | 7
    in January     | 24301 | 7
    of January     | 24290 | 7
    of February    | 24295 | 7
    the month of   | 24291 | 7
    to February    | 24291 | 7
    to 1 March     | 24291 | 7
    known too late | 24288 | 7
    just known     | 24289 | 7
    to the end     | 24305 | 7
    goes on        | 24299 | 7
    past the end   | 24306 | 7
    in two parts   | 24291 | 7
    over new year  | 24300 | 7
    into 2025      | 24300 | 7
"""
"""Months are counted from January of year 0: 24288 is January 2024, 24300 January 2025."""


def activated() -> Register:
    """All of them."""
    return draw(activities=ACTIVITIES, benefit_spells=BENEFITS, registrations=REGISTRATIONS, work_months=WORK)
