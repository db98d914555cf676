"""What is delivered of persons, as what, how long it is kept, and what never is."""

from typing import Any

from dashboard.components import elements as html
from dashboard.components.phrases import commas
from dashboard.components.sections import listed
from dashboard.components.simple_table import simple_table
from dashboard.text.columns import column_title
from dashboard.text.translation import Translator
from warehouse.areas import Country
from warehouse.reading import Portal, Source
from warehouse.vocabulary import text_in

Parts = list[Any]


def sources_of_persons(release: Portal) -> list[Source]:
    """The sources that are records of persons; a country that counts none has none."""
    known = release.sources if release.country.has_persons else ()
    return [source for source in known if source.facts.get("person_level")]


def delivered(t: Translator, release: Portal) -> Parts:
    """Every source of records with all of its columns."""
    told = t(
        "Each row of a delivery speaks of one person, one employer, one vacancy or one notice of layoffs. These are all"
        " the columns that there can be:"
    )
    rows = [
        [
            text_in(source.facts["title"], t.lang),
            text_in(source.facts["publisher"], t.lang),
            _columns(t, source),
        ]
        for source in sources_of_persons(release)
    ]
    columns = [t("Register"), t("Delivered by"), t("What a row says")]
    parts = [html.P(told), simple_table(t("What is delivered of persons"), columns, rows)]
    if release.synthetic:
        parts.append(html.P(t("The persons of this release are invented; nobody is behind them.")))
    return parts


def _columns(t: Translator, source: Source) -> Any:
    names = source.facts.get("columns", {})
    return html.Span(commas(column_title(t, name) or html.Code(name) for name in names))


def pseudonyms(t: Translator) -> Parts:
    """How they are made, where, and by whom."""
    return [
        listed(
            t(
                "An agency replaces the number of each person by a pseudonym before anything is sent: 32 digits and"
                " letters that are calculated with a secret key (HMAC-SHA-256, cut to 128 bits)."
            ),
            t(
                "The agencies share this key; the portal does not have it. So nobody here can turn a pseudonym back."
            ),
            t("The same person has the same pseudonym in every register, so that registers can be joined."),
            t(
                "Pseudonyms are still personal data: who knows much of a person might find the row. That is why the"
                " records stay in the publisher's closed warehouse, and only figures leave it."
            ),
            t(
                "An employer may be a person, so employers are known by pseudonyms too, and kept and deleted alike."
            ),
            t("A person can be deleted: all that is told of a pseudonym goes, and is not loaded again."),
        )
    ]


def kept(t: Translator, country: Country) -> Parts:
    """Retention."""
    return [
        listed(
            t.plural(
                "What ended more than {number} year ago is deleted with each delivery.",
                "What ended more than {number} years ago is deleted with each delivery.",
                country.retention_years,
            ),
            t("What is still going on is kept, however long ago it began."),
            t("A release holds no row about a person, so it needs no deletion."),
        )
    ]


def never(t: Translator) -> Parts:
    """What is refused at the door, and what is not kept of the rest."""
    return [
        listed(
            t(
                "Names, personal numbers, addresses, e-mail addresses and telephone numbers have no column here."
            ),
            t(
                "A delivery of persons with such a column, or with values that look like personal numbers, e-mail"
                " addresses or telephone numbers, is refused as a whole. The message names the column, never a value."
            ),
            t("Of rows that break a rule only the number is kept, by rule; not what stood in them."),
        )
    ]
