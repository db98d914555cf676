"""The sentences of the sources' contracts can be read in every language."""

import re
from pathlib import Path

import pytest

from dashboard.text.contracts import contract_text
from etl.contract import ANY_COUNTRY
from etl.expectations import expected_of
from etl.source import read_sources
from warehouse.country_files import read_country
from warehouse.vocabulary import vocabulary

ETL = Path(__file__).resolve().parents[3] / "etl"
SHAPES = ETL / "shapes"

OF_THEIR_OWN = re.compile(
    r"Every area has a figure in every period: .*|Every record has its .*|No two records have the same .*"
    r"|Every (?!measure|breakdown|category|period kind|status|area).* is known\."
    r"|No .* lies before .*\.|.* is from \d+ to \d+\."
)
"""Sentences that name levels of a country or columns of a contract; they stay English."""


def notes() -> set[str]:
    """What the checks of all sources say."""
    found = set()
    for source in read_sources():
        country = "dk" if source.country == ANY_COUNTRY else source.country
        for checks in expected_of(source, read_country(country)).values():
            found |= {check.note for check in checks}
    return {note for note in found if not OF_THEIR_OWN.fullmatch(note)}


def rules() -> set[str]:
    """What rows in quarantine are told to have broken."""
    files = [*SHAPES.glob("*/judged.sql"), *SHAPES.glob("records/*.sql"), *ETL.glob("sources/*/tidy.sql")]
    files += ETL.glob("sql/*.sql")
    sql = "".join(file.read_text(encoding="utf-8") for file in files)
    return set(re.findall(r"'((?:must|contradicts|repeats|unknown) [^']*)'", sql))


@pytest.mark.parametrize("lang", list(vocabulary().languages))
def test_checks_and_rules_are_translated(lang):
    assert len(notes()) > 10
    assert len(rules()) > 4
    assert {text for text in notes() | rules() if contract_text(text, lang) is None} == set()


def test_a_sentence_is_translated_and_an_unknown_one_is_not():
    assert contract_text("No figure comes twice.", "da") == "Intet tal kommer to gange."
    assert contract_text("No figure comes twice.", "en") == "No figure comes twice."
    assert contract_text("Something else.", "da") is None


@pytest.mark.parametrize("lang", list(vocabulary().languages))
def test_citations_are_translated(lang):
    cited = {source.citation for source in read_sources()}
    assert {text for text in cited if contract_text(text, lang) is None} == set()
    danish = contract_text("Statistics Denmark, StatBank Denmark, table AUK01", "da")
    assert danish == "Danmarks Statistik, Statistikbanken, tabel AUK01"
