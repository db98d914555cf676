"""What the computation and the release both read of the warehouse."""

import json

from warehouse.areas import Country, country_from_rows
from warehouse.connection import Connection
from warehouse.errors import UserError


def read_country(connection: Connection) -> Country:
    """The country whose deliveries are loaded. Raises UserError while nothing is."""
    profiles = connection.execute("select profile from core.country").fetchall()
    if not profiles:
        raise UserError("Nothing is loaded yet. Run openindsats load first.")
    return country_from_rows(
        json.loads(profiles[0][0]),
        connection.execute("select * from core.area order by code").fetchall(),
        connection.execute("select * from core.membership order by all").fetchall(),
        connection.execute("select * from core.succession order by all").fetchall(),
    )
