"""Loading records of persons: what the warehouse holds afterwards, and what a later delivery changes."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.support.loading import load_into, load_unchecked, refused, user_error
from tests.support.records import COVERS, person, write_records

pytestmark = pytest.mark.slow  # whole loads

SPELLS = """
    person | scheme            | start_on   | last_day   | degree
    1      | social_assistance | 2024-01-01 | 2024-01-31 | 100
    1      | social_assistance | 2024-05-01 |            | 100
    2      | sickness_benefit  | 2024-01-01 |            | 50
    """
STATES = """
    person | valid_from | area | birth_year | sex
    1      | 2020-01-01 | 101  | 1980       | female
    """


def select(home: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def spells(home: Path) -> list[str]:
    """Person, start and end of every spell that the home holds as delivered."""
    rows = select(home, "select person_id, start_on, end_on from raw.benefit_spells order by all")
    return [f"{int(who.hex, 16)} {start} {end or 'open'}" for who, start, end in rows]


def everything(home: Path) -> dict[str, list[tuple[object, ...]]]:
    tables = select(home, "select schema_name || '.' || table_name from duckdb_tables() order by all")
    return {name: select(home, f"from {name} order by all") for (name,) in tables}


def test_a_whole_load_ends_in_the_core(tmp_path):
    home = tmp_path / "home"
    report = load_into(home, write_records(tmp_path / "in", benefit_spells=SPELLS, person_states=STATES))
    assert [(one.source, one.rows_loaded, one.rows_quarantined) for one in report.deliveries] == [
        ("benefit_spells", 3, 0),
        ("person_states", 1, 0),
    ]
    assert report.warnings == (
        "person_states: persons of whom no state is known: 1 (they count where nothing is stated)",
    )
    assert select(home, "select count(*) from core.benefit_spell") == [(3,)]
    assert select(home, "select distinct table_name, success from raw.check_result order by all") == [
        ("accepted", True),
        ("reconciliation", True),
    ]
    assert select(home, "select distinct as_of, first_period, last_period from raw.delivery") == [
        (date(2024, 12, 31), "2020-01", "2024-12")
    ]


def test_a_later_delivery_replaces_all_that_was_said_of_the_persons_it_names(tmp_path):
    home = tmp_path / "home"
    load_unchecked(home, write_records(tmp_path / "one", benefit_spells=SPELLS, person_states=STATES))
    later = """
        person | scheme            | start_on   | last_day   | degree
        1      | social_assistance | 2024-01-01 | 2024-02-29 | 100
        3      | social_assistance | 2024-06-01 |            | 100
        """
    load_unchecked(home, write_records(tmp_path / "two", benefit_spells=later))
    assert spells(home) == ["1 2024-01-01 2024-03-01", "2 2024-01-01 open", "3 2024-06-01 open"]
    assert select(home, "select count(*) from raw.person_states") == [(1,)]
    assert select(home, "select count(distinct delivery) from raw.benefit_spells") == [(2,)]


def test_nothing_is_known_any_more_of_a_person_whose_row_is_empty(tmp_path):
    home = tmp_path / "home"
    load_unchecked(home, write_records(tmp_path / "one", benefit_spells=SPELLS))
    empty = """
        person | scheme           | start_on   | degree
        1      |                  |            |
        2      | sickness_benefit | 2024-01-01 | 50
        """
    load_unchecked(home, write_records(tmp_path / "two", benefit_spells=empty))
    assert spells(home) == ["2 2024-01-01 open"]
    assert select(home, "select rows_delivered, rows_loaded from raw.delivery where place = 2") == [(2, 2)]


def test_a_row_in_quarantine_takes_the_persons_old_rows_away(tmp_path):
    home = tmp_path / "home"
    load_unchecked(home, write_records(tmp_path / "one", benefit_spells=SPELLS))
    wrong = """
        person | scheme           | start_on   | degree
        1      | magic            | 2024-01-01 | 100
        2      | sickness_benefit | 2024-03-01 | 50
        """
    load_unchecked(home, write_records(tmp_path / "two", benefit_spells=wrong))
    assert spells(home) == ["2 2024-03-01 open"]
    assert select(home, "select line, column_name, rule from raw.quarantine") == [
        (2, "scheme", "unknown code")
    ]


def test_loading_twice_changes_nothing_and_neither_does_what_was_corrected(tmp_path):
    home = tmp_path / "home"
    first = write_records(tmp_path / "one", benefit_spells=SPELLS, person_states=STATES)
    load_unchecked(home, first)
    load_unchecked(
        home, write_records(tmp_path / "two", benefit_spells=SPELLS.replace("2024-05-01", "2024-06-01"))
    )
    before = everything(home)
    load_unchecked(home, first)
    assert everything(home) == before


def coverage(home: Path) -> list[tuple[object, ...]]:
    return select(home, "select source, known_from::varchar, known_until::varchar from core.coverage")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("{from: 2021-01-01, to: 2021-06-30}", ("2020-01-01", "2021-07-01")),
        ("{from: 2020-06-01, to: 2020-07-31}", ("2020-01-01", "2021-01-01")),
        ("{from: 2019-01-01, to: 2020-02-01}", ("2019-01-01", "2021-01-01")),
        ("{from: 2021-01-02, to: 2021-06-30}", ("2021-01-02", "2021-07-01")),
        ("{from: 2018-01-01, to: 2018-12-31}", ("2020-01-01", "2021-01-01")),
    ],
    ids=["touching", "inside", "before", "after a gap", "before a gap"],
)
def test_what_deliveries_cover_is_joined_and_a_gap_is_no_cover(tmp_path, second, expected):
    home = tmp_path / "home"
    spell = "person | scheme | start_on | degree\n1 | social_assistance | 2018-01-01 | 100"
    other = spell.replace("100", "50")
    load_unchecked(
        home,
        write_records(tmp_path / "one", "covers: {from: 2020-01-01, to: 2020-12-31}", benefit_spells=spell),
    )
    load_unchecked(home, write_records(tmp_path / "two", f"covers: {second}", benefit_spells=other))
    assert coverage(home) == [("benefit_spells", *expected)]


def test_an_event_is_held_against_the_cases_of_earlier_loads(tmp_path):
    home = tmp_path / "home"
    case = "case_id | person | opened_on\nC1 | 1 | 2024-01-10\nC2 | 2 | 2024-01-10"
    load_unchecked(home, write_records(tmp_path / "one", cases=case))
    events = """
        case_id | person | kind | happened_on | exempt
        C1      | 1      | plan | 2024-01-09  | false
        C2      | 2      | plan | 2024-01-09  | false
        C9      | 3      | plan | 2024-01-09  | false
        """
    earlier = "case_id | person | opened_on\nC2 | 2 | 2024-01-01"
    written = load_unchecked(home, write_records(tmp_path / "two", case_events=events, cases=earlier))
    assert select(home, "select line, rule from raw.quarantine") == [
        (2, "must not lie before the day on which its case was opened")
    ]
    assert written.loose_ends == [
        "case_events: events of cases that are not known: 1 (kept, and not counted)",
        "person_states: persons of whom no state is known: 3 (they count where nothing is stated)",
    ]
    assert select(home, "select case_id from core.case_event") == [("C2",)]


def test_an_event_of_a_case_that_is_said_to_be_somebody_elses_is_not_counted_and_no_loose_end(tmp_path):
    home = tmp_path / "home"
    states = "person | area | birth_year | sex | valid_from\n" + "\n".join(
        f"{person} | 101 | 1980 | female | 2020-01-01" for person in (1, 2)
    )
    case = "case_id | person | opened_on\nC1 | 1 | 2024-01-10"
    event = "case_id | person | kind | happened_on | exempt\nC1 | 1 | plan | 2024-01-11 | false"
    load_unchecked(home, write_records(tmp_path / "one", person_states=states, cases=case, case_events=event))
    claim = case.replace("| 1 |", "| 2 |")
    written = load_unchecked(home, write_records(tmp_path / "two", cases=claim))
    assert select(home, "from core.case_event") == []
    assert written.loose_ends == []


def test_records_need_a_word_on_the_days_that_they_cover(tmp_path):
    deliveries = write_records(tmp_path / "in", "kind: official\n", benefit_spells=SPELLS)
    [fault] = refused(tmp_path / "home", deliveries)
    assert fault.startswith("manifest.yml, column covers: must say which days the records of persons cover")
    assert fault.endswith("(covers: {from: 2021-01-01, to: 2025-12-31})")
    assert not (tmp_path / "home").exists()


def test_where_there_is_no_manifest_its_absence_is_told(tmp_path):
    deliveries = write_records(tmp_path / "in", benefit_spells=SPELLS)
    (deliveries / "manifest.yml").unlink()
    [fault] = refused(tmp_path / "home", deliveries)
    assert fault.startswith(
        "manifest.yml: is not in the folder; it must say which days the records of persons"
    )


def test_a_country_without_rules_for_persons_takes_none(tmp_path):
    deliveries = write_records(tmp_path / "in", benefit_spells=SPELLS)
    [fault] = refused(tmp_path / "home", deliveries, "no")
    assert fault.startswith("benefit_spells.csv: holds records of persons, and the profile of Norway")


def test_records_of_the_other_kind_need_a_home_of_their_own(tmp_path):
    home = tmp_path / "home"
    load_unchecked(home, write_records(tmp_path / "one", benefit_spells=SPELLS))
    before = (home / "warehouse.duckdb").read_bytes()
    invented = write_records(tmp_path / "two", f"kind: synthetic\n{COVERS}", person_states=STATES)
    assert "holds official figures; synthetic deliveries need a home of their own" in user_error(
        home, invented
    )
    assert (home / "warehouse.duckdb").read_bytes() == before


def test_too_many_wrong_rows_refuse_the_delivery_and_are_named(tmp_path):
    wrong = SPELLS.replace("sickness_benefit", "magic")
    assert refused(tmp_path / "home", write_records(tmp_path / "in", benefit_spells=wrong)) == [
        "benefit_spells.csv: this does not hold: At most 5% of the rows break a rule.",
        "benefit_spells.csv, row 4, column scheme: unknown code (text that is no known code)",
    ]
    assert not (tmp_path / "home").exists()


def test_no_pseudonym_is_told_by_what_is_kept_of_a_wrong_row(tmp_path):
    home = tmp_path / "home"
    load_unchecked(home, write_records(tmp_path / "in", benefit_spells=SPELLS.replace("magic", "x")))
    load_unchecked(
        home, write_records(tmp_path / "two", benefit_spells=SPELLS.replace("2024-05-01", "1024-05-01"))
    )
    told = repr(select(home, "from raw.quarantine"))
    assert "must not lie before 1900" in told
    assert person("1") not in told
    assert "1024" not in told


def test_what_comes_late_is_counted_by_delivery(tmp_path):
    """After a delivery until June: two of July are in time, one of March is late, one of 2021 is too old.

    An assessment of need that is corrected to another need is not told of for the first time.
    """
    home, june = tmp_path / "home", COVERS.replace("2024-12-31", "2024-06-30")
    before = """
        person | kind     | start_on   | last_day
        1      | guidance | 2024-02-01 | 2024-02-10
        2      | training | 2024-03-01 | 2024-03-31
    """
    after = """
        person | kind     | start_on   | last_day
        1      | guidance | 2024-02-01 | 2024-02-11
        1      | guidance | 2024-03-05 | 2024-03-06
        1      | guidance | 2024-07-01 | 2024-07-06
        3      | training | 2024-07-08 | 2024-07-31
        3      | training | 2024-06-10 | 2024-06-11
        3      | training | 2021-01-10 | 2021-01-11
    """
    assessed = """
        person | start_on   | end_on | need | recorded_on
        1      | 2024-02-01 |        | low  | 2024-02-03
    """
    anew = """
        person | start_on   | end_on     | need   | recorded_on
        1      | 2024-02-01 | 2024-03-01 | medium | 2024-07-03
        1      | 2024-03-05 |            | high   | 2024-07-03
        3      | 2024-07-08 |            | low    | 2024-07-09
    """
    load_into(home, write_records(tmp_path / "one", june, activities=before, need_assessments=assessed))
    assert select(home, "from raw.lateness") == []
    load_into(home, write_records(tmp_path / "two", activities=after, need_assessments=anew))
    assert select(home, "select records, late from raw.lateness order by all") == [(2, 1), (4, 1)]
