"""The words that cells are named by, as types of the session: DuckDB then joins and sorts small numbers, not texts.

A type lists its words in the order of their texts, so that rows sorted by it stand as if sorted by text. Nothing else
can stand in a column of such a type: a word that nobody foresaw is an error at once.
"""

from collections.abc import Collection, Iterable, Mapping

from indicators.core import read_country
from warehouse.breakdowns import breakdowns
from warehouse.connection import Connection
from warehouse.periods import Period
from warehouse.vocabulary import vocabulary

NAMING = ("breakdown", "category", "period_kind", "period", "area")
"""The columns that name a cell; the type of `area` is `area_word`."""

_DELIVERED = "select distinct breakdown, category from core.figure"


def make_words(connection: Connection, periods: Collection[Period]) -> None:
    """Make the types for what is loaded, and for these periods."""
    delivered = connection.execute(_DELIVERED).fetchall()
    own = [
        (one.code, category)
        for one in breakdowns(read_country(connection)).values()
        for category in one.categories
    ]
    known = [("all", "all"), *own, *delivered]
    make_types(
        connection,
        {
            "breakdown": [breakdown for breakdown, _ in known],
            "category": [category for _, category in known],
            "period_kind": vocabulary().period_kinds,
            "period": [str(period) for period in periods],
            "area": [area for (area,) in connection.execute("select code from core.area").fetchall()],
        },
    )


def make_types(connection: Connection, words: Mapping[str, Iterable[str]]) -> None:
    """Make the type of each naming column from the words that may stand there.

    Temporary tables made with the types before go with them.
    """
    for column in NAMING:
        connection.execute(f"drop type if exists temp.{column}_word cascade")
        statement = f"create temp type {column}_word as enum (select unnest($words))"
        connection.execute(statement, {"words": sorted(set(words[column])) or [""]})
