"""From the figures of measures to the cells of an indicator."""

from indicators.catalogue import Indicator
from warehouse.areas import Country
from warehouse.connection import Connection


def write_cells(connection: Connection, indicator: Indicator, country: Country) -> bool:
    """Write the indicator's cells; whether there are any."""
    raise NotImplementedError
