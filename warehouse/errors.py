"""Mistakes that a user can mend, said in one clear message."""

from collections.abc import Sequence
from dataclasses import dataclass


class UserError(Exception):
    """A mistake of the user's; the command line prints it without a traceback and exits with code 2."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a delivered file or a definition.

    `row` is the line (or worksheet row) counted from 1, `None` where the fault is not of one row. `detail` never
    repeats a personal value.
    """

    file: str
    rule: str
    row: int | None = None
    column: str | None = None
    detail: str = ""

    def __str__(self) -> str:
        where = [self.file]
        if self.row is not None:
            where.append(f"row {self.row}")
        if self.column is not None:
            where.append(f"column {self.column}")
        return f"{', '.join(where)}: {self.rule}" + (f" ({self.detail})" if self.detail else "")


class DeliveryRefused(UserError):
    """A delivery that cannot be loaded; the warehouse is as it was before."""

    SHOWN = 20

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        lines = [f"  {fault}" for fault in self.faults[: self.SHOWN]]
        if len(self.faults) > self.SHOWN:
            lines.append(f"  … and {len(self.faults) - self.SHOWN} more")
        super().__init__("The delivery is refused; nothing was loaded.\n" + "\n".join(lines))
