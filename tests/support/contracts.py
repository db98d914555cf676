"""A small source's contract, for tests of what contracts govern."""

from pathlib import Path
from typing import Any

from etl.shapes import SHAPES
from etl.source import Column, Measure, Source


def small_source(folder: Path, **changes: Any) -> Source:
    """A source of two columns, changed as asked."""
    facts = {
        "name": "small_table",
        "folder": folder,
        "country": "dk",
        "title": {"en": "Small", "da": "Lille"},
        "publisher": {"en": "Office", "da": "Kontor"},
        "licence": {"name": "Free", "url": "https://example.org/free"},
        "url": "https://example.org/small",
        "rhythm": "quarter",
        "citation": "Office, Small",
        "already_public": True,
        "person_level": False,
        "shape": SHAPES["figures"],
        "format": "csv",
        "claims": ("*small*.csv",),
        "columns": (Column("area"), Column("value")),
        "measures": (Measure("things", adds_over_areas=True),),
        "delimiter": ";",
    }
    return Source(**(facts | changes))
