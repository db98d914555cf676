"""Where a release comes from: sources, measures, deliveries, and what was checked and left out of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from warehouse.timeliness import Timeliness

_MEASURE_SOURCES = (Path(__file__).parent / "sql" / "measure_sources.sql").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Source:
    """Who delivered, under which licence; `facts` as the source's contract states them."""

    source: str
    facts: Mapping[str, Any]


class Delivery(NamedTuple):
    """One load of a source; whether its rows add up is told of their numbers before rounding to `rounded_to`."""

    delivery: str
    source: str
    as_of: date
    first_period: str
    last_period: str
    rows_delivered: int
    rows_loaded: int
    rows_quarantined: int
    rounded_to: int = 1
    adds_up: bool = True


class DeliveredFile(NamedTuple):
    """One file of a delivery."""

    delivery: str
    file: str
    bytes: int
    sha256: str


class CheckOutcome(NamedTuple):
    """One expectation that was checked on a delivery."""

    delivery: str
    table: str
    kind: str
    note: str
    severity: str
    success: bool
    checked: int | None
    unexpected: int | None
    observed: str


class Revision(NamedTuple):
    """What became of an indicator's figures of one period kind that the release before has too; None: none has."""

    indicator: str
    period_kind: str
    compared: int
    changed: int
    largest: Decimal | None


class Move(NamedTuple):
    """A figure of the whole country that the release before had otherwise; None where it has no figure."""

    indicator: str
    period_kind: str
    period: str
    before: Decimal | None
    now: Decimal | None


class QuarantineCount(NamedTuple):
    """How many rows of a delivery broke a rule and were left out."""

    delivery: str
    rule: str
    rows: int


class DeliveredAudit(NamedTuple):
    """What the sums of a delivered table tell of its hidden figures: how many cells, never which.

    `hidden` are those that their owner hides, `withheld` those that this portal does; of both together some are told
    exactly, to two or three values, and of some the sums contradict each other.
    """

    measure: str
    source: str
    hidden: int
    withheld: int
    exact: int
    two_values: int
    three_values: int
    contradicted: int


class Found(NamedTuple):
    """Numbers of cells."""

    cells: int
    small: int
    exactly: int
    to_two: int
    to_three: int
    clashing: int


class AttackedFigure(NamedTuple):
    """What the attack before publication found of a figure.

    `found` are its cells, those that may truly be from 1 to 4, of how many of these one, two or three values are left,
    and the cells that are told of in ways that cannot be true together.
    """

    figure: str
    found: Found


class FigureShown(NamedTuple):
    """An indicator shows a figure as its value, numerator or denominator: its `role`."""

    figure: str
    indicator: str
    role: str


class WithdrawnSplit(NamedTuple):
    """A figure of an area by a breakdown (`all`: itself) that is not shown in windows of at most so many months.

    `reason` is how many values were left of what was known most narrowly in it.
    """

    figure: str
    area: str
    breakdown: str
    months: int
    reason: int


class Provenance(Timeliness):
    """What a published file says of its origin."""

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the release."""
        rows = self._rows("select source, facts from source order by source")
        return tuple(Source(source, json.loads(facts)) for source, facts in rows)

    @cached_property
    def measures(self) -> Mapping[str, str]:
        """The SQL that counted each measure."""
        return dict(self._rows("select measure, sql from measure order by measure"))

    @cached_property
    def measure_sources(self) -> Mapping[str, tuple[str, ...]]:
        """The sources of each measure: who counted it, or whose records of persons it is counted from."""
        found: dict[str, tuple[str, ...]] = {}
        for measure, source in self._rows(_MEASURE_SOURCES):
            found[measure] = (*found.get(measure, ()), source)
        return found

    @property
    def compared_with(self) -> str | None:
        """The release before this one, if it was compared with one."""
        return self.meta.get("compared_with")

    @property
    def totals(self) -> tuple[int, int] | None:
        """How many official totals were held against what was counted, and how many fit; None where none are known."""
        held = self.meta.get("totals_held")
        return None if held is None else (int(held), int(self.meta["totals_fitting"]))

    @property
    def one_sided(self) -> tuple[int, int]:
        """Of the cells that the release before has too, how many are shown only there, and how many only here."""
        return int(self.meta.get("hidden_since", 0)), int(self.meta.get("shown_since", 0))

    @property
    def rounded_anew_since(self) -> str | None:
        """The release before this one, if it was rounded with another key and so was not compared with."""
        return self.meta.get("rounded_anew_since")

    @property
    def former_keys(self) -> tuple[str, ...]:
        """Fingerprints of the keys that earlier releases were rounded with, if not with this one's."""
        return tuple(self.meta.get("former_rounding_keys", "").split())

    @cached_property
    def revisions(self) -> tuple[Revision, ...]:
        """How much moved since the release before, by indicator and period kind."""
        columns = ", ".join(Revision._fields)
        return tuple(Revision(*row) for row in self._rows(f"select {columns} from revision order by all"))

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The country's figures that moved since the release before, by indicator, period kind and period."""
        columns = ", ".join(Move._fields)
        return tuple(Move(*row) for row in self._rows(f"select {columns} from moved order by all"))

    @cached_property
    def breaks(self) -> Mapping[str, tuple[tuple[str, Mapping[str, str]], ...]]:
        """Breaks in each measure's series: first period after it, and what changed by language."""
        found: dict[str, tuple[tuple[str, Mapping[str, str]], ...]] = {}
        for measure, period, note in self._rows(
            "select measure, period, note from series_break order by all"
        ):
            found[measure] = (*found.get(measure, ()), (period, json.loads(note)))
        return found

    @cached_property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Every delivery behind the release, in the order of loading."""
        return tuple(
            Delivery(*row) for row in self._rows(f"select {_columns(Delivery)} from delivery order by place")
        )

    @cached_property
    def delivered_files(self) -> tuple[DeliveredFile, ...]:
        """Every delivered file with its checksum."""
        return tuple(
            DeliveredFile(*row)
            for row in self._rows(f"select {_columns(DeliveredFile)} from delivery_file order by all")
        )

    @cached_property
    def checks(self) -> tuple[CheckOutcome, ...]:
        """Every expectation checked, and how it went."""
        return tuple(CheckOutcome(*row) for row in self._rows("select * from check_result order by all"))

    @cached_property
    def delivered_audits(self) -> tuple[DeliveredAudit, ...]:
        """The audit of every delivered measure of which a figure is hidden."""
        columns = ", ".join(DeliveredAudit._fields)
        return tuple(
            DeliveredAudit(*row) for row in self._rows(f"select {columns} from delivered_audit order by all")
        )

    @cached_property
    def quarantine(self) -> tuple[QuarantineCount, ...]:
        """How many delivered rows were left out, by rule."""
        return tuple(
            QuarantineCount(*row)
            for row in self._rows("select delivery, rule, rows from quarantine_count order by all")
        )

    @cached_property
    def attacked_figures(self) -> tuple[AttackedFigure, ...]:
        """What the attack before publication found, by figure."""
        columns = ", ".join(Found._fields)
        rows = self._rows(f"select figure, {columns} from attacked_figure order by figure")
        return tuple(AttackedFigure(figure, Found(*numbers)) for figure, *numbers in rows)

    @cached_property
    def withdrawn_splits(self) -> tuple[WithdrawnSplit, ...]:
        """What was withdrawn since it told too much."""
        columns = ", ".join(WithdrawnSplit._fields)
        rows = self._rows(f"select {columns} from withdrawn_split order by all")
        return tuple(WithdrawnSplit(*row) for row in rows)

    @cached_property
    def figures_shown(self) -> tuple[FigureShown, ...]:
        """The indicators that show what was attacked."""
        columns = ", ".join(FigureShown._fields)
        return tuple(
            FigureShown(*row) for row in self._rows(f"select {columns} from figure_shown order by all")
        )

    @cached_property
    def certificate(self) -> Mapping[str, str]:
        """Further facts about the attack."""
        return dict(self._rows("select key, value from certificate order by key"))


def _columns(row: type[Delivery] | type[DeliveredFile]) -> str:
    return ", ".join(row._fields)
