"""Shapes: what the tidy rows of a source can be, and by which rules rows of that shape are judged and kept.

A shape is a folder of SQL here. It makes of `stage.tidy`, among others, the tables `stage.fault` (what refuses the
delivery), `stage.accepted`, `stage.quarantined` and `stage.covered` (periods), and carries what is accepted over to
the warehouse.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Shape:
    """One kind of tidy row: what a source's `tidy.sql` must yield besides `file` and `line`, and what is made of it.

    `tables` are made in the stage in that order, each by the SQL file of its name; `writes` are the files that then
    change the warehouse.
    """

    name: str
    person_level: bool
    columns: tuple[str, ...]
    tables: tuple[str, ...]
    writes: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Where its SQL stands."""
        return Path(__file__).parent / self.name


_FIGURES = Shape(
    "figures",
    person_level=False,
    columns=(
        *("measure", "breakdown", "category", "period_kind", "period"),
        *("area_label", "area", "value_text", "status"),
    ),
    tables=(
        *("resolved", "fault", "judged", "accepted", "quarantined", "covered"),
        *("expected_area", "sum_of_parts", "reconciliation"),
    ),
    writes=("replaced", "written"),
)

SHAPES = {shape.name: shape for shape in (_FIGURES,)}
