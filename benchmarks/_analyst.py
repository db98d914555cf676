"""The core query as an analyst would write it in pandas, persons on benefit by month; compared with the product."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from benchmarks._counting import PERSONS_FIGURE, statement
from indicators.counting import known_months
from warehouse.connection import Connection
from warehouse.errors import UserError
from warehouse.homes import Home

CELL = ["breakdown", "category", "month", "area"]


def count_again(progress: Callable[[str], object], home: Home) -> dict[str, Any]:
    """Count the home's persons on benefit in pandas. Raises UserError when a cell is not as the product counted it."""
    with home.warehouse() as connection:
        progress("Reading the tables …")
        pieces, states = read_tables(connection)
        months = known_months(connection)
        progress("Counting in pandas …")
        counts = persons_on_benefit(pieces, states, months)
        progress("Comparing …")
        wrong = differing(counts, read_counted(connection))
        [(persons,)] = connection.execute(
            "select count(distinct person_id) from core.person_state"
        ).fetchall()
    if wrong or counts.empty:
        raise UserError(f"{wrong} of {len(counts)} cells are not as the product counts them.")
    return {"cells": len(counts), "persons": persons}


def read_tables(connection: Connection) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stretches of days on benefit, and states of persons of an age that is counted; persons by number, to be fair."""
    pieces = connection.execute(statement("pieces")).df()
    states = connection.execute(statement("states")).df()
    words = dict.fromkeys(("area", "sex", "age"), "category")
    return pieces.astype({"scheme": "category"}), states.astype(words)


def persons_on_benefit(pieces: pd.DataFrame, states: pd.DataFrame, months: range) -> pd.DataFrame:
    """Persons by month, municipality and each of everybody, sex, age, scheme; only cells with somebody in them."""
    person_months = _person_months(pieces, months).merge(states, on="person")
    within = person_months["month"].between(
        person_months["from_month"], person_months["next_month"], inclusive="left"
    )
    person_months = person_months[within]
    persons = person_months.drop_duplicates(["person", "month"])
    everybody = persons.groupby(["month", "area"], observed=True).size().reset_index(name="persons")
    counts = [everybody.assign(breakdown="all", category="all")]
    for breakdown, counted in {"sex": persons, "age": persons, "scheme": person_months}.items():
        cells = (
            counted.groupby([breakdown, "month", "area"], observed=True).size().reset_index(name="persons")
        )
        counts.append(cells.rename(columns={breakdown: "category"}).assign(breakdown=breakdown))
    texts = dict.fromkeys(("breakdown", "category", "area"), "str")
    return pd.concat([one.astype(texts) for one in counts], ignore_index=True)


def _person_months(pieces: pd.DataFrame, months: range) -> pd.DataFrame:
    """Every month in which a person has a day on a scheme, once."""
    first = _month(pieces["start_on"]).clip(lower=months.start)
    last = _month(pieces["end_on"] - pd.Timedelta(days=1)).fillna(months.stop).clip(upper=months.stop - 1)
    spans = pieces[["person", "scheme"]].assign(month=first, length=(last - first + 1).astype(int))
    spans = spans[spans["length"] > 0]
    spelled = spans.loc[spans.index.repeat(spans["length"]), ["person", "scheme", "month"]]
    spelled["month"] += spelled.groupby(level=0).cumcount()
    return spelled.drop_duplicates()


def _month(days: pd.Series) -> pd.Series:
    return days.dt.year * 12 + days.dt.month - 1


def read_counted(connection: Connection) -> pd.DataFrame:
    """The same cells as the product counted them."""
    return connection.execute(statement("counted"), {"figure": PERSONS_FIGURE}).df()


def differing(one: pd.DataFrame, other: pd.DataFrame) -> int:
    """How many cells are not the same in two counts; one that is not there counts nobody."""
    counts = (frame.set_index(CELL)["persons"] for frame in (one, other))
    return int(next(counts).sub(next(counts), fill_value=0).ne(0).sum())
