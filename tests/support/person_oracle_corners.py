"""One register of people who are easily counted wrongly; every test that draws registers looks at it too."""

from dataclasses import replace

from tests.support.person_oracle_corners_dealings import dealings
from tests.support.person_oracle_corners_employers import employers
from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_register import Register


def corners() -> Register:
    """People and employers who are easily counted wrongly, and what people are paid, sanctioned with and apply for."""
    told = _people()
    others = (told.rows, dealings().rows, employers().rows)
    sources = sorted({source for rows in others for source in rows})
    return replace(
        told, rows={source: [row for rows in others for row in rows.get(source, ())] for source in sources}
    )


def _people() -> Register:
    """People who are easily counted wrongly.

    Too young, with nothing else known of them; one scheme before a move and another after it; elsewhere for one
    month; the same row twice, and months a month apart; gone before the benefit ended; never known; off benefit after
    just so many days, or followed for a few less; at work in that very month; met on the very day; abroad for a few
    days; in an activity on the last day that is in time, or a day later; granted a pension on the first or last day
    that counts, or a day before or after; come from another benefit after just so many days off; registered to the
    very day. Employers that move, or are told in no area; vacancies filled on the last day that counts, or a day later,
    or after they closed. Assessed anew within a month, or no more, or once again while an earlier one goes on.
    """
    return draw(
        person_states="""
            who    | valid_from | valid_to   | area | birth_year | sex    | origin
            young  | 2020-01-01 |            |      | 2009       |        |
            old    | 2020-01-01 |            | A    | 1957       | male   | western
            mover  | 2020-01-01 | 2024-02-01 | A    | 1980       | female | native
            mover  | 2024-02-01 |            | C    | 1980       | female | native
            back   | 2020-01-01 | 2024-04-01 | A    | 1980       | female | native
            back   | 2024-04-01 | 2024-05-01 | C    | 1980       | female | native
            back   | 2024-05-01 |            | A    | 1980       | female | native
            twin   | 2020-01-01 |            | B    | 1999       | male   | non_western
            gone   | 2020-01-01 | 2024-03-02 | B    | 1980       | male   | native
            brief  | 2020-01-01 |            | B    | 1980       | male   | native
            brief  | 2024-04-02 | 2024-04-10 | XX-ABROAD | 1980  | male   | native
            final  | 2020-01-01 |            | A    | 1958       | male   | native
            both   | 2020-01-01 |            | A    | 1980       | female | native
            study  | 2020-01-01 |            | C    | 2000       | female | native
            kept   | 2020-01-01 |            | C    |            | female | native
            sexless | 2020-01-01 |           | C    | 1980       |        | native
        """,
        benefit_spells="""
            who    | scheme | start_on   | end_on     | degree
            young  | first  | 2024-01-01 | 2024-03-01 | 100
            old    | first  | 2024-01-01 | 2024-03-01 | 100
            mover  | first  | 2024-01-10 | 2024-02-01 | 100
            mover  | second | 2024-02-01 | 2024-02-20 | 50
            back   | first  | 2024-03-05 | 2024-06-20 | 100
            twin   | third  | 2024-02-10 | 2024-04-10 | 40
            twin   | third  | 2024-02-10 | 2024-04-10 | 60
            twin   | third  | 2024-06-01 | 2024-07-01 | 100
            twin   | third  | 2024-08-01 | 2024-09-01 | 100
            gone   | second | 2024-02-15 | 2024-04-15 | 100
            nobody | first  | 2024-05-01 |            | 100
            day10  | first  | 2024-04-01 | 2024-04-11 | 100
            day182 | first  | 2024-04-01 | 2024-09-30 | 100
            day183 | first  | 2024-04-01 | 2024-10-01 | 100
            stays  | first  | 2024-04-29 |            | 100
            late   | first  | 2024-06-20 |            | 100
            worked | first  | 2024-02-05 | 2024-03-01 | 100
            idle   | first  | 2024-02-05 | 2024-03-01 | 100
            idle   | second | 2024-02-20 | 2024-03-10 | 50
            final  | second | 2024-08-05 | 2024-09-11 | 100
            later  | second | 2024-08-05 | 2024-09-11 | 100
            early  | second | 2024-08-05 | 2024-09-11 | 100
            sooner | second | 2024-08-05 | 2024-09-11 | 100
            both   | second | 2024-08-05 | 2024-09-11 | 100
            both   | third  | 2024-09-11 | 2024-10-01 | 40
            from13 | third  | 2024-07-01 | 2024-08-01 | 100
            from13 | second | 2024-08-14 | 2024-09-11 | 100
            from14 | third  | 2024-07-01 | 2024-08-01 | 100
            from14 | second | 2024-08-15 | 2024-09-11 | 100
            study  | second | 2024-08-05 | 2024-09-11 | 100
            jobs   | second | 2024-08-05 | 2024-09-11 | 100
            kept   | first  | 2024-06-02 | 2024-08-10 | 50
            kept   | first  | 2024-08-31 | 2024-10-01 | 100
            sexless | second | 2024-09-01 |           | 100
            sexless | first | 2024-09-10 | 2024-10-01 | 33
        """,
        cases="""
            who   | case_id | opened_on  | closed_on
            back  | back    | 2024-03-10 | 2024-06-10
            mover | first   | 2024-01-10 | 2024-02-01
            mover | second  | 2024-02-01 | 2024-02-20
            day10 | day10   | 2024-04-01 |
            stays | stays   | 2024-04-29 |
            late  | late    | 2024-06-20 | 2024-06-27
        """,
        case_events="""
            who   | case_id | kind    | happened_on | due_on
            back  | back    | plan    | 2024-04-20  |
            back  | back    | contact | 2024-03-20  | 2024-03-20
            mover | first   | plan    | 2024-01-31  |
            mover | second  | contact |             | 2024-02-10
            day10 | day10   | contact | 2024-04-08  | 2024-04-08
            day10 | day10   | contact |             | 2024-04-08
            stays | stays   | contact | 2024-05-07  | 2024-05-06
            stays | stays   | contact | 2024-05-07  | 2024-05-20
            late  | late    | contact | 2024-06-20  | 2024-06-27
        """,
        work_months="""
            who    | month | hours
            worked | 24295 | 1
            worked | 24296 | 0
            idle   | 24294 | 160
            idle   | 24295 | 0
            both   | 24297 | 10
            early  | 24294 | 10
            from13 | 24294 | 10
            jobs   | 24294 | 10
            jobs   | 24297 | 10
            study  | 24295 | 0
            quick  | 24297 | 10
            slow   | 24297 | 10
            later  | 24298 | 10
            later  | 24299 | 10
            day60  | 24294 | 10
        """,
        education_months="""
            who    | month | level
            study  | 24294 | vocational
            study  | 24297 | higher
            study  | 24297 | vocational
            study  | 24300 |
            jobs   | 24294 | higher
            jobs   | 24297 | higher
            day183 | 24302 | higher
            day10  | 24297 |
            again  | 24295 |
        """,
        pensions="""
            who    | kind       | granted_on
            final  | old_age    | 2024-10-31
            later  | disability | 2024-11-01
            early  | disability | 2024-08-05
            sooner | disability | 2024-08-04
            sooner | old_age    | 2024-10-01
            both   | old_age    | 2024-09-01
            both   | disability | 2024-10-01
            gone   | disability | 2024-04-01
            jobs   | disability | 2024-01-01
        """,
        need_assessments="""
            who     | need   | start_on   | end_on     | recorded_on
            mover   | medium | 2024-01-10 |            | 2024-01-12
            mover   | high   | 2024-02-10 | 2024-03-01 | 2024-02-10
            back    | low    | 2024-03-05 | 2024-12-01 |
            back    | medium | 2024-03-12 | 2024-03-20 |
            twin    | high   | 2023-06-01 |            |
            twin    | low    | 2024-04-05 |            | 2024-06-30
            old     | high   | 2024-01-01 |            |
            nobody  | high   | 2024-05-10 |            |
            sexless | low    | 2024-09-15 | 2024-09-20 |
            day183  | medium | 2024-07-05 |            |
        """,
        placements="""
            who    | placed_on  | sector
            worked | 2024-08-31 | private
            mover  | 2024-01-31 | public
            mover  | 2024-02-01 | public
        """,
        registrations="""
            who   | start_on   | end_on
            back  | 2024-01-01 | 2024-02-01
            back  | 2024-02-01 | 2024-03-15
            back  | 2024-03-01 | 2024-03-20
            idle  | 2024-03-10 | 2024-07-01
            stays | 2024-04-29 |
            quick | 2024-05-31 | 2024-09-30
            slow  | 2024-05-31 | 2024-10-01
            again | 2024-05-10 | 2024-07-01
            again | 2024-07-01 | 2024-07-11
            place | 2024-05-10 | 2024-07-11
            day60 | 2024-05-31 | 2024-07-31
            day61 | 2024-05-31 | 2024-08-01
            day91 | 2024-05-31 | 2024-08-31
            day92 | 2024-05-31 | 2024-09-01
            near  | 2023-05-31 | 2024-05-01
            long  | 2023-05-31 | 2024-06-01
        """,
        activities="""
            who    | kind           | start_on   | end_on
            back   | training       | 2024-02-01 | 2024-03-15
            back   | training       | 2024-03-10 | 2024-04-01
            twin   | training       | 2024-04-01 |
            idle   | work_placement | 2024-04-01 | 2024-04-11
            worked | wage_subsidy   | 2024-05-02 | 2024-05-20
            day183 | guidance       | 2024-07-01 | 2024-07-10
            stays  | guidance       | 2024-07-28 | 2024-08-10
            place  | work_placement | 2024-08-31 | 2024-10-01
            again  | training       | 2024-08-01 | 2024-09-01
        """,
        employers="""
            who    | area | employees | active_from | active_to
            mover  | A    | 3         | 2020-01-01  | 2024-02-01
            mover  | C    | 4         | 2024-02-01  |
            bakery | B    | 10        | 2020-01-01  | 2024-05-16
            bakery | B    | 12        | 2024-05-16  |
            chain  | A    |           | 2024-03-01  |
            chain  |      | 7         | 2024-03-01  | 2024-03-02
        """,
        vacancies="""
            who    | vacancy_id | area | positions | opened_on  | closed_on  | filled_on  | referred_positions
            mover  | a          | A    | 1         | 2024-01-20 | 2024-02-10 | 2024-01-20 | 1
            bakery | a          | B    | 3         | 2023-12-20 | 2024-02-01 |            |
            bakery | b          | B    | 2         | 2024-04-01 |            | 2024-06-23 | 2
            bakery | c          | B    | 2         | 2024-04-01 | 2024-04-02 | 2024-06-24 | 2
            chain  | a          |      | 5         | 2024-06-30 |            |            |
            chain  | b          | C    | 1         | 2024-02-29 | 2024-03-01 | 2024-08-14 | 1
            chain  | c          | C    | 1         | 2024-02-29 | 2024-03-01 | 2024-08-15 | 1
        """,
        layoff_notices="""
            who    | notice_id | area | notified_on | persons
            bakery | a         | B    | 2024-06-30  | 6
            bakery | b         | A    | 2024-07-01  | 1
            chain  | a         |      | 2024-12-31  | 40
        """,
    )
