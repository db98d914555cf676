"""Rotation: a home's rounding key gives way to a new one, since the former may have become known."""

import secrets
from pathlib import Path
from typing import NamedTuple

from indicators.basis import keep_basis
from indicators.core import read_country
from indicators.disclosure import rounding_key
from indicators.disclosure.keys import fingerprint, former_key_file, key_file, next_key_file, write_key
from warehouse.connection import Connection, run_sql, transaction
from warehouse.errors import UserError
from warehouse.homes import Home

_SQL = Path(__file__).parent / "sql" / "scratch"


class Rotation(NamedTuple):
    """Fingerprints of the key that gave way and of the new one, and the file that keeps the former key."""

    former: str
    new: str
    kept: Path


class Standing(NamedTuple):
    """The fingerprint of the key in use, and the base that figures are rounded to multiples of."""

    fingerprint: str
    base: int


def standing(home: Home) -> Standing:
    """What a rotation would change. Raises UserError where the key cannot give way to another."""
    _check_has_key(home)
    with home.warehouse() as connection:
        key = rounding_key(home, connection)
        return Standing(fingerprint(key), read_country(connection).protection.base)


def rotate(home: Home) -> Rotation:
    """Put a new rounding key in the place of the one in use, and keep that one aside.

    What is computed counts no more, so that nothing rounded with the former key is published under the new one's name.
    Whoever is stopped on the way has the former key, or by the next command the new one. Raises UserError where the key
    cannot give way to another; nothing is changed then.
    """
    _check_has_key(home)
    with home.warehouse() as connection:
        former, new = rounding_key(home, connection), secrets.token_bytes(32)
        done = Rotation(fingerprint(former), fingerprint(new), former_key_file(home, fingerprint(former)))
        write_key(done.kept, former)
        write_key(next_key_file(home), new)
        _announce(connection, done)
        next_key_file(home).replace(key_file(home))
        return done


def _announce(connection: Connection, done: Rotation) -> None:
    with transaction(connection):
        connection.execute(
            "update mart.rounding_key set state = 'former' where fingerprint = ?", [done.former]
        )
        connection.execute("insert into mart.rounding_key values (?, 'bound')", [done.new])
        run_sql(connection, _SQL / "nothing_listed.sql")
        keep_basis(connection, None)


def _check_has_key(home: Home) -> None:
    if home.kind == "synthetic":
        raise UserError(
            f"{home.path} holds synthetic figures, which are rounded with the public demo key; no other may "
            "take its place."
        )
    if not key_file(home).exists():
        raise UserError(
            f"There is no {key_file(home)} to give way to another: the key is made when persons are first counted; "
            "one that is gone must be put back from your backup."
        )
