"""What must hold of a staged delivery, made from its source's contract for Great Expectations to check."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from etl.record_expectations import SOMETHING_DELIVERED, expected_of_records
from etl.source import Source
from warehouse.areas import Country
from warehouse.quality import Check
from warehouse.vocabulary import vocabulary

Suites = Mapping[str, Sequence[Check]]
"""The checks of each staged table."""

_PERIOD = "^[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$"
_KEY = ("measure", "breakdown", "category", "period_kind", "period", "area")
_SOME_TOTAL = (
    Check(
        "expect_table_row_count_to_be_between", {"min_value": 1}, "blocking", "There is at least one total."
    ),
)


def expected_of(source: Source, country: Country) -> Suites:
    """Everything expected of a delivery of the source; what is blocking refuses it."""
    limits = source.limits
    if source.person_level:
        accepted = expected_of_records(source, country)
    else:
        accepted = _expected_of_figures(source, country) if source.measures else _SOME_TOTAL
    suites = {"reconciliation": _expected_of_counts(source), "accepted": accepted}
    if limits.complete_levels:
        suites["expected_area"] = (
            _warning(
                "expect_column_values_to_be_in_set",
                f"Every area has a figure in every period: {', '.join(limits.complete_levels)}.",
                column="delivered",
                value_set=[True],
            ),
        )
    if limits.sums:
        suites["sum_of_parts"] = (
            _warning(
                "expect_column_values_to_be_between",
                "Totals are the sum of their parts, as nearly as the source rounds them.",
                column="excess",
                max_value=0,
            ),
        )
    return suites


def _expected_of_counts(source: Source) -> Sequence[Check]:
    most = source.limits.quarantined_at_most
    return (
        *((SOMETHING_DELIVERED,) if source.person_level else ()),
        _blocking(
            "expect_column_values_to_be_between",
            f"At most {most:.0%} of the rows break a rule.",
            column="quarantined_share",
            max_value=most,
        ),
        _blocking(
            "expect_column_values_to_be_in_set",
            "Every delivered row is loaded or in quarantine.",
            column="lost",
            value_set=[0],
        ),
    )


def _expected_of_figures(source: Source, country: Country) -> Sequence[Check]:
    words = vocabulary()
    categories = [code for breakdown in words.breakdowns.values() for code in breakdown.categories]
    known = {
        "measure": [measure.id for measure in source.measures],
        "breakdown": ["all", *words.breakdowns],
        "category": ["all", *categories],
        "period_kind": [*words.period_kinds],
        "status": ["value", "suppressed"],
        "area": [*country.areas],
    }
    return (
        _blocking("expect_table_row_count_to_be_between", "There is at least one figure.", min_value=1),
        *(
            _blocking(
                "expect_column_values_to_not_be_null", f"Every figure has its {_said(column)}.", column=column
            )
            for column in (*_KEY, "status")
        ),
        *(
            _blocking(
                "expect_column_values_to_be_in_set",
                f"Every {_said(column)} is known.",
                column=column,
                value_set=values,
            )
            for column, values in known.items()
        ),
        _blocking(
            "expect_column_values_to_match_regex",
            "Periods are written as agreed.",
            column="period",
            regex=_PERIOD,
        ),
        _blocking(
            "expect_column_values_to_be_between", "No figure is negative.", column="value", min_value=0
        ),
        _blocking("expect_compound_columns_to_be_unique", "No figure comes twice.", column_list=list(_KEY)),
    )


def _blocking(kind: str, note: str, **arguments: Any) -> Check:
    return _check("blocking", kind, note, arguments)


def _warning(kind: str, note: str, **arguments: Any) -> Check:
    return _check("warning", kind, note, arguments)


def _check(
    severity: Literal["blocking", "warning"], kind: str, note: str, arguments: Mapping[str, Any]
) -> Check:
    return Check(kind, arguments, severity, note)


def _said(column: str) -> str:
    """A column's name as people say it."""
    return column.replace("_", " ")
