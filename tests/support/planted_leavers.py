"""Those of the crowd of `planted_people` who leave a benefit this way or that, come back, or stay for long."""

LEAVERS = """
    dies          | 2020-01-01 | 2024-05-20 | A                 | 1980       | female | native
    dies later    | 2020-01-01 | 2024-06-02 | A                 | 1980       | female | native
    both die      | 2020-01-01 | 2024-05-20 | A                 | 1980       | female | native
    only sex      | 2020-01-01 | 2024-05-20 | A                 |            | female |
    only age      | 2020-01-01 | 2024-05-20 | A                 | 1980       |        |
    only origin   | 2020-01-01 | 2024-05-20 | A                 |            |        | native
    known later   | 2024-07-01 |            | A                 | 1980       | female | native
    known in May  | 2024-05-01 | 2024-05-20 | A                 | 1980       | female | native
    comes again   | 2020-01-01 | 2024-05-20 | A                 | 1980       | female | native
    comes again   | 2024-09-01 |            | A                 | 1980       | female | native
"""
"""Whose state is no more in the month after, or is known in part."""

WAYS = """
    dies          | second | 2024-01-20 | 2024-02-10 | 100
    dies          | second | 2024-04-01 | 2024-05-11 | 100
    dies later    | second | 2024-04-01 | 2024-05-11 | 100
    both die      | second | 2024-04-01 | 2024-05-11 | 100
    both die      | third  | 2024-04-01 | 2024-05-11 | 100
    only sex      | second | 2024-04-01 | 2024-05-11 | 100
    only age      | second | 2024-04-01 | 2024-05-11 | 100
    only origin   | second | 2024-04-01 | 2024-05-11 | 100
    known later   | second | 2024-04-01 | 2024-05-11 | 100
    known in May  | second | 2024-04-01 | 2024-05-11 | 100
    comes again   | second | 2024-04-01 | 2024-05-11 | 100
    to two        | second | 2024-04-01 | 2024-05-11 | 100
    to two        | first  | 2024-05-11 | 2024-06-11 | 100
    to two        | third  | 2024-05-11 | 2024-06-11 | 100
    13 days to    | second | 2024-04-01 | 2024-05-11 | 100
    13 days to    | third  | 2024-05-24 | 2024-06-11 | 100
    14 days to    | second | 2024-04-01 | 2024-05-11 | 100
    14 days to    | third  | 2024-05-25 | 2024-06-11 | 100
    to open       | second | 2024-04-01 | 2024-05-11 | 100
    to open       | first  | 2024-05-15 |            | 100
    both end      | second | 2024-04-01 | 2024-05-11 | 100
    both end      | third  | 2024-04-20 | 2024-05-11 | 100
    one goes on   | second | 2024-04-01 | 2024-05-11 | 100
    one goes on   | third  | 2024-04-01 | 2024-05-11 | 100
    one goes on   | first  | 2024-05-16 | 2024-07-01 | 100
    unpaid        | second | 2024-04-01 | 2024-05-11 | 100
    works in May  | third  | 2024-03-10 | 2024-05-01 | 100
    back too late | third  | 2024-01-05 | 2024-02-01 | 100
    back too late | third  | 2025-02-05 | 2025-02-10 | 100
    back in time  | third  | 2024-01-05 | 2024-01-20 | 100
    back in time  | third  | 2025-01-31 | 2025-02-05 | 100
    New Year too  | third  | 2023-12-15 | 2024-01-01 | 100
    New Year too  | third  | 2025-01-10 | 2025-01-15 | 100
    one day       | third  | 2024-08-10 | 2024-08-11 | 100
    lasting       | second | 2024-04-01 | 2024-06-01 | 100
    not quite     | second | 2024-04-01 | 2024-06-01 | 100
    too early     | second | 2024-04-01 | 2024-06-01 | 100
    too late      | second | 2024-04-01 | 2024-06-01 | 100
    in 2 jobs     | second | 2024-04-01 | 2024-06-01 | 100
    twice there   | second | 2024-01-20 | 2024-02-10 | 100
    twice there   | second | 2024-04-01 | 2024-06-01 | 100
    twice there   | third  | 2024-04-01 | 2024-06-01 | 100
    at new year   | second | 2024-04-01 | 2025-01-01 | 100
    not gone yet  | first  | 2024-10-10 | 2025-02-10 | 100
    12 months     | first  | 2024-01-31 | 2024-12-02 | 100
    12 months on  | first  | 2024-01-05 | 2025-01-10 | 100
    12 months on  | third  | 2024-03-05 | 2024-03-10 | 100
    12 months on  | second | 2024-08-05 | 2024-08-10 | 100
    12 months on  | third  | 2024-12-05 | 2024-12-10 | 100
    12 months     | first  | 2025-02-05 | 2025-02-10 | 100
    stays on      | first  | 2023-12-20 |            | 100
    stays on      | third  | 2024-11-05 | 2024-11-10 | 100
    two in a row  | first  | 2024-01-05 | 2024-06-20 | 100
    two in a row  | third  | 2024-02-05 | 2024-02-10 | 100
    two in a row  | second | 2024-06-20 | 2025-01-20 | 100
    changes over  | first  | 2024-01-05 | 2024-12-01 | 100
    changes over  | second | 2024-12-01 | 2025-01-10 | 100
    11 months     | first  | 2024-02-01 | 2025-01-01 | 100
    days off      | second | 2023-12-20 | 2024-05-02 | 100
    days off      | second | 2024-06-30 | 2025-01-20 | 100
    a month off 2 | third  | 2023-12-20 | 2024-05-01 | 100
    a month off 2 | third  | 2024-06-01 | 2025-01-20 | 100
    of late       | first  | 2022-10-01 | 2023-12-15 | 100
    of late       | first  | 2024-03-05 | 2024-03-15 | 100
"""

WORKING = """
    lasting       | 24293 | 80
    lasting       | 24294 | 100
    lasting       | 24295 | 100
    lasting       | 24296 | 100
    lasting       | 24297 | 100
    lasting       | 24298 | 80
    lasting       | 24299 | 0
    not quite     | 24293 | 100
    not quite     | 24294 | 79
    not quite     | 24295 | 100
    not quite     | 24296 | 100
    not quite     | 24297 | 100
    not quite     | 24298 | 100
    not quite     | 24292 | 100
    too early     | 24292 | 100
    too early     | 24293 | 100
    too early     | 24294 | 100
    too early     | 24295 | 100
    too early     | 24296 | 100
    too early     | 24297 | 100
    too late      | 24294 | 100
    too late      | 24295 | 100
    too late      | 24296 | 100
    too late      | 24297 | 100
    too late      | 24298 | 100
    too late      | 24299 | 100
    twice there   | 24290 | 100
    twice there   | 24291 | 100
    twice there   | 24292 | 100
    twice there   | 24293 | 100
    twice there   | 24294 | 100
    twice there   | 24295 | 100
    twice there   | 24296 | 100
    twice there   | 24297 | 100
    twice there   | 24298 | 100
    twice there   | 24299 | 100
    twice there   | 24300 | 100
    in 2 jobs     | 24293 | 40
    in 2 jobs     | 24293 | 40
    in 2 jobs     | 24294 | 40
    in 2 jobs     | 24294 | 40
    in 2 jobs     | 24295 | 40
    in 2 jobs     | 24295 | 40
    in 2 jobs     | 24296 | 40
    in 2 jobs     | 24296 | 40
    in 2 jobs     | 24297 | 40
    in 2 jobs     | 24297 | 40
    in 2 jobs     | 24298 | 40
    in 2 jobs     | 24298 | 40
    at new year   | 24300 | 100
    at new year   | 24301 | 100
    at new year   | 24302 | 100
    at new year   | 24303 | 100
    at new year   | 24304 | 100
    at new year   | 24305 | 100
    not gone yet  | 24302 | 100
    not gone yet  | 24303 | 100
    not gone yet  | 24304 | 100
    not gone yet  | 24305 | 100
    not gone yet  | 24306 | 100
    not gone yet  | 24307 | 100
"""
"""Months are counted from January of year 0: 24293 is June 2024."""
