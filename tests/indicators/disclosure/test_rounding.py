"""Random rounding by cell key: to a multiple of the base, right on average, and the same for the same people."""

import hashlib
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.disclosure.keys import derived_key
from indicators.disclosure.protection import round_cells
from tests.support.connections import memory
from tests.support.protecting import KEY, PROTECTION, country_of, protected

NOWHERE = country_of("code | level\nXX | country")
TEN_THOUSAND = Decimal(10000)


def rounded(values, key=KEY, protection=PROTECTION):
    """What becomes of (value, cell key) pairs."""
    with memory() as connection:
        connection.execute(
            "create temp table counted_cell as select 1 as window_months, row_number() over () as month, 0 as part_id, "
            "'XX' as area, 1 as contributors, cast(pair.value as decimal(18, 4)) as value, "
            "cast(pair.cell_key as ubigint) as cell_key from (select unnest($pairs) as pair)",
            {"pairs": [{"value": value, "cell_key": cell_key} for value, cell_key in values]},
        )
        round_cells(connection, protection, key)
        return [
            value
            for (value,) in connection.execute("select value from rounded_cell order by month").fetchall()
        ]


def expected(value, cell_key, key=KEY, base=5):
    """The same in plain Python."""
    remainder = value % base
    text = derived_key(key, "rounding") + str(cell_key).encode()
    draw = int(hashlib.sha256(text).hexdigest()[:16], 16) % (base * 10000)
    return value - remainder + (base if draw < remainder * 10000 else 0)


def test_a_whole_countrys_money_is_rounded_too():
    billions = Decimal("40000000001.5")
    assert rounded([(billions, 7)]) == [expected(billions, 7)]


def test_a_count_becomes_one_of_the_two_multiples_beside_it():
    figures = protected(
        NOWHERE,
        """
        category | window | month   | area | value
        all      | 1      | 2024-01 | XX   | 0
                 |        | 2024-02 |      | 1
                 |        | 2024-03 |      | 5
                 |        | 2024-04 |      | 23
                 |        | 2024-05 |      | 1200
        """,
    )
    assert str(figures["all, 2024-01, XX"]) == "0"
    assert str(figures["all, 2024-02, XX"]) in {"0", "5"}
    assert str(figures["all, 2024-03, XX"]) == "5"
    assert str(figures["all, 2024-04, XX"]) in {"20", "25"}
    assert str(figures["all, 2024-05, XX"]) == "1200"


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.integers(0, 30).map(Decimal), st.integers(0, 10**7).map(lambda n: n / TEN_THOUSAND)),
            st.integers(0, 2**64 - 1),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_sql_says_what_plain_python_says(values):
    found = rounded(values)
    assert found == [expected(value, cell_key) for value, cell_key in values]
    for (value, _), figure in zip(values, found, strict=True):
        assert figure % 5 == 0
        assert abs(figure - value) < 5
        assert (figure == value) == (value % 5 == 0)


@pytest.mark.parametrize("base", [3, 5, 7, 10])
def test_on_average_nothing_is_added_or_lost(base):
    protection = PROTECTION.__class__(**(PROTECTION.__dict__ | {"base": base}))
    many = 20_000
    for value in (*range(1, base), Decimal("1.3")):
        found = rounded([(value, cell_key * 7919) for cell_key in range(many)], protection=protection)
        chance = float(value % base) / base
        error = (chance * (1 - chance) / many) ** 0.5
        went_up = sum(figure > value for figure in found) / many
        assert went_up == pytest.approx(chance, abs=4 * error)


def test_another_key_rounds_otherwise():
    values = [(3, cell_key) for cell_key in range(64)]
    assert rounded(values) == rounded(values)
    assert rounded(values) != rounded(values, key=bytes(32))


def test_the_same_people_give_the_same_figure_wherever_they_are_counted():
    figures = protected(
        country_of("code | level\nXX | country\nA | municipality"),
        """
        category   | window | month   | area | value | key
        all        | 12     | 2024-12 | XX   | 33    | 4711
        all        | 3      | 2024-12 | A    | 33    | 4711
        sex female | 12     | 2024-12 | A    | 33    | 4711
        """,
    )
    assert len({str(figure) for figure in figures.values()}) == 1


def test_what_parts_do_tells_nothing_of_what_their_union_does():
    """Two parts with remainder 1, each rounded up: their union, remainder 2, goes up with chance 0.4 all the same."""
    keys = [(first * 104729, second * 1299709 + 17) for first in range(150) for second in range(150)]
    parts = sorted({key for pair in keys for key in pair})
    up = {key for key, figure in zip(parts, rounded([(1, key) for key in parts]), strict=True) if figure}
    both = [(first + second) % 2**64 for first, second in keys if first in up and second in up]
    share = sum(figure > 0 for figure in rounded([(2, key) for key in both])) / len(both)
    assert len(both) > 500
    assert share == pytest.approx(0.4, abs=4 * (0.24 / len(both)) ** 0.5)
