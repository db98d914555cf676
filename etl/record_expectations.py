"""What must hold of staged records of persons, made from their source's contract."""

from collections.abc import Iterator, Sequence

from etl.codes import codes_of
from etl.source import Column, Source
from warehouse.areas import Country
from warehouse.quality import Check


def expected_of_records(source: Source, country: Country) -> Sequence[Check]:
    """Their types hold by construction; what else the contract states is checked, all of it blocking."""
    return (
        Check(
            "expect_table_row_count_to_be_between",
            {"min_value": 1},
            "blocking",
            "There is at least one record.",
        ),
        *(check for column in source.columns for check in _of_column(column, country)),
        Check(
            "expect_compound_columns_to_be_unique",
            {"column_list": _key(source), "ignore_row_if": "never"},
            "blocking",
            f"No two records have the same {_listed(_key(source))}.",
        ),
    )


def _of_column(column: Column, country: Country) -> Iterator[Check]:
    name = column.kept_as
    if column.required:
        kind = "expect_column_values_to_not_be_null"
        yield Check(kind, {"column": name}, "blocking", f"Every record has its {_said(name)}.")
    codes = codes_of(column, country)
    if codes is not None:
        arguments = {"column": name, "value_set": list(codes)}
        yield Check(
            "expect_column_values_to_be_in_set", arguments, "blocking", f"Every {_said(name)} is known."
        )
    if column.type == "integer":
        limits = {"column": name, "min_value": column.at_least, "max_value": column.at_most}
        note = f"{_said(name).capitalize()} is from {column.at_least} to {column.at_most}."
        yield Check("expect_column_values_to_be_between", limits, "blocking", note)


def _key(source: Source) -> list[str]:
    kept = {column.name: column.kept_as for column in source.columns}
    return [kept[name] for name in source.key]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(_said, names))


def _said(column: str) -> str:
    """A column's name as people say it."""
    return column.replace("_", " ")
