"""Tables drawn in a test, so that a reader checks the sum with a finger."""


def read_table(text: str) -> list[dict[str, str]]:
    """The rows of a table drawn as `a | b`, one line each; the first line names the columns.

    Raises ValueError for a line with more or fewer cells than columns.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return []
    header, *rows = ([cell.strip() for cell in line.split("|")] for line in lines)
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_grid(text: str) -> dict[str, dict[str, str]]:
    """A table drawn with a name before each row: {row: {column: cell}}; an empty cell is not there."""
    grid = {}
    for row in read_table(text):
        name, *cells = row.values()
        grid[name] = {column: cell for column, cell in zip(list(row)[1:], cells, strict=True) if cell}
    return grid
