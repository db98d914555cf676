"""Following a person by hand says what the records say, and what stands in the cells."""

import pytest

from indicators.catalogue import read_catalogue
from tests.support.person_by_hand import register_of, told
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_drawing import identity
from tests.support.person_oracle_loading import count_register
from tests.support.worlds import empty_warehouse


@pytest.mark.slow  # counts a whole register
def test_a_person_is_followed_through_records_states_and_cells() -> None:
    recipients = [indicator for indicator in read_catalogue() if indicator.id == "recipients"]
    back = identity("back")
    with empty_warehouse() as connection:
        count_register(connection, corners(), recipients)
        lines = list(told(connection, register_of(connection, back), back))
    assert (
        "benefit_spells: scheme first, start_on 2024-03-05, end_on 2024-06-20, degree 100, recorded_on None"
        in lines
    )
    assert lines[lines.index("states:") + 1 :][:3] == [
        "  2024-01 to 2024-03: A, female, 40-49, native",
        "  2024-04 to 2024-04: C, female, 40-49, native",
        "  2024-05 to 2024-12: A, female, 40-49, native",
    ]
    april = [
        line for line in lines[lines.index("benefit_days persons:") :] if line.startswith("  month 2024-04")
    ]
    everywhere = "age 40-49 1 (1); all 1 ({}); origin native 1 (1); scheme first 1 ({}); sex female 1 (1)"
    assert april[:3] == [
        f"  month 2024-04, C: {everywhere.format(1, 1)}",
        f"  month 2024-04, S: {everywhere.format(1, 1)}",
        f"  month 2024-04, XX: {everywhere.format(11, 7)}",
    ]
