"""More of the crowd: people who come from somewhere and go somewhere, stay for long, or are known in part.

Of most of them nothing is known, so they count where nothing is stated. Of the schemes `second` may be off for 13 days
and `third` for none; `known` of `planted_people` tells how far the records reach.
"""

from tests.support.person_oracle_drawing import NOT_STATED_AREA, draw
from tests.support.person_oracle_register import Register

STATES = f"""
    who            | valid_from | valid_to   | area              | birth_year | sex    | origin
    pension dies   | 2020-01-01 | 2024-05-20 | A                 | 1980       | female | native
    no sex         | 2020-01-01 |            | A                 | 1980       |        | native
    no birth year  | 2020-01-01 |            | A                 |            | male   | native
    no origin      | 2020-01-01 |            | A                 | 1980       | male   |
    area unknown   | 2020-01-01 |            |                   | 1980       | male   | native
    area unheard   | 2020-01-01 |            | Q                 | 1980       | male   | native
    area a region  | 2020-01-01 |            | N                 | 1980       | male   | native
    area as such   | 2020-01-01 |            | {NOT_STATED_AREA} | 1980       | male   | native
    area long ago  | 2020-01-01 |            | H                 | 1980       | male   | native
    learnt late    | 2020-01-01 | 2024-05-30 | A                 | 1980       |        | native
    learnt late    | 2024-05-30 |            | A                 | 1980       | male   | native
    known till May | 2020-01-01 | 2024-05-02 | A                 | 1980       | male   | native
    all known      | 2020-01-01 |            | A                 | 1980       | male   | native
    too old        | 2020-01-01 |            | A                 | 1950       |        | native
    moves in May   | 2020-01-01 | 2024-05-10 | A                 | 1980       | male   | native
    moves in May   | 2024-05-10 |            | C                 | 1980       | male   | native
    moves in June  | 2020-01-01 | 2024-06-10 | A                 | 1980       | male   | native
    moves in June  | 2024-06-10 |            | C                 | 1980       | male   | native
    67 at new year | 2020-01-01 |            | A                 | 1957       | male   | native
"""

BENEFITS = """
    who            | scheme | start_on   | end_on     | degree
    last of June   | second | 2024-04-01 | 2024-05-11 | 100
    first of July  | second | 2024-04-01 | 2024-05-11 | 100
    first day      | second | 2024-04-01 | 2024-05-11 | 100
    a day before   | second | 2024-04-01 | 2024-05-11 | 100
    while on it    | second | 2024-04-01 | 2024-05-11 | 100
    old age        | second | 2024-04-01 | 2024-05-11 | 100
    old and ill    | second | 2024-04-01 | 2024-05-11 | 100
    ill before     | second | 2024-04-01 | 2024-05-11 | 100
    ill after      | second | 2024-04-01 | 2024-05-11 | 100
    two pensions   | second | 2024-04-01 | 2024-05-11 | 100
    pension, other | second | 2024-04-01 | 2024-05-11 | 100
    pension, other | third  | 2024-05-11 | 2024-06-01 | 100
    pension, work  | second | 2024-04-01 | 2024-05-11 | 100
    pension dies   | second | 2024-04-01 | 2024-05-11 | 100
    in a break     | second | 2024-04-01 | 2024-04-11 | 100
    in a break     | second | 2024-04-20 | 2024-05-11 | 100
    before a break | second | 2024-04-01 | 2024-04-11 | 100
    before a break | second | 2024-04-25 | 2024-05-11 | 100
    last of May    | second | 2024-04-01 | 2024-06-01 | 100
    other, works   | second | 2024-04-01 | 2024-05-11 | 100
    other, works   | third  | 2024-05-12 | 2024-06-01 | 100
    other, studies | second | 2024-04-01 | 2024-05-11 | 100
    other, studies | third  | 2024-05-12 | 2024-06-01 | 100
    works, studies | second | 2024-04-01 | 2024-05-11 | 100
    studies        | second | 2024-04-01 | 2024-05-11 | 100
    studies at two | second | 2024-04-01 | 2024-05-11 | 100
    studied in May | second | 2024-04-01 | 2024-05-11 | 100
    studies later  | second | 2024-04-01 | 2024-05-11 | 100
    in November    | second | 2024-04-01 | 2024-05-11 | 100
    in October     | second | 2024-04-01 | 2024-05-11 | 100
    in Dec again   | second | 2024-04-01 | 2024-05-11 | 100
    learns in Oct  | second | 2024-04-01 | 2024-05-01 | 100
    learns in June | second | 2024-11-10 | 2025-01-01 | 100
    learns in Aug  | first  | 2024-12-10 | 2025-02-10 | 100
    studies in Jan | second | 2024-11-20 | 2024-12-11 | 100
    from 13 days   | third  | 2024-03-01 | 2024-04-01 | 100
    from 13 days   | second | 2024-04-14 | 2024-05-11 | 100
    from 14 days   | third  | 2024-03-01 | 2024-04-01 | 100
    from 14 days   | second | 2024-04-15 | 2024-05-11 | 100
    from the same  | second | 2024-03-01 | 2024-04-01 | 100
    from the same  | second | 2024-04-15 | 2024-05-11 | 100
    on it still    | third  | 2024-03-01 | 2024-06-01 | 100
    on it still    | second | 2024-04-15 | 2024-05-11 | 100
    the same day   | third  | 2024-04-15 | 2024-06-01 | 100
    the same day   | second | 2024-04-15 | 2024-05-11 | 100
    works and on   | third  | 2024-03-01 | 2024-04-15 | 100
    works and on   | second | 2024-04-15 | 2024-05-11 | 100
    worked before  | second | 2024-04-15 | 2024-05-11 | 100
    unpaid before  | second | 2024-04-15 | 2024-05-11 | 100
    works then     | second | 2024-04-15 | 2024-05-11 | 100
    worked long    | second | 2024-04-15 | 2024-05-11 | 100
    both before    | second | 2024-04-15 | 2024-05-11 | 100
    studied before | second | 2024-04-15 | 2024-05-11 | 100
    at two before  | second | 2024-04-15 | 2024-05-11 | 100
    studies then   | second | 2024-04-15 | 2024-05-11 | 100
    studied long   | second | 2024-04-15 | 2024-05-11 | 100
    on 1 January   | second | 2024-01-15 | 2024-02-11 | 100
    found in May   | second | 2024-04-15 | 2024-05-11 | 100
    found in Nov   | second | 2024-04-15 | 2024-05-11 | 100
    found in April | second | 2024-04-15 | 2024-05-11 | 100
    found in Dec   | second | 2024-04-15 | 2024-05-11 | 100
    found unpaid   | second | 2024-04-15 | 2024-05-11 | 100
    found twice    | second | 2024-04-15 | 2024-05-11 | 100
    no sex         | third  | 2024-04-15 | 2024-05-11 | 50
    no birth year  | third  | 2024-04-15 | 2024-05-11 | 100
    no origin      | third  | 2024-04-15 | 2024-05-11 | 100
    area unknown   | third  | 2024-04-15 | 2024-05-11 | 100
    area unheard   | third  | 2024-04-15 | 2024-05-11 | 100
    area a region  | third  | 2024-04-15 | 2024-05-11 | 100
    area as such   | third  | 2024-04-15 | 2024-05-11 | 100
    area long ago  | third  | 2024-04-15 | 2024-05-11 | 100
    learnt late    | third  | 2024-04-15 | 2024-06-11 | 100
    known till May | third  | 2024-04-15 | 2024-06-11 | 100
    known till May | second | 2024-05-15 | 2024-06-05 | 50
    all known      | third  | 2024-04-15 | 2024-06-11 | 100
    too old        | third  | 2024-04-15 | 2024-06-11 | 100
    on two         | first  | 2024-04-10 | 2024-05-11 | 40
    on two         | second | 2024-05-01 | 2024-06-11 | 100
    on three       | first  | 2024-04-10 | 2024-04-21 | 40
    on three       | second | 2024-04-15 | 2024-05-11 | 60
    on three       | third  | 2024-04-20 | 2024-05-05 | 100
    on one twice   | third  | 2024-04-10 | 2024-05-11 | 40
    on one twice   | third  | 2024-04-20 | 2024-05-05 | 60
    one after one  | first  | 2024-04-10 | 2024-04-20 | 100
    one after one  | third  | 2024-04-20 | 2024-05-05 | 100
    three by turns | first  | 2024-04-01 | 2024-05-01 | 100
    three by turns | second | 2024-04-01 | 2024-04-21 | 100
    three by turns | third  | 2024-04-05 | 2024-04-09 | 100
    three by turns | third  | 2024-04-15 | 2024-04-26 | 100
    three months   | first  | 2024-04-30 | 2024-05-01 | 100
    three months   | third  | 2024-06-01 | 2024-06-02 | 100
    four months    | first  | 2024-03-31 | 2024-04-01 | 100
    four months    | third  | 2024-06-01 | 2024-06-02 | 100
    one, twice     | third  | 2024-05-01 | 2024-05-02 | 100
    one, twice     | third  | 2024-06-01 | 2024-06-02 | 100
    counts on      | first  | 2024-04-30 | 2024-05-01 | 100
    counts on      | third  | 2024-05-01 | 2024-09-01 | 100
    none in May    | first  | 2024-04-30 | 2024-05-01 | 100
    none in May    | third  | 2024-04-01 | 2024-04-02 | 100
    none in May    | third  | 2024-06-30 | 2024-07-01 | 100
    moves in May   | first  | 2024-04-02 | 2024-04-05 | 100
    moves in May   | third  | 2024-04-10 | 2024-05-05 | 100
    67 at new year | first  | 2023-12-20 | 2023-12-25 | 100
    67 at new year | third  | 2023-12-20 | 2024-01-05 | 100
    73 of 91 days  | third  | 2024-04-01 | 2024-06-12 | 100
    73 of 91 days  | first  | 2024-06-30 | 2024-07-01 | 20
    72 of 91 days  | third  | 2024-04-01 | 2024-06-11 | 100
    72 of 91 days  | first  | 2024-06-30 | 2024-07-01 | 100
    73, not June   | third  | 2024-03-21 | 2024-06-01 | 100
    73 on two      | third  | 2024-04-20 | 2024-07-01 | 100
    73 on two      | second | 2024-04-19 | 2024-06-12 | 100
    72 on two      | third  | 2024-04-20 | 2024-07-01 | 100
    72 on two      | second | 2024-04-20 | 2024-06-12 | 100
    72 of 90 days  | third  | 2024-02-19 | 2024-05-01 | 100
    off for 4 days | third  | 2023-11-01 | 2024-01-01 | 100
    off for 4 days | third  | 2024-01-05 | 2024-04-01 | 100
    not in May     | third  | 2021-01-01 | 2024-05-01 | 100
    not in May     | third  | 2024-06-10 | 2024-07-01 | 100
    on and on      | third  | 2024-04-01 | 2024-06-25 | 100
    on and on      | first  | 2024-07-01 | 2024-07-02 | 100
    from before    | third  | 2023-11-01 | 2024-02-02 | 100
    moves in June  | third  | 2024-04-01 | 2024-07-01 | 100
    ends the 29th  | second | 2024-06-10 | 2024-06-30 | 100
    ends the 30th  | second | 2024-06-10 | 2024-07-01 | 100
    begins then    | second | 2024-06-30 | 2024-07-05 | 100
    begins after   | second | 2024-07-01 | 2024-07-05 | 100
    off that day   | second | 2024-05-10 | 2024-06-25 | 100
    off that day   | second | 2024-07-05 | 2024-07-15 | 100
    off before     | second | 2024-05-10 | 2024-06-05 | 100
    off before     | second | 2024-06-15 | 2024-07-05 | 100
    two under way  | second | 2024-05-10 | 2024-07-05 | 100
    two under way  | third  | 2024-06-10 | 2024-07-05 | 40
    changes degree | third  | 2024-05-10 | 2024-06-10 | 100
    changes degree | third  | 2024-06-10 | 2024-07-05 | 40
    lies within    | third  | 2024-05-10 | 2024-07-05 | 100
    lies within    | third  | 2024-06-10 | 2024-06-20 | 40
    at both ends   | second | 2023-12-20 |            | 100
"""

WORK = """
    who            | month | hours
    pension, work  | 24293 | 7
    pension dies   | 24293 | 7
    other, works   | 24293 | 7
    works, studies | 24293 | 7
    works and on   | 24290 | 7
    worked before  | 24290 | 7
    unpaid before  | 24290 | 0
    works then     | 24291 | 7
    worked long    | 24289 | 7
    both before    | 24290 | 7
    on 1 January   | 24287 | 7
    found in May   | 24292 | 7
    found in Nov   | 24298 | 7
    found in April | 24291 | 7
    found in Dec   | 24299 | 7
    found unpaid   | 24295 | 0
    found twice    | 24295 | 7
    found twice    | 24296 | 0
"""
"""Months are counted from January of year 0: 24288 is January 2024, 24300 January 2025."""

EDUCATION = """
    who            | month | level
    pension dies   | 24293 | higher
    other, studies | 24293 | higher
    works, studies | 24293 | higher
    studies        | 24293 |
    studies at two | 24293 | higher
    studies at two | 24293 | vocational
    studied in May | 24292 | higher
    studies later  | 24294 | higher
    in November    | 24298 | higher
    in November    | 24298 | vocational
    in October     | 24297 | higher
    learns in Oct  | 24297 | higher
    learns in June | 24305 | higher
    learns in Aug  | 24307 | higher
    in Dec again   | 24299 | higher
    studies in Jan | 24300 | higher
    both before    | 24290 | higher
    studied before | 24290 |
    at two before  | 24290 | higher
    at two before  | 24290 |
    studies then   | 24291 | higher
    studied long   | 24289 | higher
"""

PENSIONS = """
    who            | kind       | granted_on
    last of June   | disability | 2024-06-30
    first of July  | disability | 2024-07-01
    first day      | disability | 2024-04-01
    a day before   | disability | 2024-03-31
    while on it    | disability | 2024-04-20
    old age        | old_age    | 2024-06-01
    old and ill    | old_age    | 2024-06-01
    old and ill    | disability | 2024-06-01
    ill before     | disability | 2024-03-31
    ill before     | old_age    | 2024-06-01
    ill after      | disability | 2024-07-01
    ill after      | old_age    | 2024-06-01
    two pensions   | disability | 2024-05-01
    two pensions   | disability | 2024-06-01
    pension, other | disability | 2024-06-01
    pension, work  | disability | 2024-06-01
    pension dies   | disability | 2024-05-10
    in a break     | disability | 2024-04-05
    before a break | disability | 2024-04-05
    last of May    | disability | 2024-06-30
"""


def on_their_ways() -> Register:
    """All of them."""
    return draw(
        person_states=STATES,
        benefit_spells=BENEFITS,
        work_months=WORK,
        education_months=EDUCATION,
        pensions=PENSIONS,
    )
