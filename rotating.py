"""What a rotation of the rounding key does, as the command `rotate-key` prints it before and after."""

from collections.abc import Iterator

from indicators.rotation import Rotation, Standing
from warehouse.homes import Home


def said_before(home: Home, now: Standing) -> Iterator[str]:
    """What comes of it, for whoever must decide."""
    base = now.base
    yield f"{home.path}: the rounding key with the fingerprint {now.fingerprint} is to give way to a new one."
    yield (
        f"- The same people get other figures from then on: any figure may be shown as {base} more or {base} fewer "
        "though nobody moved."
    )
    yield (
        "- What moves between a release before and one after is rounding too: it may be off by up to "
        f"{2 * (base - 1)}. It is no correction, and is not told as one."
    )
    yield (
        "- Whoever keeps a release from before learns more from two roundings of a figure than from one: "
        f"{base} in one and {2 * base} in the other leaves {base + 1} to {2 * base - 1}."
    )
    yield (
        "- The figures before stay as they are: who has the former key can undo their rounding. Take those releases "
        "down wherever you can, and keep the former key as secret as the new one."
    )
    yield "So do it only when the key may have become known. It cannot be taken back."


def said_after(home: Home, done: Rotation) -> Iterator[str]:
    """What was done, and what to do now."""
    yield f"The rounding key has the fingerprint {done.new} now. Keep a copy of {home.path / 'rounding.key'}."
    yield f"The former one, {done.former}, is kept in {done.kept}."
    yield (
        "Readers keep the release that they have until the next one: run openindsats compute and publish, or wait for "
        "the night. Everybody is counted anew."
    )
