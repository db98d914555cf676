"""Hand-worked examples: who is counted where and when."""

from datetime import date
from decimal import Decimal

from indicators.counting import Figure
from tests.indicators.counting.register import (
    ENTRIES,
    EXITS,
    FULL_TIME,
    MEAN,
    MEDIAN,
    PERSONS_ON_BENEFIT,
    STILL_ON,
    WITH_PLAN,
    Counted,
    Register,
    Slot,
    State,
    case,
    count,
    counted,
    loaded,
    piece,
    plan_made,
    spell,
)
from tests.support.worlds import Member, Place, Step

IN_A = State(1, "2020-01", "A")


def values(cells: dict[Slot, Counted], *slots: tuple[str, ...]) -> list[Decimal | None]:
    return [cells[Slot(*slot)].value for slot in slots]


def benefit(*pieces: tuple, states: tuple[State, ...] = (IN_A,), **more) -> Register:
    return Register(states, {"benefit_piece": pieces}, **more)


def spells(*rows: tuple, states: tuple[State, ...] = (IN_A,), **more) -> Register:
    return Register(states, {"benefit_spell": rows}, **more)


def test_a_person_who_moves_counts_where_last_counted_in_the_period():
    moved = (State(1, "2020-01", "A"), State(1, "2024-02", "B"))
    cells = counted(
        benefit(
            piece(1, "one", "2024-01-31", "2024-01-31"), piece(1, "one", "2024-02-29", None), states=moved
        ),
        PERSONS_ON_BENEFIT,
    )
    assert values(cells, ("month", "2024-01", "A"), ("quarter", "2024-Q1", "A")) == [1, 0]
    assert values(cells, ("month", "2024-02", "B"), ("quarter", "2024-Q1", "B")) == [1, 1]
    assert values(cells, ("quarter", "2024-Q1", "R"), ("quarter", "2024-Q1", "XX")) == [1, 1]


def test_who_moves_after_the_last_counted_month_stays_where_last_counted():
    moved = (State(1, "2020-01", "A"), State(1, "2024-03", "B"))
    cells = counted(benefit(piece(1, "one", "2024-02-10", "2024-02-12"), states=moved), PERSONS_ON_BENEFIT)
    assert values(cells, ("quarter", "2024-Q1", "A"), ("quarter", "2024-Q1", "B")) == [1, 0]


def test_the_last_day_counts_and_the_day_after_does_not():
    cells = counted(benefit(piece(1, "one", "2024-02-29", "2024-03-31")), PERSONS_ON_BENEFIT)
    assert values(cells, *(("month", f"2024-0{number}", "A") for number in range(1, 5))) == [0, 1, 1, 0]


def test_each_scheme_and_all_have_their_own_last_month():
    moved = (State(1, "2020-01", "A"), State(1, "2024-02", "B"))
    register = benefit(
        piece(1, "one", "2024-01-01", "2024-01-31"),
        piece(1, "two", "2024-02-01", "2024-02-29"),
        states=moved,
    )
    cells = counted(register, PERSONS_ON_BENEFIT)
    quarter = ("quarter", "2024-Q1")
    assert values(cells, (*quarter, "A"), (*quarter, "B")) == [0, 1]
    assert values(cells, (*quarter, "A", "scheme", "one"), (*quarter, "B", "scheme", "one")) == [1, 0]
    assert values(cells, (*quarter, "A", "scheme", "two"), (*quarter, "B", "scheme", "two")) == [0, 1]


def test_a_rolling_year_counts_each_person_once_and_at_december_it_is_the_year():
    register = benefit(
        piece(1, "one", "2023-03-01", "2023-03-31"),
        piece(1, "one", "2024-02-01", "2024-02-29"),
        piece(2, "two", "2023-11-01", None),
        states=(IN_A, State(2, "2020-01", "B", sex="male")),
        known_from=date(2023, 1, 1),
    )
    cells = counted(register, PERSONS_ON_BENEFIT)
    assert values(cells, *(("rolling_year", period, "A") for period in ("2023-12", "2024-02"))) == [1, 1]
    december = {
        slot: cell for slot, cell in cells.items() if slot.kind == "rolling_year" and "-12" in slot.period
    }
    assert {slot._replace(kind="year", period=slot.period[:4]): cell for slot, cell in december.items()} == {
        slot: cell for slot, cell in cells.items() if slot.kind == "year"
    }
    assert cells[Slot("year", "2024", "XX", "sex", "male")] == Counted(Decimal(1), 1, 1002)


def test_the_grid_begins_with_the_first_whole_window_and_pairs_are_not_by_month():
    cells = counted(benefit(piece(1, "one", "2023-12-01", None)), PERSONS_ON_BENEFIT)
    assert min(slot.period for slot in cells if slot.kind == "month") == "2024-01"
    assert {slot.period for slot in cells if slot.kind == "rolling_year"} == {"2024-12"}
    assert {slot.period for slot in cells if slot.kind == "quarter"} == {
        f"2024-Q{number}" for number in range(1, 5)
    }
    assert {slot.breakdown for slot in cells if slot.kind == "month"} == {
        "all",
        "sex",
        "age",
        "origin",
        "scheme",
    }
    assert {slot.area for slot in cells} == {"XX", "R", "A", "B", "NS"}


def test_lead_in_and_follow_up_shorten_the_grid():
    figure = Figure("later", "benefit_days", "persons", lead_in_months=2, follow_up_months=3)
    cells = counted(benefit(piece(1, "one", "2023-12-01", None)), figure)
    assert {slot.period for slot in cells if slot.kind == "month"} == {
        f"2024-0{number}" for number in range(3, 10)
    }
    assert {slot.period for slot in cells if slot.kind == "quarter"} == {"2024-Q2", "2024-Q3"}


def test_nobody_is_nought_and_people_of_another_age_are_not_counted():
    grown = (State(1, "2020-01", "A", "outside"), State(1, "2024-04", "A", "16-24"))
    cells = counted(benefit(piece(1, "one", "2024-01-01", "2024-05-31"), states=grown), PERSONS_ON_BENEFIT)
    assert values(cells, *(("month", f"2024-0{number}", "XX") for number in range(3, 7))) == [0, 1, 1, 0]
    assert values(cells, ("quarter", "2024-Q1", "A"), ("quarter", "2024-Q2", "A")) == [0, 1]


def test_who_leaves_the_counted_ages_stays_where_last_counted():
    old = (State(1, "2020-01", "A", "60-66"), State(1, "2024-02", "B", "outside"))
    cells = counted(benefit(piece(1, "one", "2024-01-01", "2024-03-31"), states=old), PERSONS_ON_BENEFIT)
    assert values(cells, ("quarter", "2024-Q1", "A", "age", "60-66"), ("month", "2024-02", "XX")) == [1, 0]


def test_people_of_whom_nothing_is_told_are_counted_as_not_stated():
    cells = counted(benefit(piece(1, "one", "2024-01-01", None), states=()), PERSONS_ON_BENEFIT)
    assert values(cells, ("month", "2024-01", "NS"), ("month", "2024-01", "XX", "sex", "not_stated")) == [
        1,
        1,
    ]


def test_full_time_persons_are_days_by_degree_over_the_days_of_the_window():
    register = benefit(
        piece(1, "one", "2024-01-17", "2024-02-14", 50), piece(1, "two", "2024-02-01", "2024-02-29")
    )
    cells = counted(register, FULL_TIME)
    assert cells[Slot("month", "2024-01", "A")].value == Decimal("0.2419")  # 15 × 0.5 ÷ 31 = 0.24193…
    assert cells[Slot("month", "2024-02", "A")].value == Decimal("1.2414")  # (14 × 0.5 + 29) ÷ 29 = 1.24137…
    assert cells[Slot("quarter", "2024-Q1", "A", "scheme", "one")].value == Decimal("0.1593")  # 14.5 ÷ 91
    assert cells[Slot("month", "2024-03", "A")] == Counted(Decimal(0), 0, 0)


def test_the_key_of_an_amount_is_the_sum_of_those_of_its_months():
    moved = (State(1, "2020-01", "A"), State(1, "2024-02", "B"))
    register = benefit(piece(1, "one", "2024-01-01", "2024-03-31"), states=moved, keys={1: 2**64 - 1})
    cells = counted(register, FULL_TIME)
    assert cells[Slot("quarter", "2024-Q1", "A")] == Counted(
        Decimal("0.3407"), 0, 2**64 - 1
    )  # 31 ÷ 91, nobody
    assert cells[Slot("quarter", "2024-Q1", "XX")] == Counted(Decimal(1), 1, 2**64 - 3)


def test_entries_and_exits_count_spells_in_the_state_of_their_month():
    moved = (State(1, "2020-01", "A"), State(1, "2024-03", "B"))
    register = spells(
        spell(1, "one", "2024-01-10", "2024-02-29"),
        spell(1, "one", "2024-04-10", None),
        spell(1, "two", "2024-02-01", "2024-04-01"),
        states=moved,
    )
    entries, exits = counted(register, ENTRIES), counted(register, EXITS)
    assert entries[Slot("quarter", "2024-Q1", "A")] == Counted(Decimal(2), 2, 2002)
    assert entries[Slot("year", "2024", "XX", "scheme", "one")] == Counted(Decimal(2), 2, 2002)
    assert values(exits, ("month", "2024-02", "A"), ("month", "2024-04", "B"), ("year", "2024", "A")) == [
        1,
        1,
        1,
    ]


def cases(*rows: tuple, plans: tuple, states: tuple[State, ...]) -> Register:
    return Register(states, {"case_file": rows, "case_event": plans})


def test_in_a_share_the_numerator_has_the_state_of_the_denominator():
    moved = (State(1, "2020-01", "A"), State(1, "2024-03", "B"))
    register = cases(
        case("x", 1, "2024-01-05", "2024-02-20"),
        case("y", 1, "2024-03-05", "2024-04-20"),
        plans=(plan_made("x", 1, "2024-02-01"),),
        states=moved,
    )
    cells = counted(register, WITH_PLAN)
    assert values(cells, *(("month", f"2024-0{number}", "XX") for number in range(1, 5))) == [0, 1, 0, 0]
    # The plan was had in A; in the quarter the denominator counts the person in B, so the share does too.
    assert values(cells, ("quarter", "2024-Q1", "A"), ("quarter", "2024-Q1", "B")) == [0, 1]
    assert values(cells, ("quarter", "2024-Q2", "XX"), ("year", "2024", "B")) == [0, 1]


def test_durations_are_of_the_spells_that_ended_and_half_way_between_the_middle_two():
    register = spells(
        spell(1, "one", "2023-12-01", "2024-02-29"),  # 91 days
        spell(1, "one", "2024-03-01", "2024-03-14"),  # 14 days
        spell(2, "two", "2024-03-01", "2024-03-21"),  # 21 days
        spell(3, "two", "2024-03-01", "2024-03-02"),  # 2 days
        spell(3, "two", "2024-03-10", None),
        states=(IN_A, State(2, "2020-01", "A"), State(3, "2020-01", "A")),
    )
    quarter = Slot("quarter", "2024-Q1", "A")
    assert counted(register, MEDIAN)[quarter] == Counted(Decimal("2.5"), 3, 3006)
    assert counted(register, MEAN)[quarter] == Counted(Decimal("4.5714"), 3, 3006)  # 128 ÷ 4 ÷ 7
    assert counted(register, MEAN)[Slot("month", "2024-01", "A")] == Counted(None, 0, 0)


def test_a_person_in_two_states_is_one_behind_a_duration():
    moved = (State(1, "2020-01", "A"), State(1, "2024-03", "B"))
    register = spells(
        spell(1, "one", "2024-01-01", "2024-01-07"), spell(1, "one", "2024-03-10", "2024-03-30"), states=moved
    )
    cells = counted(register, MEAN)
    assert cells[Slot("quarter", "2024-Q1", "A")] == Counted(Decimal(1), 1, 1001)
    assert cells[Slot("quarter", "2024-Q1", "B")] == Counted(Decimal(3), 1, 1001)
    assert cells[Slot("quarter", "2024-Q1", "XX")] == Counted(Decimal(2), 1, 1001)


def test_survival_keeps_those_who_are_lost_from_sight_at_risk_as_long_as_they_are_followed():
    # Known until 31 January; the gap is 28 days: an open spell is followed until 3 January.
    register = spells(
        spell(1, "one", "2023-12-01", "2023-12-10"),  # ends after 10 days
        spell(2, "one", "2023-12-20", None),  # followed for 14 days
        spell(3, "one", "2023-12-05", "2023-12-22"),  # ends after 18 days
        spell(4, "one", "2023-12-01", "2023-12-31"),  # ends after 31 days
        states=tuple(State(person, "2020-01", "A") for person in range(1, 5)),
        known_from=date(2023, 12, 1),
        known_until=date(2024, 1, 31),
    )
    cells = counted(register, STILL_ON)
    assert cells[Slot("month", "2023-12", "A")] == Counted(Decimal("37.5"), 4, 4010)  # 3/4 × 1/2
    alone = spells(
        spell(2, "one", "2023-12-20", None), known_from=date(2023, 12, 1), known_until=date(2024, 1, 31)
    )
    assert counted(alone, STILL_ON)[Slot("month", "2023-12", "NS")].value is None


def test_areas_are_those_that_stand_at_the_end_of_the_window():
    split = Register(
        (State(1, "2020-01", "OLD"), State(1, "2024-04", "A"), State(2, "2020-01", "OLD")),
        {"benefit_piece": [piece(1, "one", "2024-01-01", None), piece(2, "one", "2024-01-01", "2024-03-31")]},
        places=(
            Place("XX", "country"),
            Place("R", "region"),
            Place("A", "municipality", date(2024, 4, 1)),
            Place("B", "municipality", date(2024, 4, 1)),
            Place("OLD", "municipality", None, date(2024, 3, 31)),
            Place("NS", "elsewhere"),
        ),
        members=(Member("R", "A", date(2024, 4, 1)), Member("R", "OLD", None, date(2024, 3, 31))),
        steps=(Step("OLD", "A", date(2024, 4, 1)), Step("OLD", "B", date(2024, 4, 1))),
    )
    cells = counted(split, PERSONS_ON_BENEFIT)
    areas = {
        period: {slot.area for slot in cells if slot.period == period} for period in ("2024-03", "2024-04")
    }
    assert areas == {"2024-03": {"XX", "R", "OLD", "NS"}, "2024-04": {"XX", "R", "A", "B", "NS"}}
    assert values(cells, ("month", "2024-03", "OLD"), ("month", "2024-03", "R")) == [2, 2]
    # In the rolling year to December one of them was last counted in an area that is no more.
    year = {
        slot.area: cell.value
        for slot, cell in cells.items()
        if (slot.kind, slot.breakdown) == ("year", "all")
    }
    assert year == {"XX": 2, "R": 1, "A": 1, "B": 0, "OLD": 1, "NS": 0}


def test_ranges_of_persons_make_no_difference():
    people = range(1, 6)
    register = benefit(
        *(piece(person, "one", f"2024-0{person}-01", "2024-08-15") for person in people),
        states=tuple(State(person, "2020-01", "AB"[person % 2]) for person in people),
    )
    for figure in (PERSONS_ON_BENEFIT, FULL_TIME):
        with loaded(register) as connection:
            assert count(connection, figure, persons_at_once=2) == count(connection, figure)
