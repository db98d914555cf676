"""What the contracts of sources expect and how these are cited, in the reader's language. The contracts use English."""

import re
from collections.abc import Mapping
from functools import cache

from dashboard.text.translation import Translator, translate


def contract_text(text: str, lang: str) -> str | None:
    """A contract's sentence in a language; None when nobody has translated it."""
    return _translations(lang).get(text)


def of_columns(text: str, lang: str) -> tuple[str, Mapping[str, str]] | None:
    """A contract's sentence about its own columns: in a language, with blanks, and what fills them."""
    for pattern, translated in _patterns(lang):
        if found := pattern.fullmatch(text):
            return translated, found.groupdict()
    return None


@cache
def _patterns(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    english, translated = _sentences_of_columns(translate("en")), _sentences_of_columns(translate(lang))
    patterns = (re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(sentence)) for sentence in english)
    return tuple(zip(map(re.compile, patterns), translated, strict=True))


def _sentences_of_columns(t: Translator) -> tuple[str, ...]:
    """Those that name columns of a contract, or levels of a country."""
    return (
        t("Every record has its {column}."),
        t("Every {column} is known."),
        t("No {column} lies before {other}."),
        t("No two records have the same {columns}."),
        t("Every area has a figure in every period: {levels}."),
        t("must be from {low} to {high}"),
        t("{column} is from {low} to {high}."),
    )


def source_citation(t: Translator, citation: str, invented: bool) -> str:
    """How to name a source in a language, or in its own words; what is invented says so."""
    said = contract_text(citation, t.lang) or citation
    return t("{source} (invented figures)", source=said) if invented else said


@cache
def _translations(lang: str) -> dict[str, str]:
    english, translated = _texts(translate("en")), _texts(translate(lang))
    return dict(zip(english, translated, strict=True))


def _texts(t: Translator) -> tuple[str, ...]:
    """Every sentence that checks, rules and citations are told in."""
    return (
        t("At most 5% of the rows break a rule."),
        t("Every delivered row is loaded or in quarantine."),
        t("Totals are the sum of their parts, as nearly as the source rounds them."),
        t("There is at least one figure."),
        t("Every figure has its measure."),
        t("Every figure has its breakdown."),
        t("Every figure has its category."),
        t("Every figure has its period kind."),
        t("Every figure has its period."),
        t("Every figure has its area."),
        t("Every figure has its status."),
        t("Every measure is known."),
        t("Every breakdown is known."),
        t("Every category is known."),
        t("Every period kind is known."),
        t("Every status is known."),
        t("Every area is known."),
        t("Periods are written as agreed."),
        t("No figure is negative."),
        t("No figure comes twice."),
        t("There is at least one total."),
        t("must be a period"),
        t("must not be empty"),
        t("must be a number"),
        t("must not be negative"),
        t("must not be finer than the source states"),
        t("contradicts another row"),
        t("repeats another row"),
        *_of_records(t),
        *_citations(t),
    )


def _of_records(t: Translator) -> tuple[str, ...]:
    """Those that are told of records of persons alone."""
    return (
        t("At least one row is delivered."),
        t("must be a code: letters, digits, _ and -"),
        t("must be a day, written 2026-01-31"),
        t("must be a month, written 2026-01"),
        t("must be a pseudonym: 32 digits from 0 to f"),
        t("must be a whole number"),
        t("must be told with its day, and only then"),
        t("must be true or false"),
        t("must not be longer than 200 signs"),
        t("must not end before it starts"),
        t("must not lie after the days that the delivery covers"),
        t("must not lie before 1900"),
        t("must not lie before the day of what it follows"),
        t("must not lie before the day on which its case was opened"),
        t("must not lie before the day on which it opened"),
        t("must be there when positions are filled"),
        t("must not be more than its positions"),
        t("must not be more than those filled"),
        t("unknown code"),
        t("unknown value"),
    )


def _citations(t: Translator) -> tuple[str, ...]:
    """How owners want their tables to be named."""
    return (
        t("Activities, as delivered by the country's authorities"),
        t("Applications for benefits, as delivered by the country's authorities"),
        t("Assessments of need, as delivered by the country's authorities"),
        t("Benefit spells, as delivered by the country's authorities"),
        t("Case events, as delivered by the country's authorities"),
        t("Cases, as delivered by the country's authorities"),
        t("Employers, as delivered by the country's authorities"),
        t("Expenditure on active labour-market programmes, as delivered by the country's authorities"),
        t("Layoff notices, as delivered by the country's authorities"),
        t("Statistics Denmark, StatBank Denmark, table AUK01"),
        t("Statistics Denmark, StatBank Denmark, table FOLK1AM"),
        t("Statistics Denmark, StatBank Denmark, table LBESK69"),
        t("Labour force, as delivered by the country's authorities"),
        t("Months in education, as delivered by the country's authorities"),
        t("NAV, Helt ledige, fylke og kommune, tidsserie måned (HL060)"),
        t("Persons and where they live, as delivered by the country's authorities"),
        t("Pensions granted, as delivered by the country's authorities"),
        t("Placements in jobs, as delivered by the country's authorities"),
        t("Population of working age, as delivered by the country's authorities"),
        t("Registrations as unemployed, as delivered by the country's authorities"),
        t("Sanctions, as delivered by the country's authorities"),
        t("Vacancies, as delivered by the country's authorities"),
        t("Months with paid work, as delivered by the country's authorities"),
        t("Payments of benefits, as delivered by the country's authorities"),
        t("Official totals, as published by the country's authorities"),
    )
