"""Deliveries of Statistics Denmark's tables, written from figures drawn in a test."""

from pathlib import Path

from tests.support.tables import read_table

AUK01 = "OMRÅDE;YDELSESTYPE;KØN;ALDER;TID;INDHOLD"
FOLK1AM = "OMRÅDE;KØN;ALDER;TID;INDHOLD"

_AUK01_DEFAULTS = {
    "benefit": "Net unemployed recipients of social assistance",
    "sex": "Total",
    "age": "Age, total",
}


def auk01(table: str) -> str:
    """AUK01's text: columns `area`, `quarter` and `value`, and where they matter `benefit`, `sex` and `age`."""
    lines = [AUK01]
    for row in read_table(table):
        told = _AUK01_DEFAULTS | row
        lines.append(";".join(told[name] for name in ("area", "benefit", "sex", "age", "quarter", "value")))
    return "\n".join(lines) + "\n"


def folk1am(table: str) -> str:
    """FOLK1AM's text: columns `area`, `month` and `value`."""
    lines = [FOLK1AM]
    lines += [f"{row['area']};Total;Age, total;{row['month']};{row['value']}" for row in read_table(table)]
    return "\n".join(lines) + "\n"


def write(folder: Path, **files: str | bytes) -> Path:
    """Write files by name (an underscore stands for the dot) into a folder, made if need be, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (folder / ".".join(name.rsplit("_", 1))).write_bytes(data)
    return folder
