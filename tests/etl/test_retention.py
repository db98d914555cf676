"""Records of persons go when their time of retention is over: hand-worked corners."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from etl.core import changed
from etl.retention import expire
from tests.support.core_tables import RAW, empty_warehouse, read_rows, replace_all, tiny_country
from tests.support.loading import load_into
from warehouse.connection import Connection
from warehouse.homes import open_home

AS_OF = date(2024, 6, 30)
"""With ten years of retention 30 June 2014 is the first day that is kept."""


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


def expired(warehouse: Connection, as_of: date = AS_OF, **drawn: str) -> dict[str, str]:
    """Of whom each drawn table still tells when what is too old has gone."""
    replace_all(warehouse, {source: read_rows(table) for source, table in drawn.items()})
    before = {source: len(warehouse.table(f"raw.{source}")) for source in RAW}
    changed.start(warehouse)
    told = expire(warehouse, tiny_country(), as_of)
    people = {
        source: [
            who.int for (who,) in warehouse.sql(f"select person_id from raw.{source} order by all").fetchall()
        ]
        for source in RAW
    }
    assert told == {source: before[source] - len(people[source]) for source in RAW}
    return {source: " ".join(map(str, people[source])) for source in drawn}


def test_what_ended_before_the_days_that_are_kept_goes(warehouse):
    """An end is the first day after: what ended with 29 June 2014 goes, what ended with 30 June stays."""
    left = expired(
        warehouse,
        person_states="""
            person_id | valid_from | valid_to
            1         | 2001-01-01 | 2014-06-30
            2         | 2001-01-01 | 2014-07-01
            3         | 2001-01-01 |
        """,
        benefit_spells="""
            person_id | start_on   | end_on     | scheme | degree
            1         | 2001-01-01 | 2014-06-30 | first  | 100
            2         | 2001-01-01 | 2014-07-01 | first  | 100
            3         | 2001-01-01 |            | first  | 100
        """,
        registrations="""
            person_id | start_on   | end_on
            1         | 2001-01-01 | 2014-06-30
            2         | 2001-01-01 | 2014-07-01
            3         | 2001-01-01 |
        """,
        activities="""
            person_id | start_on   | end_on     | kind
            1         | 2001-01-01 | 2014-06-30 | training
            2         | 2001-01-01 | 2014-07-01 | training
            3         | 2001-01-01 |            | training
        """,
        cases="""
            person_id | opened_on  | closed_on  | case_id
            1         | 2001-01-01 | 2014-06-30 | a
            2         | 2001-01-01 | 2014-07-01 | b
            3         | 2001-01-01 |            | c
        """,
        placements="""
            person_id | placed_on
            1         | 2014-06-29
            2         | 2014-06-30
            3         | 2024-06-30
        """,
        pensions="""
            person_id | kind       | granted_on
            1         | disability | 2014-06-29
            2         | old_age    | 2014-06-30
            3         | disability | 2024-06-30
        """,
        employers="""
            person_id | active_from | active_to
            1         | 2001-01-01  | 2014-06-30
            2         | 2001-01-01  | 2014-07-01
            3         | 2001-01-01  |
        """,
        vacancies="""
            person_id | vacancy_id | positions | opened_on  | closed_on
            1         | a          | 1         | 2001-01-01 | 2014-06-30
            2         | b          | 1         | 2001-01-01 | 2014-07-01
            3         | c          | 1         | 2001-01-01 |
        """,
        layoff_notices="""
            person_id | notice_id | persons | notified_on
            1         | a         | 1       | 2014-06-29
            2         | b         | 1       | 2014-06-30
            3         | c         | 1       | 2024-06-30
        """,
    )
    assert left == dict.fromkeys(left, "2 3")


def test_a_month_of_work_goes_when_its_last_day_does(warehouse):
    table = """
        person_id | month   | hours
        1         | 2014-05 | 10
        2         | 2014-06 | 10
        3         | 2014-07 | 10
    """
    assert expired(warehouse, work_months=table) == {"work_months": "2 3"}
    assert expired(warehouse, date(2024, 7, 1), work_months=table) == {"work_months": "3"}


def test_a_month_in_education_goes_when_its_last_day_does(warehouse):
    table = """
        person_id | month   | level
        1         | 2014-05 | higher
        2         | 2014-06 |
        3         | 2014-07 | higher
    """
    assert expired(warehouse, education_months=table) == {"education_months": "2 3"}
    assert expired(warehouse, date(2024, 7, 1), education_months=table) == {"education_months": "3"}


def test_what_is_decided_goes_by_the_last_decision_about_it(warehouse):
    left = expired(
        warehouse,
        sanctions="""
            person_id | scheme | decided_on | kind    | complaint_decided_on | complaint_outcome
            1         | first  | 2014-06-29 | stopped |                      |
            2         | first  | 2014-06-30 | stopped |                      |
            3         | first  | 2014-01-01 | stopped | 2014-06-30           | upheld
            4         | first  | 2014-01-01 | stopped | 2014-06-29           | upheld
        """,
        applications="""
            person_id | scheme | applied_on | complete_on | decided_on | outcome
            1         | first  | 2014-01-01 | 2014-01-02  | 2014-06-29 | granted
            2         | first  | 2014-01-01 | 2014-01-02  | 2014-06-30 | granted
            3         | first  | 2014-06-30 |             |            |
            4         | first  | 2014-06-01 | 2014-06-29  |            |
        """,
    )
    assert left == {"sanctions": "2 3", "applications": "2 3"}


def test_an_assessment_goes_when_it_ended_or_another_took_its_place_before_the_days_that_are_kept(warehouse):
    left = expired(
        warehouse,
        need_assessments="""
            person_id | start_on   | end_on     | need
            1         | 2001-01-01 | 2014-06-30 | low
            2         | 2001-01-01 | 2014-07-01 | low
            3         | 2001-01-01 |            | low
            4         | 2001-01-01 | 2020-01-01 | low
            4         | 2014-06-30 |            | high
            5         | 2001-01-01 |            | low
            5         | 2014-07-01 |            | high
        """,
    )
    assert left == {"need_assessments": "2 3 4 5 5"}


def test_a_payment_goes_when_the_last_day_of_its_month_does(warehouse):
    table = """
        person_id | scheme | month   | amount | paid_on
        1         | first  | 2014-05 | 10     | 2024-05-31
        2         | first  | 2014-06 | 10     |
    """
    assert expired(warehouse, payments=table) == {"payments": "2"}


def test_events_are_kept_as_long_as_their_case(warehouse):
    left = expired(
        warehouse,
        cases="""
            case_id | person_id | opened_on  | closed_on
            open    | 1         | 2001-01-01 |
            kept    | 2         | 2001-01-01 | 2014-07-01
            old     | 3         | 2001-01-01 | 2014-06-30
        """,
        case_events="""
            case_id | person_id | kind    | happened_on | due_on     | exempt
            open    | 1         | contact | 2001-02-01  |            | false
            kept    | 2         | contact |             | 2001-02-01 | false
            old     | 3         | contact | 2001-02-01  |            | false
            open    | 3         | contact | 2001-02-01  |            | false
            unknown | 4         | contact |             | 2001-02-01 | false
            unknown | 5         | contact | 2014-06-30  | 2001-02-01 | false
        """,
    )
    assert left == {"cases": "1 2", "case_events": "1 2 5"}


def test_a_day_that_is_not_in_every_year(warehouse):
    """Ten years before 29 February 2024 is 28 February 2014."""
    placements = """
        person_id | placed_on
        1         | 2014-02-27
        2         | 2014-02-28
    """
    assert expired(warehouse, date(2024, 2, 29), placements=placements) == {"placements": "2"}


@pytest.mark.slow
def test_a_load_deletes_what_is_too_old_and_tells_it(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    people = ["0" * 32 + ",2010-01-01,2012-01-01", "1" * 32 + ",2010-01-01,2023-01-01"]
    (folder / "registrations.csv").write_text(
        "\n".join(["person_id,start_on,end_on", *people]) + "\n", encoding="utf-8"
    )
    manifest = "kind: synthetic\ncovers: {from: 2010-01-01, to: 2024-06-30}\n"
    (folder / "manifest.yml").write_text(manifest, encoding="utf-8")
    report = load_into(tmp_path / "home", folder)
    assert report.expired == {"registrations": 1}
    with open_home(tmp_path / "home").warehouse() as warehouse:
        for table in ("raw.registrations", "core.registration", "core.person_state"):
            assert {row[0].int for row in warehouse.table(table).fetchall()} == {UUID("1" * 32).int}
