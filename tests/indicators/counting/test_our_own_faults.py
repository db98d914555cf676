"""What counting refuses to count, faults of the core that no delivery can cause; and what it is not misled by."""

import pytest

from indicators.counting import CountingError, known_months, prepare_counting
from tests.indicators.counting.register import (
    PERSONS_ON_BENEFIT,
    Register,
    State,
    count,
    counted,
    load,
    loaded,
    piece,
)
from tests.support.worlds import empty_warehouse

IN_A = State(1, "2020-01", "A")


def benefit(*pieces: tuple, states: tuple[State, ...] = (IN_A,), **more) -> Register:
    return Register(states, {"benefit_piece": pieces}, **more)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("delete from core.person_state where from_month > 0", "states incomplete: 1"),
        ("update core.person_state set from_month = 0 where from_month < 0", "states incomplete: 1"),
        (
            "update core.person_state set next_month = next_month + 1 where from_month < 0",
            "states incomplete: 1",
        ),
        ("update core.person_state set sex = 'unheard of' where from_month > 0", "states lost: 1"),
        ("update core.person_state set area = 'nowhere' where from_month > 0", "states lost: 1"),
    ],
)
def test_a_state_that_is_missing_or_lost_is_our_own_fault(statement, told):
    with empty_warehouse() as connection:
        register = benefit(piece(1, "one", "2024-02-01", None))
        load(connection, register)
        connection.execute(statement)
        months = known_months(connection)
        with pytest.raises(CountingError, match=told):
            prepare_counting(connection, register.country, months)


def test_a_category_that_nobody_knows_is_our_own_fault():
    with (
        loaded(benefit(piece(1, "three", "2024-02-01", None))) as connection,
        pytest.raises(CountingError, match="categories unknown: 1"),
    ):
        count(connection, PERSONS_ON_BENEFIT)


def test_a_person_without_a_state_is_our_own_fault():
    with loaded(benefit(piece(1, "one", "2024-02-01", None))) as connection:
        connection.execute("update core.benefit_piece set person_id = uuid()")
        with pytest.raises(CountingError, match="persons unknown: 1"):
            count(connection, PERSONS_ON_BENEFIT)


def test_the_same_span_twice_is_one():
    once = piece(1, "one", "2024-02-01", "2024-03-31")
    again = [
        once,
        once,
        piece(1, "one", "2024-02-01", "2024-02-20"),
        piece(1, "one", "2024-03-01", "2024-03-31"),
    ]
    assert counted(benefit(*again), PERSONS_ON_BENEFIT) == counted(benefit(once), PERSONS_ON_BENEFIT)
