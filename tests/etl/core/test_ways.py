"""Education, pensions, and where people go to and come from, as the core tells it."""

from tests.support.core_tables import expect, told_core


def test_a_month_in_education_is_one_however_many_courses_it_has_and_pensions_stay_as_delivered(warehouse):
    pensions = """
        person_id | kind       | granted_on
        1         | disability | 2024-01-01
        1         | old_age    | 2024-05-01
    """
    told_core(
        warehouse,
        pensions=pensions,
        education_months="""
            person_id | month   | level
            1         | 2024-01 | higher
            1         | 2024-01 | vocational
            1         | 2024-02 |
            2         | 2024-01 | higher
        """,
    )
    expect(warehouse, "pension", pensions)
    expect(
        warehouse,
        "education_month",
        """
            person_id | month
            1         | 2024-01
            1         | 2024-02
            2         | 2024-01
        """,
    )


def test_exits_and_entries_tell_where_people_go_to_and_come_from(warehouse):
    """Scheme second allows 3 days off, third 10; the gap is that of the scheme that is left, or entered."""
    told_core(
        warehouse,
        person_states="""
            person_id | valid_from | valid_to   | area  | sex
            1         | 2020-01-01 |            | north | female
            2         | 2020-01-01 | 2024-02-01 | north | female
            3         | 2020-01-01 |            | north | female
            4         | 2020-01-01 |            | north | female
        """,
        benefit_spells="""
            person_id | scheme | start_on   | end_on     | degree
            1         | second | 2024-01-05 | 2024-02-01 | 100
            1         | third  | 2024-02-05 | 2024-03-01 | 100
            2         | second | 2024-01-05 | 2024-01-20 | 100
            3         | third  | 2024-01-05 | 2024-02-01 | 100
            4         | second | 2024-01-05 | 2024-02-01 | 100
            4         | third  | 2024-01-20 | 2024-02-01 | 100
        """,
        work_months="""
            person_id | month   | hours
            1         | 2024-02 | 20
            2         | 2024-02 | 20
            3         | 2023-12 | 0
        """,
        education_months="""
            person_id | month
            1         | 2024-03
            1         | 2024-04
            2         | 2023-12
        """,
        pensions="""
            person_id | kind    | granted_on
            3         | old_age | 2024-02-29
            4         | old_age | 2024-01-10
        """,
    )
    expect(
        warehouse,
        "benefit_exit",
        """
            person_id | scheme | start_on   | last_day   | destination
            1         | second | 2024-01-05 | 2024-01-31 | work
            1         | third  | 2024-02-05 | 2024-02-29 | education
            2         | second | 2024-01-05 | 2024-01-19 | left
            3         | third  | 2024-01-05 | 2024-01-31 | pension
            4         | second | 2024-01-05 | 2024-01-31 | pension
            4         | third  | 2024-01-20 | 2024-01-31 | other
        """,
    )
    expect(
        warehouse,
        "benefit_entry",
        """
            person_id | scheme | start_on   | came_from
            1         | second | 2024-01-05 | other
            1         | third  | 2024-02-05 | other_benefit
            2         | second | 2024-01-05 | education
            3         | third  | 2024-01-05 | other
            4         | second | 2024-01-05 | other
            4         | third  | 2024-01-20 | other_benefit
        """,
    )
