"""Registrations, activities, work, placements and cases in the core: hand-worked corners."""

from etl.core import broken_laws
from tests.support.core_tables import deliver, expect, person, put_on_record, told_core


def test_registrations_that_overlap_or_touch_are_one(warehouse):
    told_core(
        warehouse,
        registrations="""
            person_id | start_on   | end_on
            1         | 2024-01-01 | 2024-02-01
            1         | 2024-02-01 | 2024-03-01
            1         | 2024-03-02 | 2024-03-05
            1         | 2024-03-03 |
            2         | 2024-01-01 | 2024-02-01
            2         | 2024-01-01 | 2024-02-01
        """,
    )
    expect(
        warehouse,
        "registration",
        """
            person_id | start_on   | end_on
            1         | 2024-01-01 | 2024-03-01
            1         | 2024-03-02 |
            2         | 2024-01-01 | 2024-02-01
        """,
    )


def test_sanctions_applications_and_agreed_days_stay_as_delivered(warehouse):
    told = {
        "sanctions": """
            person_id | scheme | decided_on | kind    | complaint_decided_on | complaint_outcome
            1         | first  | 2024-01-01 | reduced | 2024-02-01           | changed
            1         | second | 2024-01-01 | stopped |                      |
        """,
        "applications": """
            person_id | scheme | applied_on | complete_on | decided_on | outcome
            1         | first  | 2024-01-01 | 2024-01-02  | 2024-02-01 | granted
            2         | first  | 2024-01-01 |             |            |
        """,
        "activities": """
            person_id | kind     | start_on   | end_on     | planned_end_on
            1         | training | 2024-01-01 | 2024-02-01 | 2024-03-01
        """,
    }
    told_core(warehouse, **told)
    for source, table in (
        ("sanctions", "sanction"),
        ("applications", "application"),
        ("activities", "activity"),
    ):
        expect(warehouse, table, told[source])


def test_an_assessment_holds_until_its_end_or_the_next_and_never_again_after_that(warehouse):
    told_core(
        warehouse,
        need_assessments="""
            person_id | start_on   | end_on     | need   | recorded_on
            1         | 2024-03-01 |            | high   | 2024-01-01
            1         | 2024-01-01 | 2024-12-31 | low    | 2024-06-01
            1         | 2024-02-01 | 2024-02-15 | medium |
            2         | 2024-02-10 | 2024-03-10 | low    |
            2         | 2024-03-10 | 2024-03-10 | high   |
            3         | 2023-01-01 | 2024-03-10 | low    |
            3         | 2024-03-20 | 2024-05-01 | low    |
        """,
    )
    expect(
        warehouse,
        "need_assessment",
        """
            person_id | start_on   | end_on     | need
            1         | 2024-01-01 | 2024-02-01 | low
            1         | 2024-02-01 | 2024-02-15 | medium
            1         | 2024-03-01 |            | high
            2         | 2024-02-10 | 2024-03-10 | low
            3         | 2023-01-01 | 2024-03-10 | low
            3         | 2024-03-20 | 2024-05-01 | low
        """,
    )


def test_activities_and_placements_stay_as_delivered_and_hours_of_a_month_are_added(warehouse):
    activities = """
        person_id | kind     | start_on   | end_on
        1         | training | 2024-01-01 | 2024-02-01
        1         | training | 2024-01-15 |
        1         | guidance | 2024-01-15 | 2024-01-16
    """
    placements = """
        person_id | placed_on  | sector
        1         | 2024-01-01 | private
        1         | 2024-05-01 |
    """
    told_core(
        warehouse,
        activities=activities,
        placements=placements,
        work_months="""
            person_id | month   | hours
            1         | 2024-01 | 100
            1         | 2024-01 | 20
            1         | 2024-02 | 7
        """,
    )
    expect(warehouse, "activity", activities)
    expect(warehouse, "placement", placements)
    expect(
        warehouse,
        "work_month",
        """
            person_id | month   | hours
            1         | 2024-01 | 120
            1         | 2024-02 | 7
        """,
    )


def test_events_of_a_case_that_nobody_tells_of_any_more_are_left_out(warehouse):
    told_core(
        warehouse,
        cases="""
            case_id | person_id | opened_on  | closed_on
            a       | 1         | 2024-01-01 | 2024-03-01
            b       | 2         | 2024-01-01 |
        """,
        case_events="""
            case_id | person_id | kind    | happened_on | due_on     | exempt | actor_sector
            a       | 1         | contact | 2024-01-05  | 2024-01-08 | false  | state
            b       | 2         | contact |             | 2024-02-08 | true   |
            b       | 1         | plan    | 2024-02-05  |            | false  |
            c       | 1         | contact | 2024-01-05  |            | false  |
        """,
    )
    expect(
        warehouse,
        "case_file",
        """
            case_id | person_id | opened_on  | closed_on
            a       | 1         | 2024-01-01 | 2024-03-01
            b       | 2         | 2024-01-01 |
        """,
    )
    expect(
        warehouse,
        "case_event",
        """
            case_id | person_id | kind    | happened_on | due_on     | exempt | actor_sector
            a       | 1         | contact | 2024-01-05  | 2024-01-08 | false  | state
            b       | 2         | contact |             | 2024-02-08 | true   |
        """,
    )


def test_a_case_of_two_persons_belongs_to_whom_the_last_delivery_names(warehouse):
    put_on_record(warehouse, "earlier", 1)
    put_on_record(warehouse, "later", 2)
    told_core(
        warehouse,
        cases="""
            case_id | person_id | opened_on  | delivery
            a       | 1         | 2024-01-01 | later
            a       | 2         | 2024-01-08 | earlier
            b       | 1         | 2024-01-01 | earlier
            b       | 2         | 2024-01-08 | later
        """,
    )
    expect(
        warehouse,
        "case_file",
        """
            case_id | person_id
            a       | 1
            b       | 2
        """,
    )


def test_what_ends_before_it_has_lasted_a_day_is_told_of_in_no_table(warehouse):
    told_core(
        warehouse,
        registrations="""
            person_id | start_on   | end_on
            1         | 2024-01-10 | 2024-01-10
            2         | 2024-01-10 | 2024-01-05
        """,
        activities="""
            person_id | kind     | start_on   | end_on
            1         | training | 2024-01-10 | 2024-01-10
            2         | training | 2024-01-10 | 2024-01-05
        """,
        benefit_spells="""
            person_id | scheme | start_on   | end_on     | degree
            1         | first  | 2024-01-10 | 2024-01-10 | 100
            2         | first  | 2024-01-10 | 2024-01-05 | 100
        """,
        cases="""
            case_id | person_id | opened_on  | closed_on
            a       | 1         | 2024-01-10 | 2024-01-10
            b       | 2         | 2024-01-10 | 2024-01-05
        """,
    )
    tables = ("benefit_piece", "benefit_spell", "registration", "activity", "case_file")
    assert {table: len(warehouse.table(f"core.{table}")) for table in tables} == dict.fromkeys(tables, 0)


def test_earnings_of_several_jobs_are_added_and_payments_stay_as_delivered(warehouse):
    payments = """
        person_id | scheme | month   | amount | paid_on    | due_on
        1         | first  | 2024-01 | 9000   | 2024-01-30 | 2024-01-31
        1         | first  | 2024-01 | 500    | 2024-02-10 |
        1         | second | 2024-02 | 9000   |            | 2024-02-29
    """
    told_core(
        warehouse,
        payments=payments,
        work_months="""
            person_id | month   | hours | earnings
            1         | 2024-01 | 100   | 20000
            1         | 2024-01 | 20    | 5000
            1         | 2024-02 | 7     |
            2         | 2024-02 | 7     |
            2         | 2024-02 | 8     | 0
        """,
    )
    expect(warehouse, "payment", payments)
    expect(
        warehouse,
        "work_month",
        """
            person_id | month   | hours | earnings
            1         | 2024-01 | 120   | 25000
            1         | 2024-02 | 7     |
            2         | 2024-02 | 15    | 0
        """,
    )


def test_nobody_delivered_is_nobody_told(warehouse):
    told_core(warehouse)
    tables = (
        *("person_state", "benefit_piece", "benefit_spell", "benefit_exit", "benefit_entry"),
        *("registration", "activity", "work_month", "payment", "education_month", "pension"),
        *("placement", "case_file", "case_event", "need_assessment"),
        *("workplace", "employer", "vacancy", "layoff_notice"),
    )
    rows = {table: len(warehouse.table(f"core.{table}")) for table in tables}
    assert rows == dict.fromkeys(tables, 0)
    assert broken_laws(warehouse) == []


def test_a_scheme_that_the_country_does_not_know_breaks_a_law(warehouse):
    told_core(warehouse)
    strange = {"person_id": person(1), "scheme": "strange", "start_on": "2024-01-01", "degree": 100}
    deliver(warehouse, "benefit_spells", [strange])
    assert broken_laws(warehouse) == ["every scheme is known: 1 times not"]
