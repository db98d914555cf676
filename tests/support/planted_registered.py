"""More of the crowd: people whose registration ends well or not, in time or not, or lasts for months.

Nothing is known of who they are, so they count where nothing is stated; `known` of `planted_people` tells how far the
records reach.
"""

from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_register import Register

REGISTRATIONS = """
    who            | start_on   | end_on
    in time        | 2024-01-31 | 2024-05-31
    not in time    | 2024-01-31 | 2024-06-01
    from February  | 2024-02-29 | 2024-06-29
    from Feb, late | 2024-02-29 | 2024-06-30
    joined up      | 2024-01-10 | 2024-03-10
    joined up      | 2024-03-10 | 2024-05-12
    overlapping    | 2024-04-10 | 2024-05-10
    overlapping    | 2024-04-20 | 2024-05-02
    a day off      | 2024-01-10 | 2024-03-10
    a day off      | 2024-03-11 | 2024-05-12
    works after    | 2024-04-10 | 2024-05-12
    worked in May  | 2024-04-10 | 2024-05-12
    works in July  | 2024-04-10 | 2024-05-12
    is unpaid      | 2024-04-10 | 2024-05-12
    learns after   | 2024-04-10 | 2024-05-12
    learns at two  | 2024-04-10 | 2024-05-12
    learnt in May  | 2024-04-10 | 2024-05-12
    placed after   | 2024-04-10 | 2024-05-12
    placed on 1st  | 2024-04-10 | 2024-05-12
    placed on 30th | 2024-04-10 | 2024-05-12
    placed before  | 2024-04-10 | 2024-05-12
    placed in July | 2024-04-10 | 2024-05-12
    placed twice   | 2024-04-10 | 2024-05-12
    trained after  | 2024-04-10 | 2024-05-12
    subsidised too | 2024-04-10 | 2024-05-12
    all of it      | 2024-04-10 | 2024-05-12
    to 30 April    | 2024-04-10 | 2024-05-01
    open still     | 2024-04-10 |
    from long ago  | 2023-06-10 | 2024-01-12
    short of two   | 2024-05-31 | 2024-07-31
    two months     | 2024-05-31 | 2024-08-01
    short of three | 2024-05-31 | 2024-08-31
    just three     | 2024-05-31 | 2024-09-01
    registered on  | 2024-05-31 | 2024-12-01
    three in parts | 2024-05-31 | 2024-07-01
    three in parts | 2024-07-01 | 2024-09-01
    three in twos  | 2024-05-31 | 2024-07-01
    three in twos  | 2024-07-02 | 2024-09-20
    from November  | 2023-11-30 | 2024-01-30
    from November2 | 2023-11-30 | 2024-03-01
    for a year     | 2023-06-10 | 2024-06-11
    for 11 months  | 2023-06-10 | 2024-05-11
    not 11 months  | 2023-06-10 | 2024-05-10
    not a year     | 2023-06-10 | 2024-06-10
"""

ACTIVITIES = """
    who            | kind           | start_on   | end_on
    placed after   | work_placement | 2024-06-10 | 2024-06-20
    placed on 1st  | work_placement | 2024-05-20 | 2024-06-02
    placed on 30th | work_placement | 2024-06-30 |
    placed before  | work_placement | 2024-05-01 | 2024-06-01
    placed in July | work_placement | 2024-07-01 | 2024-07-10
    placed twice   | work_placement | 2024-06-10 | 2024-06-20
    placed twice   | work_placement | 2024-06-15 | 2024-06-25
    trained after  | training       | 2024-06-10 | 2024-06-20
    subsidised too | wage_subsidy   | 2024-06-10 | 2024-06-20
    all of it      | work_placement | 2024-06-10 | 2024-06-20
    in time        | work_placement | 2024-06-10 | 2024-06-10
"""

WORK = """
    who            | month | hours
    in time        | 24293 | 7
    not in time    | 24293 | 7
    from February  | 24294 | 7
    from Feb, late | 24294 | 7
    joined up      | 24293 | 7
    overlapping    | 24293 | 7
    a day off      | 24291 | 7
    works after    | 24293 | 7
    worked in May  | 24292 | 7
    works in July  | 24294 | 7
    is unpaid      | 24293 | 0
    all of it      | 24293 | 7
    to 30 April    | 24292 | 7
    from long ago  | 24289 | 7
"""
"""Months are counted from January of year 0: 24288 is January 2024, 24300 January 2025."""

EDUCATION = """
    who            | month | level
    learns after   | 24293 | higher
    learns at two  | 24293 | higher
    learns at two  | 24293 | vocational
    learnt in May  | 24292 | higher
    all of it      | 24293 | higher
"""


def registered() -> Register:
    """All of them."""
    return draw(
        registrations=REGISTRATIONS,
        activities=ACTIVITIES,
        work_months=WORK,
        education_months=EDUCATION,
    )
