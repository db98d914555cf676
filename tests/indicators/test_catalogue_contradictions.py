"""Values of a definition that are right one by one and wrong together."""

from pathlib import Path

import pytest

from indicators.catalogue import MEASURES, read_catalogue
from indicators.contradictions import contradictions
from indicators.measure import read_measures
from warehouse.errors import UserError

PERSONS = {
    "count": "persons",
    "numerator": "benefit_days",
    "unit": "persons",
    "periods": ["month", "quarter"],
}
WITH_PLAN = {**PERSONS, "numerator": "open_cases_with_plan", "denominator": "open_cases", "per": 100}
ENTRIES = {**PERSONS, "count": "amount", "numerator": "benefit_entries"}
EXITS = {**ENTRIES, "numerator": "benefit_exits", "breakdowns": ["scheme", "destination"]}
EMPLOYED = {
    **PERSONS,
    "count": "share_of_cohort",
    "numerator": "exits_employed",
    "denominator": "exits_followed_up",
    "per": 100,
    "parameters": {"follow_up_months": 6},
    "follow_up_months": 6,
}
BY_NEED = {**ENTRIES, "numerator": "activated_days_assessed", "breakdowns": ["need"]}
BY_DESTINATION = {"breakdowns": ["destination"]}
MEAN = {**PERSONS, "count": "duration", "numerator": "benefit_spells", "statistic": "mean", "unit": "weeks"}
SURVIVAL = {**MEAN, "statistic": "survival", "at_days": 182, "per": 100, "unit": "percent"}
HALF_OF_THEM = {**SURVIVAL, "statistic": "survival_median", "per": None, "unit": "weeks"}
HOURS = {**MEAN, "count": "level", "numerator": "hours_beside_benefit", "unit": "hours"}
PAID = {**ENTRIES, "numerator": "payments", "denominator": "benefit_days", "unit": "currency_a_month"}
SPENT = {
    **PERSONS,
    "count": "amount",
    "numerator": "programme_expenditure",
    "denominator": "registered_days",
    "unit": "currency",
}
DELIVERED = {**PERSONS, "count": "delivered", "numerator": "population"}


def found(entry: dict, **changes: object) -> list[tuple[str, str]]:
    """The contradictions of a definition with other values in some keys; None takes a key away."""
    changed = {key: value for key, value in {**entry, **changes}.items() if value is not None}
    return list(contradictions(changed, read_measures(MEASURES)))


@pytest.mark.parametrize(
    "entry",
    [
        PERSONS,
        WITH_PLAN,
        ENTRIES,
        EXITS,
        EMPLOYED,
        MEAN,
        SURVIVAL,
        HALF_OF_THEM,
        HOURS,
        PAID,
        BY_NEED,
        DELIVERED,
    ],
)
def test_what_fits_together_is_no_contradiction(entry: dict) -> None:
    assert found(entry) == []


@pytest.mark.parametrize(
    ("entry", "changes", "key", "rule"),
    [
        (
            PERSONS,
            {"numerator": "benefit_exits"},
            "numerator",
            "must be a measure of spans with count persons",
        ),
        (PERSONS, {"numerator": "population"}, "numerator", "must be a measure of spans with count persons"),
        (
            WITH_PLAN,
            {"denominator": "placements"},
            "denominator",
            "must be a measure of spans with count persons",
        ),
        (
            WITH_PLAN,
            {"denominator": "population"},
            "denominator",
            "must be a measure of spans with count persons",
        ),
        (
            ENTRIES,
            {"numerator": "population"},
            "count",
            "must be delivered where nothing is counted here",
        ),
        (SPENT, {"denominator": "population"}, "count", "must be delivered where nothing is counted here"),
        (
            SPENT,
            {"follow_up_months": 2},
            "follow_up_months",
            "cannot stand with a numerator that is delivered",
        ),
        (SPENT, {"interval": "byar"}, "interval", "there is none of what is delivered over what is counted"),
        (SPENT, {"unit": "currency_a_month"}, "unit", "is of payments alone"),
        (
            DELIVERED,
            {"numerator": "placements"},
            "numerator",
            "must be a measure of figures with count delivered",
        ),
        (
            DELIVERED,
            {"denominator": "open_cases"},
            "denominator",
            "must be a measure of figures with count delivered",
        ),
        (DELIVERED, {"lead_in_months": 2}, "lead_in_months", "cannot stand with count delivered"),
        (DELIVERED, {"follow_up_months": 2}, "follow_up_months", "cannot stand with count delivered"),
        (EMPLOYED, {"denominator": None, "per": None}, "count", "share_of_cohort needs a denominator"),
        (
            EMPLOYED,
            {"numerator": "open_cases"},
            "numerator",
            "must be a measure of events with count share_of_cohort",
        ),
        (EMPLOYED, {"parameters": None}, "parameters", "follow_up_months is missing, a measure needs it"),
        (EMPLOYED, {"follow_up_months": 7}, "follow_up_months", "must be the same among the parameters"),
        (EMPLOYED, {"follow_up_months": None}, "follow_up_months", "must be the same among the parameters"),
        (PERSONS, {"parameters": {"months": 6}}, "parameters", "months is needed by no measure"),
        (PERSONS, {"per": 100}, "per", "needs a denominator"),
        (PERSONS, {"interval": "wilson"}, "interval", "needs a denominator"),
        (WITH_PLAN, {"interval": "byar"}, "interval", "byar is for an amount of events, wilson for a share"),
        (
            *(ENTRIES, {"denominator": "registered_days", "interval": "wilson"}),
            *("interval", "byar is for an amount of events, wilson for a share"),
        ),
        (
            *(PERSONS, {"numerator": "employers_active", "breakdowns": ["sex"]}),
            *("breakdowns", "sex is told of persons, and workplaces are counted"),
        ),
        (
            *(ENTRIES, {"numerator": "open_positions", "periods": ["year", "rolling_year"]}),
            *("periods", "rolling_year of sums over workplaces would tell months that are hidden"),
        ),
        (
            *(WITH_PLAN, {"numerator": "employers_active"}),
            *("denominator", "must count the same as the numerator: persons, or workplaces"),
        ),
        (MEAN, {"statistic": None}, "count", "duration needs a statistic"),
        (MEAN, {"unit": "persons"}, "unit", "must be a stretch of days with a mean or median duration"),
        (MEAN, {"per": 100}, "per", "needs a denominator"),
        (
            MEAN,
            {"at_days": 182},
            "at_days",
            "stands with the statistics survival and survival_median, and only there",
        ),
        (
            SURVIVAL,
            {"at_days": None},
            "at_days",
            "stands with the statistics survival and survival_median, and only there",
        ),
        (
            HALF_OF_THEM,
            {"at_days": None},
            "at_days",
            "stands with the statistics survival and survival_median, and only there",
        ),
        (
            HALF_OF_THEM,
            {"unit": "percent"},
            "unit",
            "must be a stretch of days with a mean or median duration",
        ),
        (HALF_OF_THEM, {"per": 100}, "per", "needs a denominator"),
        (
            MEAN,
            {"numerator": "benefit_days"},
            "numerator",
            "must have a column exit_known with count duration",
        ),
        (MEAN, {"denominator": "open_cases"}, "denominator", "cannot stand with count duration"),
        (PERSONS, {"statistic": "mean", "unit": "weeks"}, "statistic", "needs count duration or level"),
        (WITH_PLAN, {"breakdowns": ["scheme"]}, "breakdowns", "scheme needs measures with categories"),
        (
            ENTRIES,
            {"breakdowns": ["destination"]},
            "breakdowns",
            "destination needs measures with categories",
        ),
        (
            *(ENTRIES, {"numerator": "benefit_exits", "denominator": "benefit_days"} | BY_DESTINATION),
            *("breakdowns", "destination needs measures with categories"),
        ),
        (
            *(ENTRIES, {"denominator": "open_cases", "breakdowns": ["scheme.sex"]}),
            *("breakdowns", "scheme.sex needs measures with categories"),
        ),
        (
            *(PERSONS, {"breakdowns": ["sex.age"], "periods": ["month"]}),
            *("breakdowns", "sex.age is published for none of these periods"),
        ),
        (BY_NEED, {"breakdowns": ["scheme"]}, "breakdowns", "scheme needs measures with categories"),
        (
            BY_NEED,
            {"count": "persons"},
            "count",
            "must be amount where the categories are of days, since a person may be in several",
        ),
        (HOURS, {"statistic": None}, "count", "level needs a statistic"),
        (
            HOURS,
            {"statistic": "survival", "at_days": 7},
            "statistic",
            "must be mean or median with count level",
        ),
        (HOURS, {"numerator": "benefit_spells"}, "numerator", "must be a measure of events with count level"),
        (
            *(PAID, {"denominator": None}),
            *("count", "must be amount over a denominator, or level, where the numerator is money"),
        ),
        (PAID, {"unit": "persons"}, "unit", "must be one of currency where the numerator is money"),
        (PAID, {"numerator": "benefit_days", "denominator": "payments"}, "denominator", "must not be money"),
        (PERSONS, {"replaced_by": "other"}, "replaced_by", "needs retired_on"),
    ],
)
def test_a_contradiction_is_told_by_the_key_to_mend(entry: dict, changes: dict, key: str, rule: str) -> None:
    assert found(entry, **changes) == [(key, rule)]


def test_contradictions_are_told_all_at_once(tmp_path: Path) -> None:
    (tmp_path / "odd.yml").write_text(
        """
        title: {en: Odd, da: Sær}
        question: {en: "How odd?", da: "Hvor sær?"}
        topic: flows
        count: duration
        numerator: placements
        denominator: open_cases
        per: 100
        interval: byar
        parameters: {months: 1}
        unit: persons
        direction: neutral
        periods: [month]
        breakdowns: [scheme, sex.age]
        basis: {en: None., da: Ingen.}
        reference: {en: Nobody, da: Ingen}
        review_on: 2027-06-30
        """,
        encoding="utf-8",
    )
    with pytest.raises(UserError) as caught:
        read_catalogue(tmp_path)
    assert str(caught.value).splitlines()[1:] == [
        "  odd.yml, column numerator: must be a measure of spans with count duration",
        "  odd.yml, column denominator: cannot stand with count duration",
        "  odd.yml, column interval: byar is for an amount of events, wilson for a share",
        "  odd.yml, column count: duration needs a statistic",
        "  odd.yml, column parameters: months is needed by no measure",
        "  odd.yml, column breakdowns: scheme needs measures with categories",
        "  odd.yml, column breakdowns: sex.age is published for none of these periods",
    ]
