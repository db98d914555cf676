"""From counted to protected figures."""

from warehouse.areas import Country
from warehouse.connection import Connection
from warehouse.profile import Protection


def prepare(connection: Connection, country: Country) -> None:
    """Make the tables that tell what a cell is a part of."""
    raise NotImplementedError


def protect(
    connection: Connection, protection: Protection, key: bytes, figure: str, provisional_from: int
) -> None:
    """Round the cells of `counted_cell` and append them to `measure_figure` as `figure`.

    Windows that end in month `provisional_from` (year * 12 + month - 1) or later are provisional: the first of the last
    months that may still change, less the months that the figure follows people up.
    """
    raise NotImplementedError


def protect_durations(
    connection: Connection, protection: Protection, key: bytes, figure: str, provisional_from: int
) -> None:
    """Round the means, medians or survivals of `duration_cell` and append them to `measure_figure` as `figure`."""
    raise NotImplementedError
