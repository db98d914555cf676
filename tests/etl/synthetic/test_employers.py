"""Employers of the demo country: as many as people need, with vacancies that are filled as the truth says."""

import pytest

from etl.synthetic.deliveries import TABLES

pytestmark = pytest.mark.slow  # draws whole demo countries

SOURCES = [table.source for table in TABLES if table.by == "employers"]


def one(country, question):
    [found] = country.execute(question).fetchall()
    return found


def test_there_are_about_so_many_employees_as_people_need(country):
    [employees] = one(
        country,
        "select sum(employees::integer) from d1.employers"
        " where active_from <= '2026-09-30' and coalesce(active_to, '2026-09-30') >= '2026-09-30'",
    )
    assert 0.3 < employees / 60_000 < 0.65


def test_vacancies_are_filled_and_by_referral_as_often_as_the_settings_say(country):
    filled, referred = one(
        country,
        "select avg(if(filled_on is null, 0, 1)), sum(referred_positions) / sum(filled_positions)"
        " from d1.vacancies where opened_on < '2025-09-01' and coalesce(filled_positions, 0) <= positions",
    )
    assert filled == pytest.approx(0.78, abs=0.05)
    assert referred == pytest.approx(0.24, abs=0.06)


def test_nothing_lies_after_what_is_known_and_open_vacancies_were_there_before(country):
    late, early, open_ones = one(
        country,
        "select count(*) filter (where greatest(opened_on, closed_on, filled_on) > '2026-09-30'),"
        " count(*) filter (where opened_on < '2022-11-01'), count(*) filter (where closed_on is null)"
        " from d1.vacancies",
    )
    assert late == 0
    assert early > 0
    assert open_ones > 0


@pytest.mark.parametrize("source", SOURCES)
def test_the_second_delivery_names_those_of_whom_something_has_changed(country, source):
    unchanged, named, known = one(
        country,
        f"""
        with named as (select employer_id, list_sort(list(rows)) as told from d2.{source} as rows group by employer_id),
        known as (select employer_id, list_sort(list(rows)) as told from d1.{source} as rows group by employer_id)
        select
            (select count(*) from named inner join known using (employer_id) where named.told = known.told),
            (select count(*) from named), (select count(*) from known)
        """,
    )
    assert unchanged == 0
    assert 0 < named < 0.4 * known


def test_some_are_told_late(country):
    [late] = one(
        country,
        "select count(*) from d2.vacancies as told anti join d1.vacancies as before"
        " using (employer_id, vacancy_id) where told.opened_on < '2026-09-20'",
    )
    assert late > 0


def test_an_employer_has_another_pseudonym_than_any_person(country):
    assert one(
        country,
        "select count(*) from d1.employers semi join d1.person_states as person on employer_id = person.person_id",
    ) == (0,)
