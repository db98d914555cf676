"""A sample of persons is counted the same twice, and a figure that is not is told."""

from collections.abc import Iterator

import pytest

from etl.core import rebuild
from indicators.catalogue import read_catalogue
from indicators.core import read_country
from tests.support.oracle_sample import above_the_whole, compare, other_than_the_whole, sampled
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_figures import figures_of
from tests.support.person_oracle_loading import count_people, load_register
from warehouse.connection import Connection
from warehouse.homes import make_home

INDICATORS = [one for one in read_catalogue() if one.id in {"recipients", "completed_duration_mean"}]
FIGURES = figures_of(INDICATORS)
AREAS = ("A", "C")

pytestmark = pytest.mark.slow  # counts two registers


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Everybody of two areas, in a home of their own and counted there."""
    home = make_home(tmp_path_factory.mktemp("whole"), "xx", "synthetic")
    with home.warehouse() as connection:
        country = load_register(connection, corners())
        rebuild(connection, country)
        count_people(connection, country, INDICATORS)
    with sampled(home, tmp_path_factory.mktemp("sample"), AREAS, 1) as connection:
        count_people(connection, read_country(connection), INDICATORS)
        yield connection


def test_a_sample_is_part_of_the_whole_and_counted_the_same_twice(sample: Connection) -> None:
    persons = sample.execute(
        "select count(distinct person_id) from raw.person_states"
        " union all select count(distinct person_id) from whole.core.person_state"
    ).fetchall()
    assert 0 < persons[0][0] < persons[1][0]
    for one in compare(sample, AREAS, FIGURES):
        assert one.filled > 0
        assert one.different == 0, one.figure
    assert above_the_whole(sample, FIGURES) == 0
    assert other_than_the_whole(sample, AREAS, FIGURES) == 0


@pytest.mark.parametrize(
    "fault",
    [
        "update mart.counted set value = value + 1, amount = amount + 10000 where",
        "delete from mart.counted where",
    ],
)
def test_a_figure_that_differs_is_told(sample: Connection, fault: str) -> None:
    place = "figure = 'benefit_days persons' and area = 'C' and period = '2024-03' and breakdown = 'all'"
    sample.begin()
    try:
        sample.execute(f"{fault} {place} and period_kind = 'month'")
        assert {one.figure: one.different for one in compare(sample, AREAS, FIGURES) if one.different} == {
            "benefit_days persons": 1
        }
    finally:
        sample.rollback()


def test_more_than_the_whole_counts_is_told(sample: Connection) -> None:
    sample.begin()
    try:
        sample.execute(
            "update mart.counted set amount = amount + 10000 * 100 where area = 'C' and amount > 0"
        )
        assert above_the_whole(sample, FIGURES) > 0
        assert other_than_the_whole(sample, AREAS, FIGURES) == 0
        sample.execute("update mart.counted set value = value + 1 where area = 'C' and value > 0")
        assert other_than_the_whole(sample, AREAS, FIGURES) > 0
        assert other_than_the_whole(sample, ["A"], FIGURES) == 0
    finally:
        sample.rollback()
