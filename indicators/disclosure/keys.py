"""The rounding key of a home, and the keys of persons that it makes.

Whoever has the rounding key can undo the rounding of what is published, so it never leaves the home; only its
fingerprint is published. A synthetic home has the public demo key instead: its persons are invented, and the same
deliveries shall give the same release everywhere.
"""

import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path
from typing import NamedTuple

from warehouse.connection import Connection, run_sql
from warehouse.errors import UserError
from warehouse.homes import Home
from warehouse.releases import current_fingerprint, list_releases, read_facts
from warehouse.vocabulary import DATA

DEMO_KEY = DATA / "reference" / "demo_rounding.key"
"""The key of all synthetic homes; no secret."""

_SQL = Path(__file__).parent.parent / "sql" / "disclosure"
_BLOCK = 64


def key_file(home: Home) -> Path:
    """Where an official home keeps its rounding key: 32 bytes in hexadecimal digits."""
    return home.path / "rounding.key"


def former_key_file(home: Home, name: str) -> Path:
    """Where a home keeps the key of that fingerprint once another one has taken its place; as secret as ever."""
    return home.path / f"rounding.key.{name}"


def next_key_file(home: Home) -> Path:
    """Where the key lies that is about to take the place of the one in use."""
    return home.path / "rounding.key.next"


class Fingerprints(NamedTuple):
    """Of the keys of a home: those beside which no other will do, one at most, and those that gave way to another."""

    bound: set[str]
    former: set[str]


def rounding_key(home: Home, connection: Connection) -> bytes:
    """The key that decides how the home's figures are rounded, made at its first use; its fingerprint is kept.

    Raises UserError when the key is lost or another one than earlier releases were rounded with, when others can
    read it, or when an official home has the public demo key or a synthetic home a key of its own.
    """
    key, bound, former = _checked(home, connection)
    connection.execute("delete from mart.rounding_key")
    rows = [(fingerprint(key), "bound" if bound else "free"), *((one, "former") for one in sorted(former))]
    connection.executemany("insert into mart.rounding_key values (?, ?)", rows)
    return key


def check_key(home: Home, connection: Connection) -> None:
    """That the key of the home is the one that the cells were rounded with, if they were.

    Raises UserError as `rounding_key` does, or when another key has come since the cells were computed.
    """
    rounded = _rounded_with(connection)
    if rounded and rounded != [(fingerprint(_checked(home, connection)[0]),)]:
        raise UserError(
            f"The rounding key of {home.path} is another one since the figures were computed. Run openindsats compute."
        )


def sealed(home: Home, connection: Connection, content: str) -> str:
    """A name for some content, by which nobody without the home's key can try out whether they guess it.

    Where nothing was rounded nothing is withdrawn, and the content may be its own name.
    """
    if not _rounded_with(connection):
        return content
    key = derived_key(_checked(home, connection)[0], "sealed")
    return hmac.digest(key, content.encode(), "sha256").hex()


def _checked(home: Home, connection: Connection) -> tuple[bytes, set[str], set[str]]:
    """The key, if it is the right one, and the fingerprints that are known."""
    bound, former = known_fingerprints(home, connection)
    key = _demo_key(home) if home.kind == "synthetic" else _own_key(home, bound)
    name = fingerprint(key)
    if bound - {name} or name in former:
        raise UserError(
            f"The rounding key of {home.path} is not the one that its published figures were rounded with: its "
            f"fingerprint is {name}, theirs {', '.join(sorted(bound - {name})) or 'another'}. Put that key back as "
            f"{key_file(home)}: rounded anew, the same figures would tell what rounding hides. If it is lost for good, "
            "begin a new --home."
        )
    return key, bound, former


def known_fingerprints(home: Home, connection: Connection) -> Fingerprints:
    """What the warehouse, the manifest and the releases themselves tell of the home's keys."""
    kept = connection.execute("select fingerprint, state from mart.rounding_key").fetchall()
    bound = {one for one, state in kept if state == "bound"}
    if current := current_fingerprint(home.releases):
        bound.add(current)
    former = {one for one, state in kept if state == "former"}
    for release in list_releases(home.releases):
        facts = read_facts(release.file)
        bound |= {value for key, value in facts.items() if key == "rounding_key"}
        former |= set(facts.get("former_rounding_keys", "").split())
    return Fingerprints(bound - former, former)


def fingerprint(key: bytes) -> str:
    """A name for the key that tells nothing of it."""
    return hashlib.sha256(b"rounding key " + key).hexdigest()[:16]


def rounded_alike(connection: Connection, released: str | None) -> bool:
    """Whether the key with the fingerprint `released` is the one that the cells were rounded with."""
    return [(released,)] == _rounded_with(connection)


def _rounded_with(connection: Connection) -> list[tuple[str]]:
    """The fingerprint of the key that the cells were rounded with, if they were."""
    return connection.execute("select fingerprint from mart.rounding_key where state != 'former'").fetchall()


def publish_fingerprint(connection: Connection) -> str | None:
    """The fingerprint of the key that the cells were rounded with, if they were: from now on no other will do."""
    connection.execute("update mart.rounding_key set state = 'bound' where state = 'free'")
    rows = connection.execute("select fingerprint from mart.rounding_key where state = 'bound'").fetchall()
    return str(rows[0][0]) if rows else None


def former_fingerprints(connection: Connection) -> tuple[str, ...]:
    """The fingerprints of the keys that gave way to another."""
    rows = connection.execute("select fingerprint from mart.rounding_key where state = 'former' order by all")
    return tuple(str(one) for (one,) in rows.fetchall())


def write_key(file: Path, key: bytes) -> None:
    """Write a key to a file that its owner alone can read: whole or not at all, for half a key would be refused."""
    aside = file.with_name(file.name + ".new")
    aside.unlink(missing_ok=True)
    aside.touch(mode=0o600)
    with aside.open("w", encoding="ascii") as stream:
        stream.write(key.hex() + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    aside.replace(file)


def derived_key(key: bytes, use: str) -> bytes:
    """A key for one use alone, so that what it decides tells nothing of what the others do."""
    return hmac.digest(key, use.encode(), "sha256")


def make_person_keys(connection: Connection, key: bytes) -> None:
    """Make the temporary table `person_key`: 64 bits of HMAC-SHA-256(rounding key, person) for every known person."""
    padded = key.ljust(_BLOCK, b"\0")
    pads = {"inner": bytes(byte ^ 0x36 for byte in padded), "outer": bytes(byte ^ 0x5C for byte in padded)}
    run_sql(connection, _SQL / "person_key.sql", pads)


def _demo_key(home: Home) -> bytes:
    if key_file(home).exists():
        raise UserError(
            f"{home.path} holds synthetic figures, which are rounded with the public demo key; {key_file(home)} "
            "does not belong there. Move it to the official home that it is of."
        )
    return _read_key(DEMO_KEY)


def _own_key(home: Home, bound: set[str]) -> bytes:
    file = key_file(home)
    _finish_rotation(home, bound)
    if not file.exists():
        if bound:
            raise UserError(
                f"{file} is gone, the key that the published figures of this home were rounded with. Put it back from "
                "your backup; if it is lost for good, begin a new --home."
            )
        write_key(file, secrets.token_bytes(32))
    if file.stat().st_mode & 0o077:
        raise UserError(
            f"{file} can be read by others; it must be its owner's alone (chmod 600). Who has read it can undo the "
            "rounding: if anybody may have, openindsats rotate-key makes another one."
        )
    key = _read_key(file)
    if key == _read_key(DEMO_KEY):
        raise UserError(
            f"{file} is the public demo key, which protects nobody; an official home needs a key of its own. "
            "Remove the file, and one will be made."
        )
    return key


def _read_key(file: Path) -> bytes:
    text = file.read_text(encoding="ascii", errors="replace").strip()
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise UserError(f"{file} is damaged: a rounding key is 64 hexadecimal digits.")
    return bytes.fromhex(text)


def _finish_rotation(home: Home, bound: set[str]) -> None:
    """Put a key in use that was announced by a rotation which was stopped before its end."""
    new = next_key_file(home)
    if new.exists() and fingerprint(_read_key(new)) in bound:
        new.replace(key_file(home))
