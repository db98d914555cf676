"""Where and who somebody is in each month: hand-worked corners."""

from tests.support.core_tables import expect, told_core


def test_who_moves_within_a_month_is_all_month_where_they_were_last(warehouse):
    told_core(
        warehouse,
        person_states="""
            person_id | valid_from | valid_to   | area  | birth_year | sex    | origin
            1         | 2020-05-01 | 2024-02-20 | north | 1980       | female | native
            1         | 2024-02-20 |            | south | 1980       | female | native
        """,
    )
    expect(
        warehouse,
        "person_state",
        """
            person_id | from_month | next_month | area      | age_band   | sex        | origin
            1         |            | 2020-05    | elsewhere | not_stated | not_stated | not_stated
            1         | 2020-05    | 2024-02    | north     | 40-49      | female     | native
            1         | 2024-02    | 2030-01    | south     | 40-49      | female     | native
            1         | 2030-01    | 2040-01    | south     | 50-59      | female     | native
            1         | 2040-01    | 2047-01    | south     | 60-66      | female     | native
            1         | 2047-01    |            | south     | outside    | female     | native
        """,
    )


def test_who_leaves_within_a_month_is_still_there_in_that_month(warehouse):
    told_core(
        warehouse,
        person_states="""
            person_id | valid_from | valid_to   | area
            1         | 2024-01-31 | 2024-03-02 | north
            2         | 2024-01-31 | 2024-03-01 | north
            3         | 2024-01-15 | 2024-01-16 | north
        """,
    )
    expect(
        warehouse,
        "person_state",
        """
            person_id | from_month | next_month | area
            1         |            | 2024-01    | elsewhere
            1         | 2024-01    | 2024-04    | north
            1         | 2024-04    |            | elsewhere
            2         |            | 2024-01    | elsewhere
            2         | 2024-01    | 2024-03    | north
            2         | 2024-03    |            | elsewhere
            3         |            | 2024-01    | elsewhere
            3         | 2024-01    | 2024-02    | north
            3         | 2024-02    |            | elsewhere
        """,
    )


def test_a_person_without_any_state_is_not_stated_in_every_month(warehouse):
    told_core(
        warehouse,
        registrations="""
            person_id | start_on
            1         | 2024-02-10
        """,
        work_months="""
            person_id | month   | hours
            2         | 2024-02 | 30
        """,
        education_months="""
            person_id | month
            3         | 2024-02
        """,
        pensions="""
            person_id | kind       | granted_on
            4         | disability | 2024-02-01
        """,
    )
    expect(
        warehouse,
        "person_state",
        """
            person_id | from_month | next_month | area      | age_band   | sex        | origin
            1         |            |            | elsewhere | not_stated | not_stated | not_stated
            2         |            |            | elsewhere | not_stated | not_stated | not_stated
            3         |            |            | elsewhere | not_stated | not_stated | not_stated
            4         |            |            | elsewhere | not_stated | not_stated | not_stated
        """,
    )


def test_people_grow_older_in_january_and_leave_working_age_in_the_year_they_turn_67(warehouse):
    told_core(
        warehouse,
        person_states="""
            person_id | valid_from | valid_to   | area  | birth_year
            1         | 2023-10-05 | 2024-06-01 | north | 1957
            2         | 2023-10-05 | 2024-06-01 | north | 2008
            3         | 2023-10-05 | 2024-06-01 | north |
            4         | 2023-10-05 | 2024-06-01 | north | 1999
        """,
    )
    expect(
        warehouse,
        "person_state",
        """
            person_id | from_month | next_month | age_band
            1         |            | 2023-10    | not_stated
            1         | 2023-10    | 2024-01    | 60-66
            1         | 2024-01    | 2024-06    | outside
            1         | 2024-06    |            | not_stated
            2         |            | 2023-10    | not_stated
            2         | 2023-10    | 2024-01    | outside
            2         | 2024-01    | 2024-06    | 16-24
            2         | 2024-06    |            | not_stated
            3         |            | 2023-10    | not_stated
            3         | 2023-10    | 2024-06    | not_stated
            3         | 2024-06    |            | not_stated
            4         |            | 2023-10    | not_stated
            4         | 2023-10    | 2024-01    | 16-24
            4         | 2024-01    | 2024-06    | 25-29
            4         | 2024-06    |            | not_stated
        """,
    )


def test_a_birth_year_that_becomes_known_begins_a_state(warehouse):
    told_core(
        warehouse,
        person_states="""
            person_id | valid_from | valid_to   | area  | birth_year
            1         | 2023-10-05 | 2023-12-01 | north |
            1         | 2023-12-01 | 2024-03-01 | north | 2008
        """,
    )
    expect(
        warehouse,
        "person_state",
        """
            person_id | from_month | next_month | area      | age_band
            1         |            | 2023-10    | elsewhere | not_stated
            1         | 2023-10    | 2023-12    | north     | not_stated
            1         | 2023-12    | 2024-01    | north     | outside
            1         | 2024-01    | 2024-03    | north     | 16-24
            1         | 2024-03    |            | elsewhere | not_stated
        """,
    )


def test_sex_and_origin_follow_the_delivered_rows(warehouse):
    told_core(
        warehouse,
        person_states="""
            person_id | valid_from | valid_to   | area  | sex    | origin
            1         | 2024-01-01 | 2024-02-01 | north | female | western
            1         | 2024-02-01 | 2024-03-01 | north | male   |
            1         | 2024-03-01 |            | north |        | western
        """,
    )
    expect(
        warehouse,
        "person_state",
        """
            person_id | from_month | next_month | area      | sex        | origin
            1         |            | 2024-01    | elsewhere | not_stated | not_stated
            1         | 2024-01    | 2024-02    | north     | female     | western
            1         | 2024-02    | 2024-03    | north     | male       | not_stated
            1         | 2024-03    |            | north     | not_stated | western
        """,
    )


def test_of_states_that_overlap_the_later_one_holds_and_then_the_earlier_one_again(warehouse):
    told_core(
        warehouse,
        person_states="""
            person_id | valid_from | valid_to   | area
            1         | 2024-01-01 |            | north
            1         | 2024-03-10 | 2024-05-02 | south
            2         | 2024-01-01 | 2024-03-15 | north
            2         | 2024-03-01 | 2024-03-10 | south
            3         | 2024-01-01 | 2024-04-01 | north
            3         | 2024-01-01 | 2024-04-01 | north
        """,
    )
    expect(
        warehouse,
        "person_state",
        """
            person_id | from_month | next_month | area
            1         |            | 2024-01    | elsewhere
            1         | 2024-01    | 2024-03    | north
            1         | 2024-03    | 2024-05    | south
            1         | 2024-05    |            | north
            2         |            | 2024-01    | elsewhere
            2         | 2024-01    | 2024-04    | north
            2         | 2024-04    |            | elsewhere
            3         |            | 2024-01    | elsewhere
            3         | 2024-01    | 2024-04    | north
            3         | 2024-04    |            | elsewhere
        """,
    )


def test_a_state_keeps_its_area_and_is_not_stated_where_nobody_can_be(warehouse):
    told_core(
        warehouse,
        person_states="""
            person_id | valid_from | valid_to | area
            1         | 2009-01-01 |          | old_north
            2         | 2009-01-01 |          | mid_north
            3         | 2009-01-01 |          | nowhere
            4         | 2009-01-01 |          | whole
            5         | 2009-01-01 |          | elsewhere
            6         | 2009-01-01 |          |
        """,
    )
    expect(
        warehouse,
        "person_state",
        """
            person_id | from_month | next_month | area
            1         |            | 2009-01    | elsewhere
            1         | 2009-01    |            | old_north
            2         |            | 2009-01    | elsewhere
            2         | 2009-01    |            | mid_north
            3         |            |            | elsewhere
            4         |            |            | elsewhere
            5         |            |            | elsewhere
            6         |            |            | elsewhere
        """,
    )
