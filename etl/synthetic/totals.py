"""Official totals of the demo country: counted from what was drawn, and told as roughly as an office would."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from math import ceil
from pathlib import Path
from typing import Any

from etl.synthetic.settings import Settings
from etl.synthetic.store import SQL
from warehouse.connection import Connection
from warehouse.country_files import read_country
from warehouse.periods import Period, parse_period

FILE = "official_totals.csv"
HEADER = ("indicator", "period_kind", "period", "area", "value", "within")
LEAD_IN = 2
"""Months after the first in which nobody knows yet whether a spell began or went on."""

_EPOCH = date(1970, 1, 1)


class Totals:
    """Recipients and entries of each quarter, region and the country, as known at the end of each delivery."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._country = read_country(settings.country)
        self._counted = (Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]())

    def add(self, connection: Connection) -> None:
        """Count the people who wait in the tables."""
        statement = (SQL / "totals.sql").read_text(encoding="utf-8")
        for counted, cut in zip(self._counted, self._settings.cuts, strict=True):
            for table, source in (("seen_state", "person_states"), ("seen_spell", "benefit_spells")):
                connection.execute(f"drop table if exists {table}")
                seen = (SQL / "seen" / f"{source}.sql").read_text(encoding="utf-8")
                connection.sql(seen, params={"known": cut}).create(table)
            for indicator, quarter, area, total in connection.execute(statement, self._asked(cut)).fetchall():
                for place in self._places(area, quarter):
                    counted[indicator, quarter, place] += total

    def write(self, first: Path, second: Path) -> None:
        """Write what an office publishes of them into the folders of both deliveries."""
        for folder, counted in zip((first, second), self._counted, strict=True):
            with (folder / FILE).open("w", encoding="utf-8", newline="") as opened:
                writer = csv.writer(opened, lineterminator="\n")
                writer.writerow(HEADER)
                writer.writerows(self._rows(counted))

    def _rows(self, counted: Counter[tuple[str, str, str]]) -> Iterator[tuple[object, ...]]:
        """One total is a little wrong on purpose, but within what its office answers for."""
        part = self._settings.demo["totals"]
        for place, ((indicator, quarter, area), total) in enumerate(sorted(counted.items())):
            within = part["within"] + ceil(total * part["within_share"])
            wrong = within // 2 if not place else 0
            yield indicator, "quarter", quarter, area, total + wrong, within

    def _places(self, area: str | None, quarter: str) -> Iterator[str]:
        """The country, and the region that a municipality is in, if one is known."""
        yield self._country.whole.code
        day, level = parse_period(quarter).ends_on, self._country.region_level
        region = self._country.group_of(area, level, day) if area else None
        if region is not None:
            yield region.code

    def _asked(self, cut: int) -> Mapping[str, Any]:
        known = _EPOCH + timedelta(days=cut)
        first, last = self._settings.first_month + LEAD_IN, known.year * 12 + known.month - 1
        quarters = [Period("quarter", month) for month in range(first + 2, last + 1) if month % 3 == 2]
        schemes = self._country.schemes
        return {
            "known": known,
            "quarters": [str(quarter) for quarter in quarters],
            "first_days": [quarter.starts_on for quarter in quarters],
            "last_days": [quarter.ends_on for quarter in quarters],
            "schemes": [scheme.code for scheme in schemes],
            "gap_days": [scheme.gap_days for scheme in schemes],
        }
