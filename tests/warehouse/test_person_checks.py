"""What is refused of a profile's section on records of persons."""

from copy import deepcopy
from typing import Any

import pytest

from warehouse.country_files import read_country
from warehouse.person_checks import person_rule_faults

AGES = [16, 66]
SCHEME = {"title": {"en": "x", "da": "x"}, "group": "x", "gap_days": 1}
RULES: dict[str, Any] = dict(read_country("dk").profile["persons"])


def test_the_profile_of_denmark_has_no_faults() -> None:
    assert list(person_rule_faults(RULES, AGES)) == []


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("retention_years",), 0, "retention_years"),
        (("provisional_months",), -1, "provisional_months"),
        (("schemes",), {}, "schemes"),
        (("schemes", "all"), {"title": {"en": "x", "da": "x"}, "group": "x", "gap_days": 1}, "small letters"),
        (("schemes", "x"), {"title": {"en": "x"}, "group": "x", "gap_days": 1}, "en and da"),
        (("schemes", "x"), {"title": {"en": "x", "da": "x"}, "group": "x", "gap_days": -1}, "gap_days"),
        (
            ("schemes", "x"),
            {**SCHEME, "decision_days": 0},
            "decision_days must be a whole number of days from 1 to 60",
        ),
        (("schemes", "x"), {**SCHEME, "decision_days": 61}, "from 1 to 60"),
        (("schemes", "x"), {**SCHEME, "decisions": 14}, "may have decision_days"),
        (("breaks",), [{"source": "cases", "period": "2027-01"}], "breaks.1 must have exactly the keys"),
        (("breaks",), [{"source": "cases", "period": "2027", "note": {}}], "written 2027-01"),
        (("breaks",), [{"source": "cases", "period": "2027-01", "note": {"en": "x"}}], "en and da"),
        (("protection", "base"), 2, "protects nobody"),
        (("protection", "split_from"), 4, "split_from must reach base"),
        (("protection", "wide_below"), 49, "wide_below must reach ratio_from"),
        (("protection", "other"), 5, "exactly the keys"),
        (("protection", "largest_employer"), 91, "from 50 to 90 per cent"),
        (("protection", "largest_employer"), "85", "from 50 to 90 per cent"),
        (("protection", "money"), {"unit": 10_000}, "money must have exactly the keys"),
        (("protection", "money", "step"), 0, "at least 1"),
        (("protection", "money", "largest"), 25_001, "at most half of what sums are rounded to"),
        (("protection", "money", "dominance"), 26, "at most 25 per cent"),
    ],
)
def test_a_faulty_rule_is_told(path: tuple[str, ...], value: Any, said: str) -> None:
    rules = deepcopy(RULES)
    place = rules
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    [fault] = person_rule_faults(rules, AGES)
    assert said in fault


def test_age_bands_span_the_working_age() -> None:
    [fault] = person_rule_faults(RULES, [15, 74])
    assert "working_age" in fault
