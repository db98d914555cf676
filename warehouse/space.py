"""Whether a disk has space for what a command is about to write."""

import shutil
from pathlib import Path

from warehouse.errors import UserError


def require_space(folder: Path, needed: int, purpose: str) -> None:
    """Raises UserError when the disk of a folder, which need not be there yet, has less than `needed` bytes free."""
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    free = shutil.disk_usage(there).free
    if free < needed:
        raise UserError(
            f"{folder} has too little space: {purpose} takes about {_told(needed)}, {_told(free)} are free. "
            "Nothing was written."
        )


def _told(size: int) -> str:
    return f"{size / 2**30:.1f} GiB"
