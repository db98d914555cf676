"""Sums of money: the attacker knows them as it knows full-time persons, and finds what gives somebody's money away."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from etl.core import rebuild
from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells
from indicators.disclosure.attack import Evidence, Release, attack
from indicators.publish import write_draft
from tests.support.attacked import exposed, leaked, outside
from tests.support.person_oracle_loading import MONEY, PROTECTED, load_register
from tests.support.person_oracle_register import PERSON_SOURCES, Register
from tests.support.situations import MEMBERS, PLACES, ROLES, SCHEMES
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection, transaction
from warehouse.person_checks import person_rule_faults
from warehouse.profile import MoneyRules

MONEY_SHOWN = [
    replace(one, breakdowns=("sex",))
    for one in read_catalogue()
    if one.id == "payments_per_full_time_recipient"
]
KNOWN = (date(2024, 1, 1), date(2025, 1, 1))
MONTHS = range(2024 * 12, 2025 * 12)
PEOPLE = {"Aby": 90, "Bro": 130, "Dal": 110}
RULES = MoneyRules(**MONEY)


def people(seed: int, few: int = 0, sizes: dict[str, int] = PEOPLE) -> Register:
    """Recipients of municipalities, all year or half of it; a `few` of each get a month's money alone."""
    draw = Random(seed)
    rows: dict[str, list[dict[str, object]]] = {
        name: [] for name in ("person_states", "benefit_spells", "payments")
    }
    number = 0
    for area, many in sizes.items():
        for place in range(many):
            number += 1
            person = {"person_id": f"00000000-0000-0000-0000-{number:012}"}
            first = MONTHS[0] + (draw.choice([0, 0, 6]) if place >= few else 11)
            state = {"valid_from": date(2000, 1, 1), "valid_to": None, "area": area, "birth_year": 1980}
            sex = draw.choice(["female", "male"])
            rows["person_states"].append(
                {**person, **state, "sex": sex, "origin": "native", "education": None}
            )
            spell = {"scheme": "social_assistance", "start_on": date(2024, first % 12 + 1, 1), "end_on": None}
            rows["benefit_spells"].append({**person, **spell, "degree": 100, "recorded_on": None})
            for month in range(first, MONTHS.stop):
                amount = draw.choice([8_000, 12_000, 17_000, 40_000, 3_000])
                paid = {"scheme": "social_assistance", "month": month, "amount": amount}
                rows["payments"].append(
                    {**person, **paid, "paid_on": date(2024, month % 12 + 1, 28), "due_on": None}
                )
    known = dict.fromkeys(PERSON_SOURCES, KNOWN)
    return Register(PLACES, MEMBERS, ROLES, SCHEMES, "Unknown", known, rows)


@contextmanager
def published(
    register: Register, protection: dict[str, object] = PROTECTED, draft: str = ""
) -> Iterator[Connection]:
    """The draft of a release of what is paid, attached as `portal`; `draft` is SQL that spoils it."""
    with empty_warehouse() as connection:
        country = load_register(connection, register, protection)
        rebuild(connection, country)
        with transaction(connection):
            compute_cells(connection, MONEY_SHOWN, lambda _: None, (7).to_bytes(32))
        connection.execute("attach ':memory:' as portal")
        write_draft(connection, country, {})
        connection.execute(draft or "select 1")
        yield connection


EXACT = """
    update portal.cell as cell set numerator = counted.value
    from mart.counted as counted
    where counted.figure = 'payments amount' and cell.status = 'value'
        and cell.breakdown = counted.breakdown and cell.category = counted.category
        and cell.period_kind = counted.period_kind and cell.period = counted.period and cell.area = counted.area
"""
"""What forgetting to round sums of money would publish."""

TRUTH = "select figure, breakdown, category, period_kind, period, area, value from mart.counted"


@pytest.mark.slow  # a whole computation for each
@pytest.mark.parametrize("seed", [1, 2])
def test_the_truth_is_never_outside_and_nobodys_money_is_narrowed_down(seed):
    with published(people(seed, few=3)) as connection:
        shown = connection.execute("select count(*) from portal.cell where status = 'value'").fetchall()
        assert shown[0][0] > 20
        found = of_money(connection)
        assert len(found) == 1
        assert outside(connection.execute(TRUTH).fetchall(), found) == []
        assert leaked(exposed(found)) == 0


@pytest.mark.slow  # a whole computation for each
def test_a_true_total_of_money_is_found_out():
    """Told in one quarter after the other and in the year, true sums leave nothing of the last municipality's."""
    with published(people(1, few=3), draft=EXACT) as connection:
        found = of_money(connection)
        widths = (found[0].bounds.high - found[0].bounds.low) / found[0].bounds.scale
        assert (widths < 0.01).any()
    with published(people(1, few=3)) as connection:
        found = of_money(connection)
        widths = (found[0].bounds.high - found[0].bounds.low) / found[0].bounds.scale
        assert (widths > 2 * MONEY["largest"] / MONEY["unit"]).mean() > 0.99


@pytest.mark.slow  # a whole computation for each
def test_the_money_of_the_only_one_left_is_found_where_totals_are_exact():
    """Bro is not shown, but a region less its other municipality is, which the gate must not let pass."""
    register = people(4, sizes={"Aby": 120, "Bro": 1, "Dal": 90})
    with published(register) as connection:
        shown = connection.execute("select count(*) from portal.cell where area = 'Bro' and status = 'value'")
        assert shown.fetchall() == [(0,)]
        assert leaked(exposed(of_money(connection))) == 0
    with published(register, draft=EXACT) as connection:
        assert exposed(of_money(connection)).exactly > 0


def of_money(connection: Connection) -> list[Evidence]:
    """What the attacker knows of the money of a draft."""
    return [one for one in attack(Release(connection)) if one.name.startswith("payments")]


def test_a_country_that_rounds_less_than_two_persons_money_is_refused():
    persons = {
        **country_rules(),
        "protection": {**PROTECTED, "least_workplaces": 5, "money": {**MONEY, "largest": 25_001}},
    }
    assert "half of what sums are rounded to" in next(iter(person_rule_faults(persons, [16, 66])))


def country_rules() -> dict[str, object]:
    """A country's rules of counting persons."""
    scheme = {"title": {"en": "x", "da": "x"}, "group": "x", "gap_days": 1}
    return {
        "not_stated_area": "X",
        "schemes": {"one": scheme},
        "provisional_months": 2,
        "retention_years": 10,
    }


@pytest.mark.parametrize("dominance", [5, 10, 25])
@pytest.mark.parametrize(("unit", "largest"), [(10_000, 25_000), (10_000, 20_000), (3_000, 7_499)])
def test_nobody_dominates_a_sum_that_is_shown(unit, largest, dominance):
    """Of the smallest true sum that may be shown, the most that anybody counts for is no more than allowed."""
    least = MoneyRules(unit, largest, dominance, 1).least(5)
    smallest_true = (least - 5) * unit
    assert least % 5 == 0
    assert largest <= smallest_true * dominance / 100


def test_sums_under_the_least_are_too_few_and_never_a_number():
    few = people(3)
    alone = {
        name: [row for row in rows if int(str(row["person_id"])[-3:]) <= 20]
        for name, rows in few.rows.items()
    }
    with published(replace(few, rows=alone)) as connection:
        told = connection.execute(
            "select distinct status from portal.cell where numerator is null or numerator < ?",
            [RULES.least(5)],
        ).fetchall()
    assert ("value",) not in told
