"""A published file, open for reading."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from warehouse.connection import Connection, DatabaseError, open_public
from warehouse.errors import UserError

Rows = list[tuple[Any, ...]]


class PublishedFile:
    """One file, read by any number of threads at once."""

    def __init__(self, file: Path) -> None:
        """Open a published file. Raises UserError when it is not one."""
        self._connection = open_public(file)
        self._local = threading.local()
        try:
            self.meta: Mapping[str, str] = dict(self._rows("select key, value from meta"))
        except DatabaseError:
            raise UserError(f"{file.name} is not a file that openindsats published.") from None

    def _rows(self, statement: str, values: Mapping[str, Any] | None = None) -> Rows:
        cursor: Connection | None = getattr(self._local, "cursor", None)
        if cursor is None:
            cursor = self._local.cursor = self._connection.cursor()
        return cursor.execute(statement, dict(values) if values else None).fetchall()
