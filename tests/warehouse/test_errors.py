import pytest

from warehouse.errors import DeliveryRefused, Fault


@pytest.mark.parametrize(
    "value", ["kari@example.org", "010190-1234", "12 34 56 78", "All\x00 Denmark\x1b[31m"]
)
def test_a_refusal_repeats_no_value_that_may_tell_who_a_person_is(value: str) -> None:
    refused = DeliveryRefused([Fault("a.csv", "unknown area", 2, value, f'"{value}"')])
    assert value not in str(refused)
    assert "a.csv, row 2" in str(refused)
    assert "a value not shown" in str(refused)


@pytest.mark.parametrize("value", ["Copenhagne", "0301 Oslox", "2024Q1"])
def test_an_unknown_label_is_repeated(value: str) -> None:
    assert f'"{value}"' in str(DeliveryRefused([Fault("a.csv", "unknown area", detail=f'"{value}"')]))
