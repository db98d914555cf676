"""A country goes into the warehouse and comes back as it was."""

import json

import pytest

from warehouse.areas import country_from_rows
from warehouse.country_files import known_countries, read_country
from warehouse.country_tables import write_country
from warehouse.homes import make_home


def read_back(connection):
    rows = {
        table: connection.execute(f"select * from core.{table}").fetchall()
        for table in ("country", "area", "membership", "succession")
    }
    [(profile,)] = rows["country"]
    return country_from_rows(json.loads(profile), rows["area"], rows["membership"], rows["succession"])


@pytest.mark.parametrize("code", known_countries())
def test_a_country_comes_back_as_it_was_however_often_it_is_written(tmp_path, code):
    country = read_country(code)
    with make_home(tmp_path / "home", code, "official").warehouse() as connection:
        write_country(connection, country)
        assert read_back(connection) == country
        write_country(connection, country)
        assert read_back(connection) == country


def test_another_state_of_the_country_takes_the_place_of_the_first(tmp_path):
    with make_home(tmp_path / "home", "dk", "official").warehouse() as connection:
        write_country(connection, read_country("no"))
        write_country(connection, read_country("dk"))
        assert read_back(connection) == read_country("dk")
