"""Days on benefit and spells on a scheme: hand-worked corners. `end_on` is the first day after."""

from tests.support.core_tables import expect, told_core


def test_rows_of_one_scheme_become_pieces_that_hold_each_day_once(warehouse):
    told_core(
        warehouse,
        benefit_spells="""
            person_id | scheme | start_on   | end_on     | degree
            1         | first  | 2024-01-01 | 2024-02-01 | 100
            1         | first  | 2024-02-01 | 2024-03-01 | 100
            2         | first  | 2024-01-01 | 2024-02-01 | 100
            2         | first  | 2024-01-15 | 2024-03-01 | 100
            3         | first  | 2024-01-01 | 2024-03-01 | 100
            3         | first  | 2024-01-15 | 2024-02-01 | 100
            4         | first  | 2024-01-01 | 2024-02-01 | 100
            4         | first  | 2024-01-01 | 2024-02-01 | 100
            5         | first  | 2024-01-01 | 2024-02-01 | 100
            5         | first  | 2024-02-02 | 2024-03-01 | 100
            6         | first  | 2024-01-01 |            | 100
            6         | first  | 2024-02-02 | 2024-03-01 | 100
        """,
    )
    expect(
        warehouse,
        "benefit_piece",
        """
            person_id | scheme | start_on   | end_on     | degree | first_choice
            1         | first  | 2024-01-01 | 2024-03-01 | 100    | true
            2         | first  | 2024-01-01 | 2024-03-01 | 100    | true
            3         | first  | 2024-01-01 | 2024-03-01 | 100    | true
            4         | first  | 2024-01-01 | 2024-02-01 | 100    | true
            5         | first  | 2024-01-01 | 2024-02-01 | 100    | true
            5         | first  | 2024-02-02 | 2024-03-01 | 100    | true
            6         | first  | 2024-01-01 |            | 100    | true
        """,
    )


def test_the_highest_degree_of_the_rows_of_a_day_counts(warehouse):
    told_core(
        warehouse,
        benefit_spells="""
            person_id | scheme | start_on   | end_on     | degree
            1         | first  | 2024-01-01 | 2024-03-01 | 40
            1         | first  | 2024-01-15 | 2024-02-01 | 100
            2         | first  | 2024-01-01 | 2024-02-01 | 50
            2         | first  | 2024-01-15 |            | 30
            3         | first  | 2024-01-01 | 2024-02-01 | 50
            3         | first  | 2024-01-01 | 2024-02-01 | 80
        """,
    )
    expect(
        warehouse,
        "benefit_piece",
        """
            person_id | scheme | start_on   | end_on     | degree
            1         | first  | 2024-01-01 | 2024-01-15 | 40
            1         | first  | 2024-01-15 | 2024-02-01 | 100
            1         | first  | 2024-02-01 | 2024-03-01 | 40
            2         | first  | 2024-01-01 | 2024-02-01 | 50
            2         | first  | 2024-02-01 |            | 30
            3         | first  | 2024-01-01 | 2024-02-01 | 80
        """,
    )


def test_on_a_day_with_two_schemes_the_one_with_priority_is_the_first_choice(warehouse):
    told_core(
        warehouse,
        benefit_spells="""
            person_id | scheme | start_on   | end_on     | degree
            1         | second | 2024-01-01 | 2024-02-01 | 100
            1         | first  | 2024-01-10 | 2024-01-11 | 20
            2         | first  | 2024-01-01 | 2024-02-01 | 100
            2         | second | 2024-01-01 | 2024-02-01 | 100
        """,
    )
    expect(
        warehouse,
        "benefit_piece",
        """
            person_id | scheme | start_on   | end_on     | degree | first_choice
            1         | second | 2024-01-01 | 2024-01-10 | 100    | true
            1         | second | 2024-01-10 | 2024-01-11 | 100    | false
            1         | second | 2024-01-11 | 2024-02-01 | 100    | true
            1         | first  | 2024-01-10 | 2024-01-11 | 20     | true
            2         | first  | 2024-01-01 | 2024-02-01 | 100    | true
            2         | second | 2024-01-01 | 2024-02-01 | 100    | false
        """,
    )


def test_three_schemes_in_each_other(warehouse):
    told_core(
        warehouse,
        benefit_spells="""
            person_id | scheme | start_on   | end_on     | degree
            1         | third  | 2024-01-01 |            | 100
            1         | second | 2024-02-01 | 2024-05-01 | 100
            1         | first  | 2024-03-01 | 2024-04-01 | 100
        """,
    )
    expect(
        warehouse,
        "benefit_piece",
        """
            person_id | scheme | start_on   | end_on     | degree | first_choice
            1         | third  | 2024-01-01 | 2024-02-01 | 100    | true
            1         | third  | 2024-02-01 | 2024-05-01 | 100    | false
            1         | third  | 2024-05-01 |            | 100    | true
            1         | second | 2024-02-01 | 2024-03-01 | 100    | true
            1         | second | 2024-03-01 | 2024-04-01 | 100    | false
            1         | second | 2024-04-01 | 2024-05-01 | 100    | true
            1         | first  | 2024-03-01 | 2024-04-01 | 100    | true
        """,
    )


def test_a_break_of_the_gap_days_does_not_end_a_spell_and_one_day_more_does(warehouse):
    told_core(
        warehouse,
        benefit_spells="""
            person_id | scheme | start_on   | end_on     | degree
            1         | second | 2024-01-01 | 2024-01-10 | 100
            1         | second | 2024-01-13 | 2024-01-20 | 100
            2         | second | 2024-01-01 | 2024-01-10 | 100
            2         | second | 2024-01-14 | 2024-01-20 | 100
            3         | first  | 2024-01-01 | 2024-01-10 | 100
            3         | first  | 2024-01-10 | 2024-01-20 | 100
            4         | first  | 2024-01-01 | 2024-01-10 | 100
            4         | first  | 2024-01-11 | 2024-01-20 | 100
            5         | third  | 2024-01-01 | 2024-03-10 | 100
            5         | third  | 2024-01-05 | 2024-01-06 | 100
            5         | third  | 2024-03-20 |            | 100
            6         | first  | 2024-01-01 | 2024-01-10 | 100
            6         | third  | 2024-01-10 | 2024-01-20 | 100
            7         | third  | 2024-01-01 | 2024-01-02 | 100
            7         | third  | 2024-01-01 | 2024-01-02 | 50
        """,
    )
    expect(
        warehouse,
        "benefit_spell",
        """
            person_id | scheme | start_on   | end_on
            1         | second | 2024-01-01 | 2024-01-20
            2         | second | 2024-01-01 | 2024-01-10
            2         | second | 2024-01-14 | 2024-01-20
            3         | first  | 2024-01-01 | 2024-01-20
            4         | first  | 2024-01-01 | 2024-01-10
            4         | first  | 2024-01-11 | 2024-01-20
            5         | third  | 2024-01-01 |
            6         | first  | 2024-01-01 | 2024-01-10
            6         | third  | 2024-01-10 | 2024-01-20
            7         | third  | 2024-01-01 | 2024-01-02
        """,
    )


def test_entries_and_exits_are_known_where_the_days_around_them_are(warehouse):
    """Benefits are known from 1 January 2023 up to and with 30 June 2024; the third scheme's gap is 10 days."""
    told_core(
        warehouse,
        benefit_spells="""
            person_id | scheme | start_on   | end_on     | degree
            1         | third  | 2023-01-11 | 2024-06-20 | 100
            2         | third  | 2023-01-12 | 2024-06-21 | 100
            3         | third  | 2023-05-01 |            | 100
            4         | first  | 2023-01-01 | 2024-06-30 | 100
            5         | first  | 2023-01-02 | 2024-07-01 | 100
        """,
    )
    expect(
        warehouse,
        "benefit_spell",
        """
            person_id | scheme | start_on   | end_on     | entry_known | exit_known
            1         | third  | 2023-01-11 | 2024-06-20 | false       | true
            2         | third  | 2023-01-12 | 2024-06-21 | true        | false
            3         | third  | 2023-05-01 |            | true        | false
            4         | first  | 2023-01-01 | 2024-06-30 | false       | true
            5         | first  | 2023-01-02 | 2024-07-01 | true        | false
        """,
    )
