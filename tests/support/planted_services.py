"""What services did for the crowd of `planted_people`: registrations, activities, work, placements, cases."""

REGISTRATIONS = """
    who           | start_on   | end_on
    of B          | 2024-05-10 | 2024-05-20
    of F          | 2024-06-10 | 2024-07-20
    within        | 2024-02-01 | 2024-07-01
    within        | 2024-02-01 | 2024-02-05
    within        | 2024-02-10 | 2024-02-20
    within        | 2024-06-15 | 2024-08-01
    within        | 2024-10-15 | 2024-11-01
    ends last     | 2024-03-01 | 2024-05-01
    ends last     | 2024-03-10 | 2024-04-01
    beside        | 2024-02-05 | 2024-09-15
    later         | 2024-02-10 | 2024-02-20
    later         | 2024-04-01 | 2024-04-10
    later         | 2024-04-01 | 2024-05-01
    open          | 2024-03-01 | 2024-03-20
    open          | 2024-03-10 |
    never there   | 2024-04-05 | 2024-04-05
    never there   | 2024-05-10 | 2024-05-05
    moves in      | 2024-01-20 | 2024-02-10
    before        | 2023-11-10 | 2024-02-15
    in December   | 2024-12-10 | 2025-01-10
    after         | 2025-02-10 | 2025-02-20
    12 months on  | 2024-03-01 | 2024-12-20
    changes over  | 2024-12-01 | 2025-01-05
    4 months      | 2024-02-10 | 2024-06-10
"""

ACTIVITIES = """
    who           | start_on   | end_on
    of B          | 2024-05-01 | 2024-05-10
    of F          | 2024-06-10 | 2024-07-20
    within        | 2024-02-15 | 2024-06-01
    within        | 2024-02-15 | 2024-02-18
    within        | 2024-02-20 | 2024-03-01
    within        | 2024-04-01 | 2024-06-01
    within        | 2024-05-20 | 2024-06-10
    within        | 2024-06-10 | 2024-06-12
    beside        | 2024-01-01 | 2024-12-01
    in turn       | 2024-02-01 | 2024-02-10
    in turn       | 2024-03-10 | 2024-03-20
    priority      | 2024-03-10 | 2024-03-25
    open          | 2024-03-10 |
    turns 25      | 2024-12-20 |
    never there   | 2024-04-05 | 2024-04-05
    14 days off   | 2024-02-10 | 2024-02-10
    14 days off   | 2024-03-01 | 2024-03-15
    13 days off   | 2024-03-20 | 2024-03-10
    no benefit    | 2024-02-10 | 2024-03-10
"""

WORK = """
    who           | month | hours
    first of      | 24297 | 0
    moves in      | 24296 | 0
    moves in      | 24296 | 7
    13 days off   | 24295 | 100
    13 days off   | 24296 | 100
    14 days off   | 24297 | 7
    bridged       | 24298 | 1
    of B          | 24298 | 1
    of F          | 24300 | 1
    60 days       | 24297 | 1
    61 days       | 24298 | 1
    59 days       | 24295 | 1
    turns 25      | 24306 | 1
    to new year   | 24305 | 1
    to December   | 24305 | 1
    in turn       | 24295 | 1
    out in June   | 24287 | 1
    out in July   | 24288 | 1
    leaves late   | 24306 | 1
    dies          | 24293 | 5
    unpaid        | 24293 | 0
    works in May  | 24292 | 5
    to new year   | 24300 | 5
    12 months on  | 24293 | 5
    12 months on  | 24295 | 0
    12 months on  | 24299 | 5
    12 months     | 24299 | 5
    days off      | 24290 | 5
    days off      | 24293 | 5
    changes over  | 24298 | 5
    open          | 24293 | 5
    enters early  | 24294 | 5
    enters        | 24294 | 5
"""
"""Months are counted from January of year 0: 24288 is January 2024, 24300 January 2025."""

PLACEMENTS = """
    who           | placed_on
    of B          | 2024-05-31
    of B          | 2024-06-01
    of F          | 2024-07-10
    of F          | 2024-07-10
    before        | 2023-12-31
    before        | 2024-01-01
    after         | 2025-02-01
    in January    | 2025-01-31
    turns 16      | 2024-12-31
    turns 16      | 2025-01-01
"""

CASES = """
    who           | case_id      | opened_on  | closed_on
    of B          | of B         | 2024-03-10 | 2024-05-20
    of F          | of F         | 2024-03-10 | 2024-08-20
    from the day  | from the day | 2024-01-01 | 2024-03-10
    day before    | day before   | 2023-12-31 | 2024-03-10
    open          | open         | 2024-02-10 |
    closed then   | closed then  | 2024-02-10 | 2024-03-10
    closed after  | closed after | 2024-02-10 | 2024-03-11
    exempt        | exempt       | 2024-02-10 | 2024-04-10
    exempt later  | exempt later | 2024-02-10 | 2024-04-10
    excused early | excused early | 2023-12-31 | 2024-03-10
    excused       | excused      | 2024-01-01 | 2024-03-10
    excused, shut | excused, shut | 2024-02-10 | 2024-03-10
    excused, open | excused, open | 2024-02-10 |
    excused talk  | excused talk | 2024-02-10 | 2024-04-10
    excused last  | excused last | 2025-01-10 |
    twice         | twice 1      | 2024-02-10 | 2024-03-10
    twice         | twice 2      | 2024-05-10 | 2024-07-10
    at once       | at once 1    | 2024-02-10 | 2024-06-10
    at once       | at once 2    | 2024-03-10 | 2024-04-10
    no plan       | no plan      | 2024-02-10 | 2024-06-10
    plan at once  | plan at once | 2024-02-10 | 2024-06-10
    plan before   | plan before  | 2024-02-10 | 2024-06-10
    plan after    | plan after   | 2024-02-10 | 2024-06-10
    last day      | last day     | 2024-02-10 | 2024-06-10
    moves in      | moves in     | 2024-01-10 | 2024-03-10
    to and fro    | to and fro 1 | 2024-01-10 | 2024-01-20
    to and fro    | to and fro 2 | 2024-03-10 | 2024-03-20
    to and fro    | to and fro 3 | 2024-04-10 | 2024-04-20
    two plans     | two plans    | 2024-02-10 | 2024-06-10
    no day        | no day       | 2024-05-10 | 2024-05-10
    backwards     | backwards    | 2024-05-10 | 2024-05-05
    before        | before       | 2023-11-10 | 2024-03-10
    due last      | due last     | 2025-01-10 |
    due too late  | due too late | 2025-01-10 |
"""

CASE_EVENTS = """
    who           | case_id      | kind       | happened_on | due_on     | exempt
    of B          | of B         | contact    | 2024-05-15  | 2024-05-15 |
    of B          | of B         | plan       | 2024-05-01  |            |
    of F          | of F         | contact    | 2024-07-15  | 2024-07-15 |
    of F          | of F         | plan       | 2024-06-01  |            |
    from the day  | from the day | contact    | 2024-01-10  | 2024-01-10 |
    day before    | day before   | contact    | 2024-01-10  | 2024-01-10 |
    open          | open         | contact    | 2024-02-20  | 2024-02-20 |
    open          | open         | plan       | 2024-03-20  |            |
    closed then   | closed then  | contact    | 2024-03-01  | 2024-03-10 |
    closed after  | closed after | contact    | 2024-03-01  | 2024-03-10 |
    exempt        | exempt       | contact    | 2024-03-01  | 2024-03-01 | yes
    exempt        | exempt       | contact    | 2024-03-01  | 2024-03-01 |
    exempt later  | exempt later | contact    | 2024-03-01  | 2024-03-01 |
    exempt later  | exempt later | contact    | 2024-03-20  | 2024-03-20 | yes
    excused early | excused early | contact    |             | 2024-01-10 | yes
    excused       | excused      | contact    |             | 2024-01-10 | yes
    excused, shut | excused, shut | contact    |             | 2024-03-10 | yes
    excused, open | excused, open | contact    |             | 2024-02-20 | yes
    excused talk  | excused talk | conference |             | 2024-03-01 | yes
    excused last  | excused last | contact    |             | 2025-02-01 | yes
    twice         | twice 1      | contact    |             | 2024-02-20 |
    twice         | twice 1      | contact    | 2024-02-21  | 2024-02-20 |
    twice         | twice 1      | contact    | 2024-02-19  | 2024-02-20 |
    twice         | twice 1      | contact    | 2024-03-01  | 2024-03-05 |
    twice         | twice 2      | contact    | 2024-05-11  |            |
    twice         | twice 2      | contact    | 2024-06-21  | 2024-06-20 |
    twice         | twice 2      | plan       | 2024-06-20  |            |
    at once       | at once 1    | plan       |             | 2024-02-20 |
    at once       | at once 2    | plan       | 2024-03-20  |            |
    no plan       | no plan      | conference | 2024-02-15  | 2024-02-15 |
    plan at once  | plan at once | plan       | 2024-02-10  |            |
    plan before   | plan before  | plan       | 2024-02-01  |            |
    plan after    | plan after   | plan       | 2024-06-10  |            |
    last day      | last day     | plan       | 2024-06-09  |            |
    moves in      | moves in     | plan       | 2024-01-20  |            |
    to and fro    | to and fro 1 | plan       | 2024-01-15  |            |
    to and fro    | to and fro 2 | plan       | 2024-03-15  |            |
    two plans     | two plans    | plan       | 2024-03-10  |            |
    two plans     | two plans    | plan       | 2024-05-10  |            |
    no day        | no day       | plan       | 2024-05-10  |            |
    backwards     | backwards    | plan       | 2024-05-01  |            |
    due last      | due last     | contact    | 2025-01-20  | 2025-01-31 |
    due too late  | due too late | contact    | 2025-01-20  | 2025-02-01 |
"""
