"""One small demo country that several tests read."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from etl.synthetic.demo import write_demo

PERSONS, MONTHS, SEED = 60_000, 48, 7


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo of four years that takes in the shock; not to be changed."""
    out = tmp_path_factory.mktemp("demo") / "dk"
    write_demo("dk", PERSONS, MONTHS, SEED, out=out, progress=lambda _: None)
    return out


@pytest.fixture(scope="session")
def country(demo: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The demo's files as tables: the first delivery as schema `d1`, the second as `d2`; good rows only in views."""
    connection = duckdb.connect()
    for number in (1, 2):
        connection.execute(f"create schema d{number}")
        for file in sorted((demo / str(number)).glob("*.*")):
            if file.suffix == ".parquet":
                connection.execute(f"create table d{number}.{file.stem} as from '{file}'")
            elif file.suffix == ".csv":
                connection.execute(
                    f"create table d{number}.{file.stem} as from read_csv('{file}', all_varchar = true)"
                )
    connection.execute(
        "create table truth as from read_csv(?, types = {'area': 'varchar'})",
        [str(demo / "truth/municipalities.csv")],
    )
    connection.execute(
        "create table years as from read_csv(?, types = {'area': 'varchar'})",
        [str(demo / "truth/years.csv")],
    )
    connection.execute(Path(__file__).with_name("good_rows.sql").read_text(encoding="utf-8"))
    yield connection
    connection.close()
