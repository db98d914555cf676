"""Reading a country's folder: profile, areas, memberships, successors, labels; all faults told at once."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from warehouse.area_checks import check_country, check_labels, check_profile
from warehouse.areas import Country, Label, country_from_rows
from warehouse.errors import Fault, UserError
from warehouse.vocabulary import DATA

COUNTRIES = DATA / "countries"


def known_countries(folder: Path = COUNTRIES) -> tuple[str, ...]:
    """Codes of the countries that have a folder."""
    return tuple(sorted(profile.parent.name for profile in folder.glob("*/country.yml")))


def read_country(code: str, folder: Path = COUNTRIES) -> Country:
    """The country of that code.

    Raises UserError when there is none, or when its files have faults; it then tells all of them.
    """
    known = known_countries(folder)
    if code not in known:
        raise UserError(f"There is no country '{code}'. Known countries: {', '.join(known) or 'none'}.")
    profile = _read_profile(folder / code / "country.yml")
    faults = check_profile(code, profile)
    areas, memberships, successions = (
        _read_table(folder / code / file, table, faults) for file, table in _TABLES.items()
    )
    _refuse(code, faults)
    country = country_from_rows(profile, areas, memberships, successions)
    _refuse(code, check_country(country))
    return country


def read_labels(code: str, name: str, folder: Path = COUNTRIES) -> Mapping[str, tuple[Label, ...]]:
    """What the source `name` calls the country's areas, by label.

    Raises UserError when there is no such table or it has faults.
    """
    country = read_country(code, folder)
    faults: list[Fault] = []
    rows = _read_table(folder / code / "labels" / f"{name}.csv", _LABELS, faults)
    _refuse(code, faults)
    labels = [Label(*row) for row in rows]
    _refuse(code, check_labels(f"{name}.csv", labels, country))
    return {label.label: tuple(other for other in labels if other.label == label.label) for label in labels}


def _refuse(code: str, faults: Sequence[Fault]) -> None:
    if faults:
        lines = "".join(f"\n  {fault}" for fault in faults)
        raise UserError(f"The files of country '{code}' have faults:{lines}")


def _read_profile(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        raise UserError(f"{path.name} of country '{path.parent.name}' is not a readable YAML file.") from None


def _text(cell: str) -> str:
    return cell


def _code(cell: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]+", cell):
        raise ValueError("a code is letters, digits, _ and - only")
    return cell


def _name(cell: str) -> str:
    if not cell.strip():
        raise ValueError("must not be empty")
    return cell


def _day(cell: str) -> date | None:
    if not cell:
        return None
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        raise ValueError("a date is written YYYY-MM-DD")
    return date.fromisoformat(cell)


def _set_day(cell: str) -> date | None:
    return _day(_name(cell))


def _whole(cell: str) -> int | None:
    if not re.fullmatch(r"\d*", cell):
        raise ValueError("must be a whole number")
    return int(cell) if cell else None


def _number(cell: str) -> float | None:
    if not re.fullmatch(r"(-?\d+(\.\d+)?)?", cell):
        raise ValueError("must be a number with a decimal point")
    return float(cell) if cell else None


@dataclass(frozen=True)
class _Table:
    columns: Mapping[str, Callable[[str], Any]]
    key: tuple[str, ...]


_TABLES = {
    "areas.csv": _Table(
        columns={
            "code": _code,
            "level": _code,
            "name_en": _name,
            "name_local": _name,
            "other_names": _text,
            "code_system": _name,
            "alt_code": _text,
            "valid_from": _day,
            "valid_to": _day,
            "population": _whole,
            "population_date": _day,
            "lat": _number,
            "lon": _number,
            "source": _name,
        },
        key=("code",),
    ),
    "memberships.csv": _Table(
        columns={
            "grouping": _code,
            "group_code": _code,
            "member_code": _code,
            "valid_from": _day,
            "valid_to": _day,
            "source": _name,
        },
        key=("grouping", "group_code", "member_code", "valid_from"),
    ),
    "successors.csv": _Table(
        columns={"code": _code, "successor_code": _code, "from_date": _set_day, "source": _name},
        key=("code", "successor_code"),
    ),
}

_LABELS = _Table(
    columns={"label": _name, "code": _code, "valid_from": _day, "valid_to": _day},
    key=("label", "valid_from"),
)


def _read_table(path: Path, table: _Table, faults: list[Fault]) -> list[tuple[Any, ...]]:
    """The table's rows, converted; what is wrong with it goes into `faults`."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
    except FileNotFoundError:
        faults.append(Fault(path.name, "the file is missing"))
        return []
    except (ValueError, csv.Error):
        faults.append(Fault(path.name, "the file is empty or not comma-separated UTF-8 text"))
        return []
    if header != list(table.columns):
        faults.append(Fault(path.name, "the columns must be " + ", ".join(table.columns), row=1))
        return []
    faults += _key_faults(path.name, table, rows)
    return [_convert(path.name, line, row, table, faults) for line, row in enumerate(rows, start=2)]


def _key_faults(file: str, table: _Table, rows: Sequence[Sequence[str]]) -> Iterator[Fault]:
    seen = set()
    for line, row in enumerate(rows, start=2):
        cells = dict(zip(table.columns, row, strict=False))
        key = tuple(cells.get(column) for column in table.key)
        if key in seen:
            yield Fault(file, "stands twice", line, detail=", ".join(filter(None, key)))
        seen.add(key)


def _convert(file: str, line: int, row: Sequence[str], table: _Table, faults: list[Fault]) -> tuple[Any, ...]:
    if len(row) != len(table.columns):
        faults.append(Fault(file, f"has {len(row)} cells instead of {len(table.columns)}", line))
        return ()
    values = []
    for cell, (column, convert) in zip(row, table.columns.items(), strict=True):
        try:
            values.append(convert(cell))
        except ValueError as error:
            faults.append(Fault(file, str(error), line, column, repr(cell)))
    return tuple(values)
