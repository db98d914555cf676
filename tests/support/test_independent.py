"""The second way to every figure, by examples that can be checked with a finger."""

from fractions import Fraction

import pytest

from tests.support.independent import Cell, Figure, World, cell_of, last_day, months_of, rounded, wilson
from tests.support.independent_files import is_good

AREAS = """
code,level,name_en,name_local,other_names,valid_from,valid_to
XX,country,Denmark,Danmark,,,
1,municipality,One,En,,,
2,municipality,Two,To,,,
3,municipality,Three,Tre,,,2024-03-31
4,municipality,Four,Fire,,,2024-03-31
12,group,Both,Begge,,,
5,municipality,New,Ny,,2024-04-01,
6,municipality,Left,Venstre,,2024-04-01,
7,municipality,Right,Højre,,2024-04-01,
8,municipality,Split,Delt,,,2024-03-31
9,municipality,Renamed,Omdøbt,,2024-04-01,
10,municipality,Old,Gammel,,,2024-03-31
"""
MEMBERSHIPS = """
grouping,group_code,member_code,valid_from,valid_to
group,12,1,,
group,12,2,,2024-06-30
"""
SUCCESSORS = """
code,successor_code,from_date
3,5,2024-04-01
4,5,2024-04-01
8,6,2024-04-01
8,7,2024-04-01
10,9,2024-04-01
"""
POPULATION = """
OMRÅDE;KØN;ALDER;TID;INDHOLD
One;Total;Age, total;2024M01;10
One;Total;Age, total;2024M02;11
One;Total;Age, total;2024M03;11
Two;Total;Age, total;2024M01;5
Two;Total;Age, total;2024M02;*
Two;Total;Age, total;2024M03;-5
One;Total;Age, total;2024M07;12
Two;Total;Age, total;2024M07;7
Tre;Total;Age, total;2024M01;3
Fire;Total;Age, total;2024M01;4
Delt;Total;Age, total;2024M01;8
Old;Total;Age, total;2024M01;9
Tre;Total;Age, total;2024M02;3
Fire;Total;Age, total;2024M02;4
Fire;Total;Age, total;2024M02;5
"""
RECIPIENTS = """
OMRÅDE;YDELSESTYPE;KØN;ALDER;TID;INDHOLD
One;Recipients;Total;Age, total;2024Q1;2
Two;Recipients;Total;Age, total;2024Q1;1
"""
RATIO = {
    "numerator": "social_assistance_recipients",
    "denominator": "population",
    "per": 1000,
    "decimals": 1,
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The country and the deliveries drawn above."""
    folder = tmp_path_factory.mktemp("drawn")
    files = {
        "areas.csv": AREAS,
        "memberships.csv": MEMBERSHIPS,
        "successors.csv": SUCCESSORS,
        "delivered/population.csv": POPULATION,
        "delivered/recipients.csv": RECIPIENTS,
    }
    (folder / "delivered").mkdir()
    for name, text in files.items():
        (folder / name).write_text(text.lstrip(), encoding="utf-8")
    return World(folder, folder / "delivered")


SUMMED, BEFORE = frozenset({"summed"}), frozenset({"predecessors"})


@pytest.mark.parametrize(
    ("area", "month", "figure"),
    [
        pytest.param("1", "2024-01", Figure(Fraction(10)), id="as published"),
        pytest.param("2", "2024-02", Figure(None), id="hidden"),
        pytest.param("2", "2024-03", None, id="negative"),
        pytest.param("12", "2024-01", Figure(Fraction(15), SUMMED), id="sum of the members"),
        pytest.param("12", "2024-02", Figure(None), id="a member is hidden"),
        pytest.param("12", "2024-03", None, id="a member is missing"),
        pytest.param("12", "2024-07", Figure(Fraction(12), SUMMED), id="a member has left"),
        pytest.param("5", "2024-01", Figure(Fraction(7), BEFORE), id="sum of those before"),
        pytest.param("5", "2024-02", None, id="one of those before contradicts itself"),
        pytest.param("6", "2024-01", None, id="after a split"),
        pytest.param("9", "2024-01", Figure(Fraction(9), BEFORE), id="a new name"),
        pytest.param("XX", "2024-01", None, id="nobody belongs to the country"),
    ],
)
def test_a_figure(world: World, area: str, month: str, figure: Figure | None) -> None:
    assert world.figure("population", area, month) == figure


def test_a_ratio_is_divided_by_the_mean_of_three_months(world: World) -> None:
    """2 of 32 thirds are 187.5 per thousand."""
    cell = Cell("value", Fraction("187.5"), Fraction(2), Fraction(32, 3))
    assert cell_of(world, RATIO, "1", "2024-Q1") == cell


def test_a_ratio_with_a_hidden_month_is_hidden(world: World) -> None:
    assert cell_of(world, RATIO, "2", "2024-Q1") == Cell("suppressed")


def test_per_cents_come_from_one_area_alone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(world.series["population"], "adds", False)
    assert world.figure("population", "12", "2024-01") is None
    assert world.figure("population", "5", "2024-01") is None
    assert world.figure("population", "9", "2024-01") == Figure(Fraction(9), BEFORE)


def test_wilson_of_a_textbook() -> None:
    """One of ten, worked by hand: from 1.79 to 40.42 per cent."""
    assert wilson(Fraction(1), Fraction(10), 100) == pytest.approx((1.7876, 40.4150), abs=1e-4)


def test_halves_go_up() -> None:
    assert [rounded(Fraction(number), 1) for number in ("0.25", "0.249", "2")] == [
        Fraction("0.3"),
        Fraction("0.2"),
        2,
    ]


def test_quarters_and_their_ends() -> None:
    assert months_of("2024-Q4") == ["2024-10", "2024-11", "2024-12"]
    assert [last_day(period) for period in ("2024-02", "2023-Q1")] == ["2024-02-29", "2023-03-31"]


@pytest.mark.parametrize(
    ("text", "good"), [("0", True), ("3.4", True), ("*", True), ("", False), ("..", False), ("-1", False)]
)
def test_what_counts_as_a_figure(text: str, good: bool) -> None:
    assert is_good(text) is good
