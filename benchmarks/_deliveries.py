"""What is measured with: the official files where they are at hand, else the miniatures."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
COMMAND = ROOT / "openindsats.py"

_OFFICIAL = ROOT.parent / "shared" / "data" / "published"
_FOLDERS = {"dk": "dst_denmark", "no": "nav_norway"}


class Deliveries(NamedTuple):
    """One country's folder of deliveries, and whether it holds official or invented figures."""

    country: str
    folder: Path
    kind: str


def deliveries() -> Iterator[Deliveries]:
    """Every country's deliveries."""
    for country, name in _FOLDERS.items():
        official = _OFFICIAL / name
        if official.is_dir():
            yield Deliveries(country, official, "official")
        else:
            yield Deliveries(country, ROOT / "data" / "miniatures" / country, "miniature")
