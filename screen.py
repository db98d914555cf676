"""What commands print to, and how they tell of the step that is under way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import strftime

from rich.console import Console

WIDE = 160
"""The columns of what goes into a file or a pipe."""


def console() -> Console:
    """The standard output; a terminal is as wide as it is."""
    screen = Console(highlight=False)
    return screen if screen.is_terminal else Console(width=WIDE, highlight=False)


@contextmanager
def steps(screen: Console, first: str) -> Iterator[Callable[[str], None]]:
    """Yields what tells of a step: in place on a terminal, else in a line of its own with the time of day."""
    if screen.is_terminal:
        with screen.status(first) as status:
            yield status.update
        return

    def line(step: str) -> None:
        screen.print(f"{strftime('%H:%M:%S')} {step}", markup=False, soft_wrap=True)

    line(first)
    yield line
