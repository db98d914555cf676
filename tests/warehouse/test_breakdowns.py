"""Breakdowns of a country."""

from warehouse.breakdowns import breakdowns
from warehouse.country_files import read_country


def test_the_schemes_of_a_country_are_the_categories_of_the_breakdown_by_scheme() -> None:
    country = read_country("dk")
    found = breakdowns(country)
    assert list(found["scheme"].categories) == [scheme.code for scheme in country.schemes]
    assert [code for code, one in found.items() if one.own] == [
        "scheme",
        "destination",
        "came_from",
        "need",
        "scheme.sex",
        "scheme.age",
        "scheme.destination",
    ]
    assert found["scheme.sex"].categories["social_assistance.male"]["en"] == "Social assistance, men"


def test_a_country_without_schemes_has_no_breakdown_by_scheme() -> None:
    assert [code for code in breakdowns(read_country("no")) if "scheme" in code] == []
    assert "destination" not in breakdowns(read_country("no"))
