"""The rounding key of a home, and the keys of persons that it makes."""

from warehouse.connection import Connection
from warehouse.homes import Home


def rounding_key(home: Home, connection: Connection) -> bytes:
    """The key that decides how the home's figures are rounded, made at its first use; its fingerprint is kept.

    Raises UserError when the key is lost or another one than earlier releases were rounded with, when others can
    read it, or when an official home has the public demo key or a synthetic home a key of its own.
    """
    raise NotImplementedError


def make_person_keys(connection: Connection, key: bytes) -> None:
    """Make the temporary table `person_key`: 64 bits of HMAC-SHA-256(rounding key, person) for every known person."""
    raise NotImplementedError
