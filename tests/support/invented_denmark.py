"""An invented delivery of all Denmark: where the miniatures hold a few areas, this one lets every sum be made."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.support.independent import last_day, months_of
from tests.support.independent_files import Country

QUARTERS = [f"{year}-Q{number}" for year in (2024, 2025, 2026, 2027) for number in (1, 2, 3, 4)][2:14]
"""Labour market areas end and employment councils begin on 1 January 2025, two regions become one in 2027."""

MONTHS = [month for quarter in QUARTERS for month in months_of(quarter)]

PUBLISHED = ("country", "region", "province")

SPOILED = {
    ("AUK01.csv", "Odense;", ";2024Q4;"): [".."],
    ("AUK01.csv", "Fanø;", ";2025Q1;"): ["-1"],
    ("AUK01.csv", "Vejle;", ";2026Q4;"): ["5", "5"],
    ("AUK01.csv", "Horsens;", ";2025Q1;"): ["7", "8"],
    ("LBESK69.csv", ";Læsø;", ";2025Q2;"): [""],
    ("FOLK1AM.csv", "Samsø;", ";2026M05;"): ["n/a"],
    ("FOLK1AM.csv", "Ærø;", ";2026M"): ["0"],
}
"""What stands instead in the rows with these two texts: no figure, one told twice, two that contradict, nobody."""


def write_denmark(folder: Path, country: Country) -> Path:
    """Write the three tables of StatBank as one folder of deliveries."""
    draw = random.Random(11)
    folder.mkdir(parents=True)
    manifest = "kind: synthetic\nas_of: 2027-06-30\nnote: Invented figures in the layouts of StatBank.\n"
    (folder / "manifest.yml").write_text(manifest, encoding="utf-8")
    benefit = "Net unemployed recipients of social assistance"
    auk01 = (
        f"{name};{benefit};Total;Age, total;{period};{draw.choice((0, 1, 7, 400))}"
        for name, period in lines(country, QUARTERS, PUBLISHED, ("DK-NS", "DK-ABROAD"))
    )
    write_table(folder / "AUK01.csv", "OMRÅDE;YDELSESTYPE;KØN;ALDER;TID;INDHOLD", auk01)
    folk1am = (
        f"{name};Total;Age, total;{period};{draw.randint(500, 5000)}"
        for name, period in lines(country, MONTHS, PUBLISHED[:2], ("411",))
    )
    write_table(folder / "FOLK1AM.csv", "OMRÅDE;KØN;ALDER;TID;INDHOLD", folk1am)
    lbesk69 = (
        f"Full-time employees;{name};Total;{period};{draw.randint(0, 3000)}"
        for name, period in lines(country, QUARTERS, PUBLISHED, ("411", "DK-ABROAD"))
    )
    write_table(folder / "LBESK69.csv", "TAL;BOPKOM;KØN;TID;INDHOLD", lbesk69)
    return folder


def lines(
    country: Country, periods: list[str], levels: tuple[str, ...], residuals: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Names and periods as StatBank writes them, of the municipalities and of some other areas while they stand."""
    for row in country.rows:
        place = country.places[row["code"]]
        has_a_name = row["code"] != "REGION-OSTDANMARK" and place.level in ("municipality", *levels)
        if has_a_name or row["code"] in residuals:
            for period in periods:
                if place.since <= last_day(period) <= place.until:
                    sign = "" if "Q" in period else "M"
                    yield statbank_name(row), period.replace("-", sign)


def statbank_name(row: dict[str, str]) -> str:
    """What StatBank calls an area: regions and provinces in Danish, half of it, the others in English."""
    if row["level"] == "country":
        return f"All {row['name_en']}"
    if row["level"] in {"region", "province"}:
        return row["name_local"].replace("Landsdel", "Province")
    return row["name_en"]


def write_table(file: Path, heading: str, rows: Iterable[str]) -> None:
    """Write a table as StatBank does, with its byte order mark, and spoil what is to be spoiled."""
    lines = [heading, *(line for row in rows for line in spoiled(file.name, row))]
    file.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig", newline="")


def spoiled(file: str, row: str) -> list[str]:
    """A row as it is delivered, which may be more than once."""
    for (name, area, period), figures in SPOILED.items():
        if name == file and area in row and period in row:
            return [f"{row.rpartition(';')[0]};{figure}" for figure in figures]
    return [row]
