"""Which release is served at this moment."""

import logging
import threading
import time
from pathlib import Path

from warehouse.errors import UserError
from warehouse.reading import Portal
from warehouse.releases import current_release, manifest_stamp

_LOG = logging.getLogger(__name__)


class CurrentPortal:
    """The release that is served, now: a new one is opened when the manifest names it, while the old one goes on
    answering whoever still reads from it.
    """

    LOOK_EVERY = 1.0
    """Seconds between two looks at the manifest."""

    def __init__(self, folder: Path) -> None:
        """Open the current release. Raises UserError when there is none that can be read."""
        self.folder = folder
        self._lock = threading.Lock()
        self._stamp = manifest_stamp(folder)
        self._portal = Portal(current_release(folder).file)
        self._looked = time.monotonic()

    def __call__(self) -> Portal:
        """The current release. A release that cannot be opened is logged, and the one before it goes on serving."""
        if time.monotonic() - self._looked > self.LOOK_EVERY and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._looked = time.monotonic()
                self._lock.release()
        return self._portal

    def _look(self) -> None:
        stamp = manifest_stamp(self.folder)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._portal = Portal(current_release(self.folder).file)
        except UserError:
            _LOG.exception("the new release cannot be served; the one before it stays")
