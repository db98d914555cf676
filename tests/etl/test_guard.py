"""The guard at the door: identifiers are found by columns, and figures are never taken for them."""

from collections.abc import Iterable, Sequence

import pytest

from etl.guard import Suspicion, check_delivered, header_faults, is_identifying, names_a_person
from tests.support.connections import memory
from warehouse.connection import append
from warehouse.errors import DeliveryRefused

DANISH_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def refusals(values: Iterable[str | None], column: str = "note") -> list[str]:
    """What the guard says of a file with one column of these values."""
    with memory() as connection:
        connection.execute("create schema stage")
        connection.execute(
            f'create table stage.delivered (delivery varchar, file varchar, line bigint, "{column}" varchar)'
        )
        rows = [{"d": "d1", "f": "small.csv", "l": line, "v": value} for line, value in enumerate(values, 2)]
        append(connection, "stage.delivered", rows)
        try:
            check_delivered(connection)
        except DeliveryRefused as refused:
            return [str(fault) for fault in refused.faults]
    return []


def norwegian_number(first_nine: str) -> str | None:
    """The nine digits with their two check digits, or None where there is no such number."""
    digits = [int(digit) for digit in first_nine]
    for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
        check = -sum(map(int.__mul__, digits, weights)) % 11
        if check == 10:
            return None
        digits.append(check)
    return "".join(map(str, digits))


def some_norwegian_numbers(count: int) -> list[str]:
    numbers = (
        norwegian_number(f"{day:02}{month:02}85{serial}")
        for day in (1, 9, 28)
        for month in (1, 12)
        for serial in range(200, 400)
    )
    return [number for number in numbers if number][:count]


def fits_danish_check(number: str) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(number, DANISH_WEIGHTS, strict=True)) % 11 == 0


MODERN = [f"0{day}0{month}07{serial}" for day in (1, 2) for month in (1, 2) for serial in (4001, 4002, 4003)]

IDENTIFIERS = {
    "e-mail addresses": ["anna@example.org", "bo.berg@example.dk", "c-d@example.co.uk"],
    "phone numbers": ["+45 12345678", "12 34 56 78", "004512345678", "123 45 678"],
    "Danish personal numbers": MODERN,
    "Norwegian personal numbers": some_norwegian_numbers(12),
}


@pytest.mark.parametrize("kind", IDENTIFIERS)
def test_a_column_of_identifiers_is_refused_whatever_it_is_called(kind):
    assert refusals(IDENTIFIERS[kind]) == [f"small.csv, column note: this column holds {kind}"]


@pytest.mark.parametrize("kind", IDENTIFIERS)
def test_among_other_texts_and_gaps_they_are_found_too(kind):
    others = [f"case {number}" for number in range(500)]
    assert refusals([*others, None, "", *IDENTIFIERS[kind]]) == [
        f"small.csv, column note: this column holds {kind}"
    ]


def test_one_e_mail_address_is_no_chance():
    values = [f"case {number}" for number in range(500)] + IDENTIFIERS["e-mail addresses"][:1]
    assert refusals(values) == ["small.csv, column note: this column holds e-mail addresses"]


@pytest.mark.parametrize("kind", sorted(IDENTIFIERS.keys() - {"e-mail addresses"}))
def test_one_chance_value_is_none(kind):
    assert refusals([f"case {number}" for number in range(500)] + IDENTIFIERS[kind][:1]) == []


@pytest.mark.parametrize("kind", IDENTIFIERS)
def test_a_column_with_nothing_else_is_one_even_if_short(kind):
    assert refusals([IDENTIFIERS[kind][0], None]) != []


def test_a_danish_number_need_not_fit_its_check_digit():
    assert not any(fits_danish_check(number) for number in MODERN[:3])
    assert refusals([f"{number[:6]}-{number[6:]}" for number in MODERN[:3]]) != []


def test_the_message_tells_no_value():
    assert "anna" not in "".join(refusals(IDENTIFIERS["e-mail addresses"]))


@pytest.mark.parametrize(
    "values",
    [
        [str(number) for number in range(0, 6_100_000, 6_007)],
        [f"{number / 10:.1f}" for number in range(1_000)],
        [f"{year}-{month:02}" for year in range(2000, 2030) for month in range(1, 13)],
        ["Age, total", "Net unemployed recipients of social assistance", "Region Hovedstaden", "2025Q4"],
        ["1 234 567", "12 345", "1.234.567"],
        [f"{number:016x}" for number in range(10**15, 10**15 + 500)],
    ],
    ids=["counts", "rates", "months", "labels", "spaced numbers", "pseudonyms"],
)
def test_figures_labels_and_pseudonyms_pass(values):
    assert refusals(values) == []


@pytest.mark.parametrize("first", [10**9, 10**10], ids=["ten digits", "eleven digits"])
def test_numbers_of_the_same_length_pass_though_some_look_like_one(first):
    spread = [first + step * 86_028_121 % (9 * first) for step in range(2_000)]
    assert refusals(map(str, spread)) == []


def test_judged_by_share_of_what_looks_alike():
    def judged(found: int, alike: int, values: int) -> bool:
        return is_identifying(Suspicion("f", "c", "k", found, alike, values))

    assert judged(3, 3, 1000)
    assert not judged(2, 2, 1000)
    assert judged(1, 1, 1)
    assert not judged(74, 2000, 2000)
    assert judged(400, 2000, 2000)
    assert not judged(0, 0, 0)


def named(columns: Sequence[str]) -> list[str | None]:
    return [fault.column for fault in header_faults("f.csv", columns)]


def test_columns_called_like_identifiers():
    telling = [
        *(
            "name",
            "Navn",
            "first_name",
            "Efternavn",
            "client-name",
            "e-mail",
            "E_mail",
            "client_email",
            "cpr",
        ),
        *("CPR-nr", "fødselsnummer", "telefon", "mobil", "adresse", "phone_number", "borgers adresse"),
    ]
    assert named(telling) == telling


def test_columns_of_things_with_names_are_not():
    assert named(["scheme_name", "office_name", "OMRÅDE", "person_id", "email_count_rule"]) == [
        "email_count_rule"
    ]
    assert not names_a_person("organisation")
