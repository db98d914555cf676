"""Where a delivery is worked on before the warehouse hears of it: a folder in the home, gone when the work is done."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from warehouse.connection import DatabaseError, open_private
from warehouse.errors import UserError
from warehouse.homes import is_home

_NO_ROOM = tuple(map(os.strerror, (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)))


@contextmanager
def workplace(home_path: Path) -> Iterator[Path]:
    """An empty folder that its owner alone may read. Neither it nor an unmade home is left behind.

    Raises UserError when it cannot be made, when another command is loading into this home, or when the disk is full.
    """
    temporary = home_path / "temporary"
    folder = temporary / "load"
    made = _make(home_path, temporary)
    try:
        with _room_for(home_path), _alone(temporary):
            # A load that was killed leaves rows behind.
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o700)
            try:
                yield folder
            finally:
                shutil.rmtree(folder)
    finally:
        if not is_home(home_path):
            for new in reversed(made):
                shutil.rmtree(new, ignore_errors=True)


@contextmanager
def _room_for(home_path: Path) -> Iterator[None]:
    """A full disk is the user's to mend, wherever the work meets it."""
    try:
        yield
    except (DatabaseError, OSError) as error:
        if not any(reason in str(error) for reason in _NO_ROOM):
            raise
        raise UserError(
            f"There is no room left on the disk of {home_path}; nothing was loaded. Make room and load again."
        ) from None


@contextmanager
def _alone(temporary: Path) -> Iterator[None]:
    """DuckDB lets one process at a time open a file for writing."""
    lock = temporary / "loading.duckdb"
    with closing(open_private(lock, temporary)):
        try:
            yield
        finally:
            lock.unlink()


def _make(home_path: Path, temporary: Path) -> list[Path]:
    """The folders that were not there."""
    new = [folder for folder in (home_path, temporary) if not folder.exists()]
    try:
        home_path.parent.mkdir(parents=True, exist_ok=True)
        for folder in new:
            folder.mkdir(mode=0o700)
    except OSError as error:
        raise UserError(f"{home_path} cannot be used as a home: {error.strerror}.") from None
    return new
