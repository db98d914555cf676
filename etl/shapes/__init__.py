"""Shapes: what the tidy rows of a source can be, and by which rules rows of that shape are judged and kept.

A shape is a folder of SQL here. It makes of `stage.tidy`, among others, the tables `stage.fault` (what refuses the
delivery), `stage.accepted`, `stage.quarantined` and `stage.covered` (periods), and carries what is accepted over to
the warehouse. Figures are ready counted; records are rows about persons; totals are what figures that are counted
here are held against.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Shape:
    """One kind of tidy row.

    `columns` are what a source's `tidy.sql` must yield, of records besides the contract's own. `macros` are files of
    macros that it may use. `tables` are made in the stage in that order, each by the SQL file of its name; `writes` are
    the files that then change the warehouse, before the source's own `kept.sql` where it has one. Only sources that
    give `measures` are counted from.
    """

    name: str
    person_level: bool
    columns: tuple[str, ...]
    tables: tuple[str, ...]
    macros: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    measures: bool = False

    @property
    def folder(self) -> Path:
        """Where its SQL stands."""
        return Path(__file__).parent / self.name


_FIGURES = Shape(
    "figures",
    person_level=False,
    columns=(
        *("file", "line", "measure", "breakdown", "category", "period_kind", "period"),
        *("area_label", "area", "value_text", "status"),
    ),
    tables=(
        *("resolved", "fault", "judged", "accepted", "quarantined", "covered"),
        *("expected_area", "sum_of_parts", "reconciliation"),
    ),
    writes=("replaced", "written"),
    measures=True,
)

_RECORDS = Shape(
    "records",
    person_level=True,
    columns=("file", "line", "fault"),
    macros=("reading", "faults"),
    tables=(
        *("faulty", "fault", "emptied", "repeated", "quarantined", "accepted"),
        *("named", "covered", "reconciliation"),
    ),
    writes=("cover",),
)

_TOTALS = Shape(
    "totals",
    person_level=False,
    columns=(
        *("file", "line", "indicator", "breakdown", "category", "period_kind", "period", "area"),
        *("value_text", "rounded_text", "within_text"),
    ),
    macros=("reading",),
    tables=("understood", "fault", "accepted", "quarantined", "covered", "reconciliation"),
    writes=("replaced", "written"),
)

SHAPES = {shape.name: shape for shape in (_FIGURES, _RECORDS, _TOTALS)}
