"""The sentences of the sources' contracts can be read in every language."""

import re
from pathlib import Path

import pytest

from dashboard.text.contracts import contract_text, of_columns, source_citation
from dashboard.text.translation import translate
from etl.contract import ANY_COUNTRY
from etl.expectations import expected_of
from etl.source import read_sources
from warehouse.country_files import read_country
from warehouse.vocabulary import vocabulary

ETL = Path(__file__).resolve().parents[3] / "etl"
SHAPES = ETL / "shapes"


def notes() -> set[str]:
    """What the checks of all sources say."""
    found = set()
    for source in read_sources():
        country = "dk" if source.country == ANY_COUNTRY else source.country
        for checks in expected_of(source, read_country(country)).values():
            found |= {check.note for check in checks}
    return found


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
    whole = {text for text in notes() | rules() if contract_text(text, lang) is None}
    assert {text for text in whole if of_columns(text, lang) is None} == set()


def test_a_sentence_is_translated_and_an_unknown_one_is_not():
    assert contract_text("No figure comes twice.", "da") == "Intet tal kommer to gange."
    assert contract_text("No figure comes twice.", "en") == "No figure comes twice."
    assert contract_text("Something else.", "da") is None


@pytest.mark.parametrize(
    ("text", "danish", "named"),
    [
        ("Every record has its person_id.", "Hver række har {column}.", {"column": "person_id"}),
        ("Every scheme is known.", "Alle værdier af {column} er kendte.", {"column": "scheme"}),
        (
            "No a_to lies before b_on.",
            "{column} ligger aldrig før {other}.",
            {"column": "a_to", "other": "b_on"},
        ),
        ("No two records have the same a, b.", "Ingen to rækker har samme {columns}.", {"columns": "a, b"}),
        (
            "hours is from 0 to 744.",
            "{column} er fra {low} til {high}.",
            {"column": "hours", "low": "0", "high": "744"},
        ),
        ("must be from 0 to 9", "skal være fra {low} til {high}", {"low": "0", "high": "9"}),
    ],
)
def test_a_sentence_about_columns_is_translated_around_their_names(text, danish, named):
    assert of_columns(text, "da") == (danish, named)
    english, _ = of_columns(text, "en")
    assert english.format(**named) == text
    assert of_columns("Some record has its person_id.", "da") is None


def test_the_citation_of_what_is_invented_says_so():
    table = "Statistics Denmark, StatBank Denmark, table AUK01"
    assert source_citation(translate("en"), table, invented=False) == table
    assert source_citation(translate("en"), table, invented=True) == f"{table} (invented figures)"
    assert source_citation(translate("da"), "Office, Small", invented=True) == "Office, Small (opdigtede tal)"


@pytest.mark.parametrize("lang", list(vocabulary().languages))
def test_citations_are_translated(lang):
    cited = {source.citation for source in read_sources()}
    assert {text for text in cited if contract_text(text, lang) is None} == set()
    danish = contract_text("Statistics Denmark, StatBank Denmark, table AUK01", "da")
    assert danish == "Danmarks Statistik, Statistikbanken, tabel AUK01"
