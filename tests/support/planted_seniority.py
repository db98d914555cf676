"""More of the crowd: people interviewed in their first months on a benefit, and people who come from nowhere.

Nothing is known of who they are, so they count where nothing is stated. Looked at are two interviews in two months. Of
the schemes `second` may be off for 13 days and `third` for none; `known` of `planted_people` tells how far the records
reach.
"""

from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_register import Register

BENEFITS = """
    who            | scheme | start_on   | end_on
    met in time    | second | 2024-03-10 | 2024-06-01
    met too early  | second | 2024-03-10 | 2024-06-01
    met too late   | second | 2024-03-10 | 2024-06-01
    met at once    | second | 2024-03-10 | 2024-06-01
    met and plan   | second | 2024-03-10 | 2024-06-01
    met or not     | second | 2024-03-10 | 2024-06-01
    met thrice     | second | 2024-03-10 | 2024-06-01
    met on two     | second | 2024-03-10 | 2024-06-01
    met on two     | third  | 2024-03-20 | 2024-07-01
    free on first  | second | 2024-03-10 | 2024-06-01
    free before    | second | 2024-03-10 | 2024-06-01
    free at last   | second | 2024-03-10 | 2024-06-01
    free after     | second | 2024-03-10 | 2024-06-01
    free of a plan | second | 2024-03-10 | 2024-06-01
    free for ever  | second | 2024-03-10 | 2024-06-01
    just too short | second | 2024-03-10 | 2024-05-10
    just long so   | second | 2024-03-10 | 2024-05-11
    off just then  | second | 2024-03-10 | 2024-05-08
    off just then  | second | 2024-05-13 | 2024-06-10
    off just then  | third  | 2024-05-09 | 2024-05-12
    off for a day  | second | 2024-03-10 | 2024-05-10
    off for a day  | second | 2024-05-11 | 2024-06-10
    back that day  | second | 2024-03-10 | 2024-05-05
    back that day  | second | 2024-05-10 | 2024-06-10
    met and stays  | second | 2024-03-10 |
    anew by then   | second | 2024-03-10 | 2024-03-20
    anew by then   | second | 2024-05-01 | 2024-06-01
    month end      | second | 2024-12-31 |
    not new then   | second | 2023-12-15 | 2024-06-01
    to 31 March    | second | 2024-03-10 | 2024-04-01
    to 1 April     | second | 2024-03-10 | 2024-04-02
    from 30 April  | second | 2024-04-30 | 2024-06-10
    from 1 May     | second | 2024-05-01 | 2024-06-10
    all the time   | second | 2024-02-10 | 2024-06-10
    on for good    | second | 2024-02-10 |
    on it soon     | second | 2024-05-05 |
    to December 31 | second | 2023-12-15 | 2024-01-01
"""

CASES = """
    who            | case_id        | opened_on
    met in time    | met in time    | 2023-12-20
    met too early  | met too early  | 2023-12-20
    met too late   | met too late   | 2023-12-20
    met at once    | met at once    | 2023-12-20
    met or not     | met or not     | 2023-12-20
    met thrice     | met thrice     | 2023-12-20
    met on two     | met on two     | 2023-12-20
    free on first  | free on first  | 2023-12-20
    free before    | free before    | 2023-12-20
    free at last   | free at last   | 2023-12-20
    free after     | free after     | 2023-12-20
    free for ever  | free for ever  | 2023-12-20
    month end      | month end      | 2023-12-20
    met and plan   | met and plan   | 2023-12-20
    free of a plan | free of a plan | 2023-12-20
    just too short | just too short | 2023-12-20
    just long so   | just long so   | 2023-12-20
    off just then  | off just then  | 2023-12-20
    off for a day  | off for a day  | 2023-12-20
    back that day  | back that day  | 2023-12-20
    met and stays  | met and stays  | 2023-12-20
    anew by then   | anew by then   | 2023-12-20
    not new then   | not new then   | 2023-12-20
"""

CASE_EVENTS = """
    who            | case_id        | kind    | happened_on | due_on     | exempt
    met in time    | met in time    | contact | 2024-03-10  |            |
    met in time    | met in time    | contact | 2024-05-09  | 2024-05-20 |
    met too early  | met too early  | contact | 2024-03-09  |            |
    met too early  | met too early  | contact | 2024-04-01  |            |
    met too late   | met too late   | contact | 2024-04-01  |            |
    met too late   | met too late   | contact | 2024-05-10  |            |
    met at once    | met at once    | contact | 2024-04-01  |            |
    met at once    | met at once    | contact | 2024-04-01  | 2024-04-01 |
    met or not     | met or not     | contact | 2024-04-01  |            |
    met or not     | met or not     | contact |             | 2024-04-15 |
    met thrice     | met thrice     | contact | 2024-04-01  |            |
    met thrice     | met thrice     | contact | 2024-04-02  |            |
    met thrice     | met thrice     | contact | 2024-04-03  |            |
    met on two     | met on two     | contact | 2024-03-15  |            |
    met on two     | met on two     | contact | 2024-04-02  |            |
    free on first  | free on first  | contact |             | 2024-03-10 | yes
    free on first  | free on first  | contact | 2024-04-01  |            |
    free on first  | free on first  | contact | 2024-04-15  |            |
    free before    | free before    | contact |             | 2024-03-09 | yes
    free before    | free before    | contact | 2024-04-01  |            |
    free before    | free before    | contact | 2024-04-15  |            |
    free at last   | free at last   | contact |             | 2024-05-09 | yes
    free at last   | free at last   | contact | 2024-04-01  |            |
    free at last   | free at last   | contact | 2024-04-15  |            |
    free after     | free after     | contact |             | 2024-05-10 | yes
    free after     | free after     | contact | 2024-04-01  |            |
    free after     | free after     | contact | 2024-04-15  |            |
    free for ever  | free for ever  | contact | 2024-04-20  |            | yes
    free for ever  | free for ever  | contact | 2024-04-01  |            |
    free for ever  | free for ever  | contact | 2024-04-15  |            |
    month end      | month end      | contact | 2025-01-01  |            |
    month end      | month end      | contact | 2025-02-27  |            |
    met and plan   | met and plan   | contact | 2024-04-01  |            |
    met and plan   | met and plan   | plan    | 2024-04-15  |            |
    free of a plan | free of a plan | plan    |             | 2024-04-10 | yes
    free of a plan | free of a plan | contact | 2024-04-01  |            |
    free of a plan | free of a plan | contact | 2024-04-15  |            |
    just too short | just too short | contact | 2024-04-01  |            |
    just too short | just too short | contact | 2024-04-15  |            |
    just long so   | just long so   | contact | 2024-04-01  |            |
    just long so   | just long so   | contact | 2024-04-15  |            |
    off just then  | off just then  | contact | 2024-04-01  |            |
    off just then  | off just then  | contact | 2024-04-15  |            |
    off for a day  | off for a day  | contact | 2024-04-01  |            |
    off for a day  | off for a day  | contact | 2024-04-15  |            |
    back that day  | back that day  | contact | 2024-04-01  |            |
    back that day  | back that day  | contact | 2024-04-15  |            |
    met and stays  | met and stays  | contact | 2024-04-01  |            |
    met and stays  | met and stays  | contact | 2024-04-15  |            |
    anew by then   | anew by then   | contact | 2024-03-15  |            |
    anew by then   | anew by then   | contact | 2024-05-02  |            |
    not new then   | not new then   | contact | 2024-04-01  |            |
    not new then   | not new then   | contact | 2024-04-15  |            |
    not new then   | not new then   | contact | 2024-01-15  |            |
    not new then   | not new then   | contact | 2024-02-01  |            |
"""

REGISTRATIONS = """
    who            | start_on   | end_on
    never before   | 2024-05-10 | 2024-05-20
    no pay before  | 2024-05-10 | 2024-05-20
    paid before    | 2024-05-10 | 2024-05-20
    paid in March  | 2024-05-10 | 2024-05-20
    paid in May    | 2024-05-10 | 2024-05-20
    learnt before  | 2024-05-10 | 2024-05-20
    learnt earlier | 2024-05-10 | 2024-05-20
    to 31 March    | 2024-05-10 | 2024-05-20
    to 1 April     | 2024-05-10 | 2024-05-20
    from 30 April  | 2024-05-10 | 2024-05-20
    from 1 May     | 2024-05-10 | 2024-05-20
    all the time   | 2024-05-10 | 2024-05-20
    on for good    | 2024-05-10 | 2024-05-20
    on it soon     | 2024-05-10 | 2024-05-20
    listed March   | 2024-03-10 | 2024-04-01
    listed March   | 2024-05-10 | 2024-05-20
    listed April   | 2024-03-10 | 2024-04-02
    listed April   | 2024-05-10 | 2024-05-20
    listed in it   | 2024-04-10 | 2024-04-20
    listed in it   | 2024-05-10 | 2024-05-20
    listed 2023    | 2023-12-10 | 2024-01-01
    listed 2023    | 2024-05-10 | 2024-05-20
    to December 31 | 2024-05-10 | 2024-05-20
    new in January | 2025-01-31 |
"""

WORK = """
    who            | month | hours
    no pay before  | 24291 | 0
    paid before    | 24291 | 5
    paid in March  | 24290 | 5
    paid in May    | 24292 | 5
    new in January | 24299 | 5
"""
"""Months are counted from January of year 0: 24288 is January 2024, 24300 January 2025."""

EDUCATION = """
    who            | month | level
    learnt before  | 24291 | higher
    learnt earlier | 24290 | higher
"""


def seniors() -> Register:
    """All of them."""
    return draw(
        benefit_spells=BENEFITS,
        cases=CASES,
        case_events=CASE_EVENTS,
        registrations=REGISTRATIONS,
        work_months=WORK,
        education_months=EDUCATION,
    )
