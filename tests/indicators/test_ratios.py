"""Hand-worked examples: figures divided by others."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.catalogue import read_catalogue
from tests.support.worlds import cells_of, draw, grid_of

CATALOGUE = {indicator.id: indicator for indicator in read_catalogue()}
POPULATION = CATALOGUE["population"]
PER_1000 = CATALOGUE["social_assistance_per_1000"]

TWO_TOWNS = """
    code | level
    A    | municipality
    B    | municipality
"""
GROUPS = """
    code  | level
    A     | municipality
    B     | municipality
    NORTH | region
"""

ONE_QUARTER = """
    measure                     | area | period  | value
    social_assistance_recipients | A   | 2024-Q1 | 4
    population                   | A   | 2024-01 | 999
    population                   | A   | 2024-02 | 1000
    population                   | A   | 2024-03 | 1003
"""


def test_the_denominator_is_the_mean_of_the_quarters_months():
    cells = cells_of(draw(TWO_TOWNS, ONE_QUARTER), PER_1000)
    cell = cells["social_assistance_per_1000", "all", "all", "2024-Q1", "A"]
    assert cell.denominator == Decimal("1000.6667")  # 3002 / 3
    assert cell.numerator == 4
    assert cell.value == Decimal("4.00")  # 4000 / 1000.6667 = 3.9973


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("population | A | 2024-04 | 7", "value"),
        ("", "not_available"),
        ("population | A | 2024-03 | missing", "not_available"),
        ("population | A | 2024-03 | hidden", "suppressed"),
    ],
)
def test_every_month_of_the_denominator_must_be_there(line, status):
    start = (
        ONE_QUARTER
        if status == "value"
        else ONE_QUARTER.replace("population                   | A   | 2024-03 | 1003", "")
    )
    other_town = "\nsocial_assistance_recipients | B | 2024-Q1 | hidden\n"
    cells = cells_of(draw(TWO_TOWNS, start.rstrip() + other_town + line), PER_1000)
    assert cells["social_assistance_per_1000", "all", "all", "2024-Q1", "A"].status == status


def ratio_of(numerator: str, denominator: str, decimals: int = 1) -> str:
    """Recipients per 1,000 inhabitants of the town A, which has these figures."""
    same_kind = replace(PER_1000, numerator="full_time_employees", periods=("month",), decimals=decimals)
    world = draw(
        TWO_TOWNS,
        f"""
        measure             | area | period  | value
        full_time_employees | A    | 2024-01 | {numerator}
        population          | A    | 2024-01 | {denominator}
        full_time_employees | B    | 2024-01 | 1
        population          | B    | 2024-01 | 1
    """,
    )
    return grid_of(world, same_kind)["A"]["2024-01"]


def test_a_ratio_is_divided_last_and_rounded_half_up():
    assert ratio_of("167", "20000") == "8.4"  # 8.35
    assert ratio_of("165", "20000") == "8.3"  # 8.25, which rounding half to even would leave at 8.2
    assert ratio_of("1", "3") == "333.3"
    assert ratio_of("1", "16", decimals=0) == "63"  # 62.5
    assert ratio_of("1", "7", decimals=4) == "142.8571"
    assert ratio_of("0", "7") == "0"


def test_a_whole_countrys_money_is_divided_too():
    assert ratio_of("16722469251", "100000") == "167224692.5"
    assert ratio_of("90000000000000", "90000000000000") == "1000"


def test_the_status_of_a_ratio_follows_its_parts():
    assert ratio_of("hidden", "100") == "suppressed"
    assert ratio_of("1", "hidden") == "suppressed"
    assert ratio_of("missing", "hidden") == "suppressed"
    assert ratio_of("hidden", "missing") == "suppressed"
    assert ratio_of("missing", "100") == "not_available"
    assert ratio_of("1", "missing") == "not_available"
    assert ratio_of("1", "0") == "not_applicable"
    assert ratio_of("0", "0") == "not_applicable"


def test_a_groups_ratio_comes_from_summed_parts():
    world = draw(
        GROUPS,
        members="""
        group | member
        NORTH | A
        NORTH | B
        """,
        figures="""
        measure                      | area  | period  | value
        social_assistance_recipients | A     | 2024-Q1 | 1
        social_assistance_recipients | B     | 2024-Q1 | 9
        social_assistance_recipients | NORTH | 2024-Q1 | 11
        population                   | A     | 2024-Q1 | 100
        population                   | B     | 2024-Q1 | 300
        """,
    )
    cells = cells_of(world, PER_1000)
    north = cells["social_assistance_per_1000", "all", "all", "2024-Q1", "NORTH"]
    assert str(north) == "27.5 summed"  # 11 of 400, neither the mean of 10 and 30 nor 10 of 400
    assert (north.numerator, north.denominator) == (11, 400)


def test_a_share_of_persons_has_its_interval():
    cell = cells_of(draw(TWO_TOWNS, ONE_QUARTER.replace("999", "1000").replace("1003", "1000")), PER_1000)[
        "social_assistance_per_1000", "all", "all", "2024-Q1", "A"
    ]
    # 4 of 1000: middle (0.004 + 0.0019207) / 1.0038415 = 0.0058981,
    # reach 1.96 * sqrt(0.000003984 + 0.0000009604) / 1.0038415 = 0.0043415
    assert cell.lower == pytest.approx(Decimal("1.5566"), abs=Decimal("0.0005"))
    assert cell.upper == pytest.approx(Decimal("10.2396"), abs=Decimal("0.0005"))


def test_what_is_no_ratio_has_no_parts():
    cell = cells_of(draw(TWO_TOWNS, ONE_QUARTER), POPULATION)["population", "all", "all", "2024-01", "A"]
    assert (cell.numerator, cell.denominator, cell.lower, cell.upper) == (None, None, None, None)
