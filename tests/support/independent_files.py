"""What the delivered files and the tables of a country say, read without any of the project's own loaders."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook

HEADINGS = {
    "OMRÅDE;YDELSESTYPE;KØN;ALDER;TID;INDHOLD": ("social_assistance_recipients", "OMRÅDE"),
    "OMRÅDE;KØN;ALDER;TID;INDHOLD": ("population", "OMRÅDE"),
    "TAL;BOPKOM;KØN;TID;INDHOLD": ("full_time_employees", "BOPKOM"),
}
"""Measure and column of the area in each StatBank table."""

ADDS = {
    "social_assistance_recipients": True,
    "population": True,
    "full_time_employees": True,
    "registered_unemployed": True,
    "registered_unemployed_rate": False,
}
"""Numbers of people add over areas, per cents do not."""

MONTHS = [
    "Januar",
    "Februar",
    "Mars",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Desember",
]


class Place(NamedTuple):
    """An area; its first and last day as ISO dates, so that they compare as texts."""

    level: str
    since: str
    until: str


class Membership(NamedTuple):
    """An area in a group, from its first to its last day in it."""

    group: str
    member: str
    since: str
    until: str


class Country:
    """The tables of one country's folder."""

    def __init__(self, folder: Path) -> None:
        self.rows = read_table(folder / "areas.csv")
        self.places = {row["code"]: Place(row["level"], *days_of(row)) for row in self.rows}
        self.memberships = [
            Membership(row["group_code"], row["member_code"], *days_of(row))
            for row in read_table(folder / "memberships.csv")
        ]
        self.predecessors: dict[str, set[str]] = defaultdict(set)
        self.successors: dict[str, set[str]] = defaultdict(set)
        for row in read_table(folder / "successors.csv"):
            self.predecessors[row["successor_code"]].add(row["code"])
            self.successors[row["code"]].add(row["successor_code"])

    def members(self, group: str, day: str) -> set[str]:
        """Who belongs to a group on a day."""
        return {
            one.member for one in self.memberships if one.group == group and one.since <= day <= one.until
        }


class Series:
    """All that a source says of one measure, by area and period, good and bad."""

    def __init__(self, measure: str) -> None:
        self.adds = ADDS[measure]
        self.said: dict[tuple[str, str], set[str]] = defaultdict(set)

    def say(self, area: str, period: str, text: object) -> None:
        """Take down one delivered figure, whatever it looks like."""
        self.said[area, period].add("" if text is None else str(text).strip())

    @cached_property
    def areas(self) -> set[str]:
        """The areas that the source publishes."""
        return {area for area, _ in self.said}

    @cached_property
    def periods(self) -> list[str]:
        """The periods that the source publishes."""
        return sorted({period for _, period in self.said})

    @cached_property
    def figures(self) -> dict[tuple[str, str], Fraction | None]:
        """The good figures; None is a hidden one. What is no number, negative or contradicted is left out."""
        good = {key: {number_in(text) for text in texts if is_good(text)} for key, texts in self.said.items()}
        return {key: number for key, numbers in good.items() if len(numbers) == 1 for number in numbers}


def is_good(text: str) -> bool:
    """Whether a text is the mark of a hidden figure or a number from nought up."""
    return text == "*" or re.fullmatch(r"\d+(\.\d+)?", text) is not None


def number_in(text: str) -> Fraction | None:
    """The number that a good text stands for; None for a hidden one."""
    return None if text == "*" else Fraction(text)


def read_deliveries(folder: Path, country: Country) -> dict[str, Series]:
    """Every measure that a folder delivers, by name."""
    found: dict[str, Series] = {}
    for file in sorted(folder.rglob("*.csv")):
        lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        if lines and lines[0] in HEADINGS:
            measure, place = HEADINGS[lines[0]]
            series = found.setdefault(measure, Series(measure))
            read_statbank(csv.DictReader(lines, delimiter=";"), place, danish_codes(country), series)
    for file in sorted(folder.rglob("*.xlsx")):
        if "hl060" in file.name.lower():
            codes = {"I alt": "NO", "Ukjent": "NO-UNKNOWN"}
            for title, rows in read_sheets(file):
                measure = "registered_unemployed_rate" if "Prosent" in title else "registered_unemployed"
                read_nav(rows, codes, found.setdefault(measure, Series(measure)))
    return found


def read_statbank(lines: Iterable[dict[str, str]], place: str, codes: dict[str, str], series: Series) -> None:
    """Read a table of StatBank, which names its areas and has no codes."""
    for line in lines:
        year, kind, number = line["TID"][:4], line["TID"][4], line["TID"][5:]
        series.say(codes[line[place]], f"{year}-{'Q' if kind == 'Q' else ''}{number}", line["INDHOLD"])


def danish_codes(country: Country) -> dict[str, str]:
    """Codes by the names that StatBank uses, made from the names of the areas themselves."""
    codes: dict[str, str] = {}
    for row in country.rows:
        aliases = row["other_names"].split(";") if row["level"] == "residual" else []
        for name in (row["name_en"], row["name_local"], *aliases):
            codes.setdefault(re.sub("^Landsdel ", "Province ", name), row["code"])
    return {**codes, "All Denmark": codes["Denmark"]}


def read_sheets(file: Path) -> Iterator[tuple[str, list[Sequence[Any]]]]:
    """Title and rows of the four sheets that NAV made; what others added stands under other titles."""
    book = load_workbook(file, data_only=True)
    for sheet in book:
        if re.match(r"[1-4]\. ", sheet.title):
            yield sheet.title, list(sheet.iter_rows(values_only=True))


def read_nav(rows: Iterable[Sequence[Any]], codes: dict[str, str], series: Series) -> None:
    """Read a sheet of HL060: names on the left, a heading of months above each block, totals told more than once.

    `codes` learns the counties' codes from the sheets where they stand beside the names.
    """
    year, months = "", {}
    for row in rows:
        texts = [one.strip() for one in row if isinstance(one, str)]
        if found := re.fullmatch(r"Januar - \w+ (\d{4})", texts[0] if texts else ""):
            year = found[1]
        elif "Januar" in texts:
            months = {place: MONTHS.index(cell) + 1 for place, cell in enumerate(row) if cell in MONTHS}
        elif any(row[place] is not None for place in months):
            area = norwegian_code(
                [str(cell).strip() for cell in row[: min(months)] if cell is not None], codes
            )
            for place, month in months.items():
                series.say(area, f"{year}-{month:02}", row[place])


def norwegian_code(left: Sequence[str], codes: dict[str, str]) -> str:
    """The code of a row: `03` beside `Oslo`, `0301 Oslo`, `I alt Oslo`, `I alt` or `Ukjent`."""
    if re.fullmatch(r"\d\d", left[0]):
        codes[left[1]] = f"NO-{left[0]}" if left[0] == "99" else left[0]
    name = left[-1].removeprefix("I alt ")
    return name[:4] if re.match(r"\d{4} ", name) else codes[name]


def read_table(file: Path) -> list[dict[str, str]]:
    """The rows of a table of the country's folder."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def days_of(row: dict[str, str]) -> tuple[str, str]:
    """First and last day; an open end lies before or after every date."""
    return row["valid_from"], row["valid_to"] or "9999-12-31"
