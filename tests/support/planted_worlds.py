"""The worlds that must find out every fault, and what is counted in each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from indicators.catalogue import Indicator, read_catalogue
from tests.support.person_oracle import WINDOWS
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_register import PERSON_SOURCES, Register, Row
from tests.support.planted_people import crowd
from tests.support.situations import Situation, read_situations

SURVIVES_DAYS = 60
"""So short a survival that spells are lost from sight before it."""


@dataclass(frozen=True)
class World:
    """What is told, and what is counted of it."""

    name: str
    register: Register
    indicators: Sequence[Indicator]


def planted_worlds() -> list[World]:
    """Every world; those first that find out most. The larger ones are split by little, since that takes long."""
    counted = [one for one in read_catalogue() if one.count != "delivered"]
    to_the_edges = [_to_the_edges(one) for one in [*counted, *_shares_by_scheme(counted)]]
    return [
        World("corners", corners(), counted),
        World("crowd", crowd(), _split_by(to_the_edges, "sex", "age", "scheme", "scheme.sex")),
        *(
            World(name, register, _split_by(counted, "sex", "scheme"))
            for name, register in situations_together().items()
        ),
    ]


def _split_by(indicators: Sequence[Indicator], *breakdowns: str) -> list[Indicator]:
    return [
        replace(one, breakdowns=tuple(found for found in one.breakdowns if found in breakdowns))
        for one in indicators
    ]


def _shares_by_scheme(indicators: Sequence[Indicator]) -> list[Indicator]:
    """A share of persons that has categories of its own; the catalogue has none yet."""
    shares = [one for one in indicators if one.count == "persons" and one.denominator]
    return [
        replace(
            *shares[:1],
            id="persons_activated",
            numerator="activated_days",
            denominator="benefit_days_resolved",
            breakdowns=("sex", "scheme"),
        )
    ]


def _to_the_edges(indicator: Indicator) -> Indicator:
    """Counted in all periods that are known, not in those alone that enough is known around."""
    return replace(
        indicator,
        periods=tuple(WINDOWS),
        lead_in_months=0,
        follow_up_months=0,
        at_days=indicator.at_days and SURVIVES_DAYS,
    )


def situations_together() -> dict[str, Register]:
    """The people of all situations of which the same days are known, in one register."""
    alike: dict[str, list[Situation]] = defaultdict(list)
    for situation in read_situations():
        known_from, known_until = situation.register.known["person_states"]
        alike[f"situations {known_from} to {known_until}"].append(situation)
    return {name: _together(found) for name, found in alike.items()}


def _together(situations: Sequence[Situation]) -> Register:
    rows: dict[str, list[Row]] = {source: [] for source in PERSON_SOURCES}
    for number, situation in enumerate(situations):
        for source, told in situation.register.rows.items():
            rows[source] += [dict(_renamed(row, number)) for row in told]
    return replace(situations[0].register, rows=rows)


def _renamed(row: Row, number: int) -> Iterator[tuple[str, Any]]:
    """A row with its person, and its case, told apart from those of other situations."""
    yield from row.items()
    yield "person_id", str(UUID(int=UUID(row["person_id"]).int + 1000 * number))
    if "case_id" in row:
        yield "case_id", f"{number} {row['case_id']}"
