"""What is not wrong and yet a trap: late rows, touching and overlapping spells, movers, birthdays, unknown people."""

import pytest

pytestmark = pytest.mark.slow  # draws whole demo countries


def count(country, question):
    [[number]] = country.execute(f"select count(*) from ({question})").fetchall()
    return number


def test_rows_are_told_late(country):
    late = "select * from {}.benefit_spells where recorded_on - start_on between 31 and 90"
    assert count(country, late.format("d1")) > 100
    assert (
        count(country, late.format("d2") + " and recorded_on > '2026-09-30' and start_on <= '2026-08-31'") > 5
    )


def test_no_row_is_told_before_its_delivery_could_know_it(country):
    for delivery, last in (("d1", "2026-09-30"), ("d2", "2026-10-31")):
        assert count(country, f"select * from {delivery}.benefit_spells where recorded_on > '{last}'") == 0


def test_spells_touch_and_overlap_within_and_between_schemes(country):
    pair = """
        select 1 from spell as one inner join spell as other
            on one.person_id = other.person_id and one.start_on < other.start_on
        where {}
    """
    for kind in ("one.scheme = other.scheme", "one.scheme <> other.scheme"):
        assert count(country, pair.format(f"{kind} and one.end_on = other.start_on")) > 20
        assert count(country, pair.format(f"{kind} and one.end_on > other.start_on")) > 20
        assert count(country, pair.format(f"{kind} and other.start_on - one.end_on between 1 and 28")) > 20


def test_people_move(country):
    assert (
        count(country, "select person_id from lives group by person_id having count(distinct area) > 1") > 500
    )


def test_states_of_a_person_do_not_overlap(country):
    assert (
        count(
            country,
            """
            select 1 from lives as one inner join lives as other
                on one.person_id = other.person_id and one.valid_from < other.valid_from
                and other.valid_from < one.until
            """,
        )
        <= 4  # the copies planted as a flaw
    )


def test_people_come_into_and_out_of_working_age(country):
    aged = """
        select 1 from recipient inner join lives on recipient.person_id = lives.person_id
        where cast(left(recipient.month, 4) as integer) - lives.birth_year = {}
    """
    assert count(country, aged.format(18)) > 5
    assert count(country, aged.format(66)) > 5
    assert count(country, aged.format(67)) > 5


def test_some_people_have_no_state(country):
    without = "select distinct person_id from spell anti join lives on spell.person_id = lives.person_id"
    assert 10 < count(country, without) < 0.01 * count(country, "select distinct person_id from spell")


def test_some_things_are_not_stated(country):
    for column in ("sex", "origin", "education"):
        assert count(country, f"select * from lives where {column} = 'not_stated'") > 0
    assert count(country, "select * from lives where birth_year is null") > 0


def test_some_are_on_benefit_in_part(country):
    degrees = dict(country.execute("select degree = 100, count(*) from spell group by all").fetchall())
    assert 0.1 < degrees[False] / (degrees[True] + degrees[False]) < 0.4


def test_pseudonyms_are_32_digits(country):
    assert count(country, "select * from spell where not regexp_full_match(person_id, '[0-9a-f]{32}')") == 0
