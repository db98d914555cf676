from datetime import date

from indicators.layouts import generations
from warehouse.areas import Area


def area(code: str, first: str | None = None, last: str | None = None) -> Area:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    return Area(code, "municipality", code, code, (), "", "", *days, None, None, None, None, "")


def spans(*areas: Area) -> list[tuple[str, str, str]]:
    return [
        (str(one.valid_from), str(one.valid_to), "".join(area.code for area in one.areas))
        for one in generations(areas)
    ]


def test_areas_without_dates_are_one_generation():
    assert spans(area("B"), area("A")) == [("None", "None", "AB")]


def test_a_reform_parts_two_generations():
    assert spans(area("A"), area("B", last="2023-12-31"), area("C", first="2024-01-01")) == [
        ("None", "2023-12-31", "AB"),
        ("2024-01-01", "None", "AC"),
    ]


def test_a_time_in_which_none_stands_is_left_out():
    assert spans(area("A", "2007-01-01", "2019-12-31"), area("B", "2021-01-01")) == [
        ("2007-01-01", "2019-12-31", "A"),
        ("2021-01-01", "None", "B"),
    ]


def test_no_areas_no_generation():
    assert spans() == []
