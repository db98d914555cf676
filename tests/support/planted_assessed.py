"""More of the crowd: people whose need was assessed, each there because of one slip in what holds when.

Nothing is known of who they are, so they count where nothing is stated. On a day with two schemes `first` goes first.
"""

from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_register import Register

ASSESSMENTS = """
    who           | need   | start_on   | end_on     | recorded_on
    followed      | high   | 2024-02-10 | 2024-09-01 | 2024-02-10
    followed      | low    | 2024-04-10 | 2024-05-15 | 2024-04-12
    ends          | medium | 2024-02-10 | 2024-03-20 |
    again         | high   | 2024-02-10 | 2024-03-01 |
    again         | medium | 2024-04-01 |            | 2024-09-01
    alike         | low    | 2024-02-10 |            |
    alike         | low    | 2024-03-05 | 2024-03-10 |
    three         | low    | 2024-02-05 |            |
    three         | medium | 2024-03-05 | 2024-08-01 |
    three         | high   | 2024-04-05 |            |
    on two        | medium | 2024-03-05 |            |
    too late      | high   | 2024-03-20 |            |
    too early     | high   | 2023-03-01 | 2024-03-01 |
    open          | high   | 2024-03-05 |            |
    open, ended   | high   | 2024-03-05 | 2024-06-10 |
    one day       | low    | 2024-03-05 | 2024-03-06 |
    no benefit    | low    | 2024-03-05 |            |
    inactive      | medium | 2023-01-01 |            |
    never there   | medium | 2024-04-05 | 2024-04-05 |
    never there   | high   | 2024-02-05 |            |
"""

BENEFITS = """
    who           | scheme | start_on   | end_on     | degree
    followed      | first  | 2024-01-01 | 2024-12-01 | 100
    ends          | second | 2024-01-01 | 2024-05-10 | 100
    again         | first  | 2024-02-01 | 2024-06-10 | 50
    alike         | first  | 2024-02-01 | 2024-06-10 | 100
    three         | third  | 2024-01-15 | 2024-09-10 | 100
    on two        | first  | 2024-03-10 | 2024-04-10 | 40
    on two        | second | 2024-03-01 | 2024-05-10 | 100
    too late      | first  | 2024-03-01 | 2024-03-20 | 100
    too early     | first  | 2024-03-01 | 2024-03-20 | 100
    open          | first  | 2024-03-01 |            | 100
    open, ended   | first  | 2024-03-01 |            | 100
    one day       | first  | 2024-03-01 | 2024-04-01 | 100
    not assessed  | first  | 2024-03-01 | 2024-04-01 | 100
    inactive      | second | 2024-03-05 | 2024-03-25 | 100
    never there   | first  | 2024-03-01 | 2024-06-01 | 100
"""

ACTIVITIES = """
    who           | kind     | start_on   | end_on
    followed      | training | 2024-03-15 | 2024-06-20
    ends          | training | 2024-03-01 | 2024-04-20
    again         | guidance | 2024-02-20 | 2024-04-20
    alike         | training | 2024-03-01 | 2024-04-01
    three         | training | 2024-02-20 | 2024-05-05
    on two        | training | 2024-03-03 | 2024-05-01
    on two        | guidance | 2024-03-12 | 2024-03-15
    on two        | guidance | 2024-04-10 | 2024-05-01
    on two        | guidance | 2024-04-20 | 2024-05-06
    too late      | training | 2024-03-01 |
    too early     | training | 2024-02-01 | 2024-04-01
    open          | training | 2024-03-10 |
    open, ended   | training | 2024-03-10 |
    one day       | training | 2024-03-04 | 2024-03-20
    not assessed  | training | 2024-03-04 | 2024-03-20
    no benefit    | training | 2024-03-04 | 2024-03-20
    inactive      | training | 2024-02-05 | 2024-03-05
    inactive      | guidance | 2024-03-25 | 2024-04-05
"""


def assessed() -> Register:
    """Their rows, in the register that tables are drawn into."""
    return draw(need_assessments=ASSESSMENTS, benefit_spells=BENEFITS, activities=ACTIVITIES)
