"""Every night: what was delivered is loaded, counted and published, and one line tells a scheduler of it."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from warehouse.errors import BusyError, UserError
from warehouse.homes import Home, is_home, open_home


@dataclass
class Night:
    """What a night did, as it goes on: words and seconds by step."""

    home: Home
    told: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Take the time of a step."""
        start = time.monotonic()
        yield
        self.seconds[name] = time.monotonic() - start

    def __str__(self) -> str:
        """One line for a scheduler's log."""
        times = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in self.seconds.items())
        return f"{self.home.country}: {'; '.join(self.told)} ({times})"


def run_night(
    deliveries: Path,
    country: str,
    home_path: Path,
    boundaries: Path | None,
    progress: Callable[[str], None],
    *,
    protect: bool | None = None,
) -> Night:
    """Load a folder of deliveries into a home, count, and publish if anything is new.

    `protect` is as `compute` has it.


    Raises BusyError while another night is under way or another command holds the warehouse, and UserError when a
    delivery is refused; readers then keep the release that they have.
    """
    if not is_home(home_path):
        raise UserError(
            f"No home at {home_path}. Make it with openindsats build first; every night goes on from there."
        )
    night = Night(open_home(home_path))
    with _alone(home_path):
        with night.step("load"):
            _load(night, deliveries, country, progress)
        with night.step("compute"):
            fresh = _compute(night, progress, protect)
        with night.step("publish"):
            _publish(night, boundaries, progress)
        if not fresh:
            night.told.insert(0, "nothing new")
    return night


def _load(night: Night, deliveries: Path, country: str, progress: Callable[[str], None]) -> None:
    from etl.run import load

    report = load(deliveries, country, night.home.path, progress)
    new = [one for one in report.deliveries if one.outcome == "loaded"]
    rows = sum(one.rows_loaded for one in new)
    wrong = sum(one.rows_quarantined for one in new)
    night.told.append(f"loaded {len(new)} deliveries with {rows:,} rows, {wrong:,} in quarantine")
    if report.unclaimed:
        names = ", ".join(sorted(file.name for file in report.unclaimed))
        night.told.append(f"left alone, since no source claims them: {names}")
    night.told += [f"warning: {warning}" for warning in report.ended]
    if report.told:
        night.told.append(f"told anew {report.told}")


def _compute(night: Night, progress: Callable[[str], None], protect: bool | None) -> bool:
    """Whether there was anything to count."""
    from indicators.compute import compute, is_computed
    from indicators.sense import require_sense

    if is_computed(night.home, protect):
        return False
    report = compute(night.home, progress, protect)
    progress("Checking the figures …")
    require_sense(night.home)
    night.told.append(
        f"counted {report.counted}: {len(report.indicators)} indicators, {report.cells:,} cells"
    )
    if report.withheld:
        night.told.append(f"withheld {report.withheld:,} delivered figures")
    return True


def _publish(night: Night, boundaries: Path | None, progress: Callable[[str], None]) -> None:
    from indicators.publish import publish

    release, fresh = publish(night.home, progress, boundaries)
    night.told.append(f"{'published' if fresh else 'already published'} {release.release}")


@contextmanager
def _alone(home_path: Path) -> Iterator[None]:
    """The lock goes with the process, however it ends."""
    try:
        opened = (home_path / "nightly.lock").open("w", encoding="ascii")
    except OSError as error:
        raise UserError(f"{home_path} cannot be written to ({error.strerror}); nothing was done.") from None
    with opened as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(f"Another night is under way in {home_path}; nothing was done.") from None
        yield
