"""What must hold of staged records of persons, made from their source's contract."""

from collections.abc import Iterator, Sequence

from etl.codes import codes_of
from etl.source import Column, Source
from warehouse.areas import Country
from warehouse.quality import Check

SOMETHING_DELIVERED = Check(
    "expect_column_values_to_be_between",
    {"column": "delivered", "min_value": 1},
    "blocking",
    "At least one row is delivered.",
)
"""Of the reconciliation: a delivery may only take back what was said of persons, and then has no records."""


def expected_of_records(source: Source, country: Country) -> Sequence[Check]:
    """Their types hold by construction; what else the contract states is checked, all of it blocking."""
    return (
        *(check for column in source.columns for check in _of_column(column, country)),
        _unique([column.kept_as for column in source.columns if column.name in source.key]),
    )


def _of_column(column: Column, country: Country) -> Iterator[Check]:
    name = column.kept_as
    if column.required:
        kind = "expect_column_values_to_not_be_null"
        yield Check(kind, {"column": name}, "blocking", f"Every record has its {name}.")
    codes = codes_of(column, country)
    if codes is not None:
        arguments = {"column": name, "value_set": list(codes)}
        yield Check("expect_column_values_to_be_in_set", arguments, "blocking", f"Every {name} is known.")
    if column.type == "integer":
        limits = {"column": name, "min_value": column.at_least, "max_value": column.at_most}
        note = f"{name} is from {column.at_least} to {column.at_most}."
        yield Check("expect_column_values_to_be_between", limits, "blocking", note)
    if column.ends:
        pair = {"column_A": name, "column_B": column.ends, "ignore_row_if": "either_value_is_missing"}
        kind = "expect_column_pair_values_a_to_be_greater_than_b"
        yield Check(kind, pair, "blocking", f"No {name} lies before {column.ends}.")


def _unique(key: Sequence[str]) -> Check:
    """Counted by grouping: the ready expectation numbers all rows in every group, at twice the time."""
    columns = ", ".join(key)
    query = f"select {columns} from {{batch}} group by {columns} having count(*) > 1"
    note = f"No two records have the same {columns}."
    return Check("unexpected_rows_expectation", {"unexpected_rows_query": query}, "blocking", note)
