"""The worlds that must find out every fault, and what is counted in each.

The people of the situations are not among them: they find out nothing more, and it takes as long again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indicators.catalogue import Indicator, read_catalogue
from tests.support.person_oracle import WAYS, WINDOWS
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_figures import parts_of
from tests.support.person_oracle_register import Register
from tests.support.person_shortened import shortened
from tests.support.planted_people import crowd

UNDER_WAY = "benefit_spells_under_way"
"""What is told of the end of a quarter alone."""

SURVIVES_DAYS = 60
"""So short a survival that spells are lost from sight before it."""


@dataclass(frozen=True)
class World:
    """What is told, and what is counted of it."""

    name: str
    register: Register
    indicators: Sequence[Indicator]


def planted_worlds() -> list[World]:
    """Every world, split by little, since that takes long; in one of them no benefit is told from another.

    The one that finds out most comes first.
    """
    counted = [one for one in shortened(read_catalogue()) if parts_of([one])]
    to_the_edges = [_to_the_edges(one) for one in [*counted, *_shares_by_scheme(counted)]]
    return [
        World("crowd", crowd(), _split_by(to_the_edges, "sex", "age", "scheme", "need", *WAYS, "scheme.sex")),
        World(
            "corners",
            corners(),
            _split_by(counted, "sex", "origin", "need", *WAYS, "sex.age", "scheme.destination"),
        ),
    ]


def _split_by(indicators: Sequence[Indicator], *breakdowns: str) -> list[Indicator]:
    return [
        replace(one, breakdowns=tuple(found for found in one.breakdowns if found in breakdowns))
        for one in indicators
    ]


def _shares_by_scheme(indicators: Sequence[Indicator]) -> list[Indicator]:
    """A share of persons that has categories of its own, and of whom some are not among those that count.

    Those of the catalogue count nobody above whom they do not count below.
    """
    shares = [one for one in indicators if one.count == "persons" and one.denominator]
    return [
        replace(
            *shares[:1],
            id="activated_on_benefit",
            numerator="benefit_days",
            denominator="activated_days",
            breakdowns=("sex", "scheme"),
        )
    ]


def _to_the_edges(indicator: Indicator) -> Indicator:
    """Counted in all periods that are known, not in those alone that enough is known around."""
    return replace(
        indicator,
        periods=indicator.periods if indicator.numerator == UNDER_WAY else tuple(WINDOWS),
        lead_in_months=0,
        follow_up_months=0,
        at_days=indicator.at_days and SURVIVES_DAYS,
    )
