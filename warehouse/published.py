"""A published file, open for reading."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from warehouse.connection import DatabaseError, open_public
from warehouse.errors import UserError
from warehouse.releases import PORTAL_FORMAT, other_format

Rows = list[tuple[Any, ...]]


class PublishedFile:
    """One file, read by any number of threads at once."""

    def __init__(self, file: Path) -> None:
        """Open a published file. Raises UserError when it is not one, or has another format than this version's."""
        self._connection = open_public(file)
        self._local = threading.local()
        try:
            self.meta: Mapping[str, str] = dict(self._rows("select key, value from meta"))
        except DatabaseError:
            raise UserError(f"{file.name} is not a file that openindsats published.") from None
        if self.meta.get("format") != str(PORTAL_FORMAT):
            raise UserError(other_format(file.name, self.meta.get("format")))

    def _rows(self, statement: str, values: Mapping[str, Any] | None = None) -> Rows:
        own = self._local
        if not hasattr(own, "cursor"):
            own.cursor, own.parsed = self._connection.cursor(), {}
        parsed = own.parsed.get(statement)
        if parsed is None:  # to parse it anew each time would take a third of a small question's time
            [parsed] = own.cursor.extract_statements(statement)
            own.parsed[statement] = parsed
        rows: Rows = own.cursor.execute(parsed, dict(values) if values else None).fetchall()
        return rows
