"""Mistakes that a user can mend, said in one clear message."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_QUOTED = re.compile(r'"[^"]*"')
_TELLING = re.compile(r"@|(?:[0-9][ .-]?){6}|[\x00-\x1f\x7f-\x9f]")
"""What a quoted value must not have to be repeated: the form of an identifier, or signs that steer a terminal."""


class UserError(Exception):
    """A mistake of the user's; the command line prints it without a traceback and exits with `exit_code`."""

    exit_code = 2


class BusyError(UserError):
    """Another command is at work here: the same will do when that is done, so a scheduler may just try again."""

    exit_code = 3


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
        self.faults = tuple(map(_discreet, faults))
        lines = [f"  {fault}" for fault in self.faults[: self.SHOWN]]
        if len(self.faults) > self.SHOWN:
            lines.append(f"  … and {len(self.faults) - self.SHOWN} more")
        super().__init__("The delivery is refused; nothing was loaded.\n" + "\n".join(lines))


def _discreet(fault: Fault) -> Fault:
    """The fault without any value that may tell who a person is."""
    detail = _QUOTED.sub(
        lambda quoted: "a value not shown" if _TELLING.search(quoted[0]) else quoted[0], fault.detail
    )
    column = fault.column
    if column is not None and _TELLING.search(column):
        column = "(its name is not shown)"
    return replace(fault, detail=detail, column=column)
