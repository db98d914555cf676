"""What an attack on a release found, as the command `attack` prints it."""

from collections import Counter
from collections.abc import Iterator

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from indicators.disclosure.again import Again

WIDE = 500
"""Columns of what is no screen, such as a pipe: names stay whole there."""

COLUMNS = ("Cells", "May be 1–4", "Exactly", "To two", "To three", "Clashing")


def tell(again: Again, console: Console) -> None:
    """Print all of it; the last line says in one what is exposed."""
    if not again.found:
        console.print(
            f"Release {again.portal.release}: nothing in it is counted from records of persons.",
            markup=False,
            soft_wrap=True,
        )
        return
    screen = console if console.is_terminal else Console(file=console.file, width=WIDE, highlight=False)
    screen.print(_table(again))
    for line in _lines(again):
        console.print(line, markup=False, soft_wrap=True)


def _table(again: Again) -> Table:
    title = f"Release {again.portal.release}: what is known of cells that may be 1 to 4"
    table = Table(title=title, box=SIMPLE)
    table.add_column("Figure", overflow="fold")
    for heading in COLUMNS:
        table.add_column(heading, justify="right", no_wrap=True)
    for name, found in sorted(again.found.items()):
        table.add_row(name, *(f"{number:,}" for number in found))
    return table


def _lines(again: Again) -> Iterator[str]:
    withdrawn = Counter(one.figure for one in again.portal.withdrawn_splits)
    number = withdrawn.total()
    yield f"Withdrawn before it was published: {number:,} {'split' if number == 1 else 'splits'}"
    for name, splits in sorted(withdrawn.items()):
        yield f"  {name}: {splits:,}"
    if again.held:
        yield f"Left out, since an earlier release told of them: {again.held:,} figures"
    yield from _sample(again)
    differing = (*again.differing, *(("the sample",) if again.sample_differs else ()))
    if differing:
        yield f"The certificate in the release says otherwise of: {', '.join(differing)}"
    else:
        yield "The certificate in the release says the same."
    total = again.total
    if total.clashing:
        yield f"Told of in ways that cannot be true together: {total.clashing:,} cells"
    share = 100 * total.to_three / total.small if total.small else 0
    yield (
        f"exposed: {total.exactly:,} exactly, {total.to_two:,} to two values, "
        f"{total.to_three:,} ({share:.1f} %) to three of {total.small:,}"
    )


def _sample(again: Again) -> Iterator[str]:
    sample = again.sample
    yield (
        f"Checked by integer programming: {sample.checked:,} cells, of which it knows {sample.narrower:,} more "
        f"closely: {sample.exactly:,} exactly, {sample.to_two:,} to two values, {sample.to_three:,} to three"
    )
    if sample.impossible:
        yield f"No numbers are left for {sample.impossible:,} of them"
