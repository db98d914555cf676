"""The comparison of a release with its expectation sees every kind of difference."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tests.support.independent import HIDDEN, Cell
from tests.support.released import Released, disagreements

KEY = ("rate", "101", "2024-Q1")
ROW = Released(
    *KEY,
    value=Decimal("187.5"),
    numerator=Decimal(2),
    denominator=Decimal("10.6667"),
    lower=Decimal("51.1000"),
    upper=Decimal("494.2000"),
    status="value",
    flags="break,summed",
    breakdown="all",
    category="all",
)
CELL = Cell(
    "value", Fraction(375, 2), Fraction(2), Fraction(32, 3), 51.10005, 494.2, flags=frozenset({"summed"})
)
NOTHING: dict[str, Any] = dict.fromkeys(("value", "numerator", "denominator", "lower", "upper"))
UNKNOWN = ROW._replace(**NOTHING, status="not_available", flags="")


def test_the_same_figures_agree() -> None:
    assert disagreements({KEY: CELL}, [ROW]) == []
    assert disagreements({KEY: HIDDEN}, [UNKNOWN._replace(status="suppressed")]) == []
    assert disagreements({}, [UNKNOWN]) == []


@pytest.mark.parametrize(
    "change",
    [
        {"value": Decimal("187.6")},
        {"numerator": Decimal(3)},
        {"denominator": Decimal("10.6668")},
        {"lower": Decimal("51.0999")},
        {"upper": None},
        {"flags": "break"},
        {"flags": "summed,predecessors"},
        {"category": "female"},
        {"area": "102"},
        {**NOTHING, "status": "suppressed"},
    ],
    ids=str,
)
def test_one_difference_is_seen(change: dict[str, Any]) -> None:
    assert disagreements({KEY: CELL}, [ROW._replace(**change)]) != []


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [UNKNOWN],
        [UNKNOWN._replace(status="suppressed", numerator=Decimal(2))],
        [UNKNOWN._replace(status="suppressed"), UNKNOWN._replace(status="suppressed")],
    ],
    ids=["absent", "not hidden", "half hidden", "twice"],
)
def test_a_hidden_figure_that_is_not_hidden_is_seen(rows: list[Released]) -> None:
    assert disagreements({KEY: HIDDEN}, rows) != []


def test_a_figure_too_many_is_seen() -> None:
    assert disagreements({}, [ROW]) != []
