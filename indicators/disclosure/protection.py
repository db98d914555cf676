"""From counted to protected figures: rounding, and what must not be split.

*Rounding.* A count becomes one of the two multiples of the base beside it, the nearer one more often, so that it is
right on average; a multiple stays. What draws is SHA-256 of a key derived from the rounding key, and the cell key. The
hash has one block of input and is never shown, so a plain prefix is as good a keyed hash as HMAC, at a third of its
cost. The sum of the persons' keys must not draw by itself: sums of parts would round together.

*Splitting.* A cell is shown only where everything that it is a part of, by category, area or window, has a published
figure of at least `split_from`. Small totals split further are what lets an attacker with all tables in hand work out a
true figure. The rule looks at published figures alone, so that withholding tells nothing that is not public already: a
cell that is withheld closes nothing by its own size, for all that is under it is under what closed it too.

*Employers.* Who is counted in figures of workplaces may count for many, which no rounding hides: see `few`.

*Means and medians* are shown in whole weeks, of at least `least_persons` persons as rounded; of ten with base 5
truly six or more. Who knows the durations of all the others and how many they are, still knows the last one's no better
than by as many weeks as there are persons: the sum behind a mean of 6 persons may lie anywhere within 6 weeks. How many
they are is itself known no better than by rounding. A median tells only that somebody's duration lies in that week.

*Means and medians of amounts*, such as hours and earnings, need `ratio_from` persons as rounded, since one may be much
larger than all others; a median of money is a multiple of the country's `step`. *Sums of money* are counted in units of
which nobody has more than half a base, and are rounded and split as full-time persons are (decision 0021).

*Survival* in whole per cent would not be safe: 47 per cent of ten to nineteen persons are 7 of 15, 8 of 17 or 9 of 19.
It is the quotient of two rounded numbers of persons instead, like every other share.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from indicators.counting.areas import Places
from indicators.disclosure.few import RESIDUAL, Shares, too_few
from indicators.disclosure.keys import derived_key
from indicators.disclosure.splitting import Above, Array, withheld
from warehouse.areas import Country
from warehouse.connection import Connection, rows_at_hand, run_sql
from warehouse.profile import Protection

_SQL = Path(__file__).parent.parent / "sql" / "disclosure"

Judge = Callable[[Mapping[str, Array]], Array]
"""Tells of cells (columns `part`, `area`, `window_months`, `month`) which must be withheld."""


def prepare(connection: Connection, country: Country, last_month: int) -> None:
    """Make the temporary tables that tell what a category and an area are a part of, and who is told of too early.

    `last_month` is the last one that is counted.
    """
    places = Places(country, last_month)
    parts, pasts = list(places.parts(groupings=True)), list(places.pasts())
    levels = {
        code: RESIDUAL if level.role == "residual" else place
        for place, (code, level) in enumerate(country.levels.items())
    }
    _run(connection, "part_above")
    _run(
        connection,
        "area_above",
        areas=[one.area for one in parts],
        above=[one.above for one in parts],
        first_months=[one.from_month for one in parts],
        last_months=[one.to_month for one in parts],
        levels=[levels[country.areas[one.area].level] for one in parts],
        closing=[country.levels[country.areas[one.above].level].role != "grouping" for one in parts],
    )
    _run(
        connection,
        "area_before",
        areas=[area for area, _, _ in pasts],
        first_months=[first for _, first, _ in pasts],
        last_months=[last for _, _, last in pasts],
    )


def protect(
    connection: Connection,
    protection: Protection,
    key: bytes,
    figure: str,
    *,
    provisional_from: int,
    least_behind: int = 0,
    shares: Mapping[str, Array] | None = None,
    judge: Judge | None = None,
) -> None:
    """Round the cells of `counted_cell` and append them to `measure_figure` as `figure`.

    They are all cells of the figure, unless a judge is told who knows the others. Behind each that is shown, and not 0,
    must be `least_behind`, none of them being too large a part; `shares` tell of windows and areas what the largest
    employer counts for there.

    Windows that end in month `provisional_from` (year * 12 + month - 1) or later are provisional: the first of the last
    months that may still change, less the months that the figure follows people up.
    """
    round_cells(connection, protection, key)
    _withhold(connection, protection, judge, least_behind, shares)
    _run(connection, "protected", figure=figure, provisional_from=provisional_from)


def protect_durations(
    connection: Connection,
    protection: Protection,
    key: bytes,
    figure: str,
    *,
    statistic: str,
    at_days: int | None = None,
    provisional_from: int,
    step: int = 0,
    judge: Judge | None = None,
) -> None:
    """Round the means, medians or survivals of `duration_cell` and append them to `measure_figure` as `figure`.

    Those of amounts are rounded to multiples of a `step`, those of lengths (0) to whole weeks or per cent. A survival
    median of more than `at_days` is beyond what spells are followed for, and bears no number. Takes the place of
    `counted_cell`.
    """
    _run(connection, "persons_behind")
    round_cells(connection, protection, key)
    _withhold(connection, protection, judge)
    if statistic == "survival":
        _run(connection, "whole_per_cent", base=protection.base, secret=derived_key(key, "survival"))
    elif step:
        _run(connection, "whole_steps", step=step)
    else:
        _run(connection, "whole_weeks", at_days=at_days)
    _run(
        connection,
        "protected_duration",
        figure=figure,
        least_persons=protection.ratio_from if step else protection.least_persons,
        wide_below=protection.wide_below,
        provisional_from=provisional_from,
    )


def round_cells(connection: Connection, protection: Protection, key: bytes) -> None:
    """Make the temporary table `rounded_cell` of `counted_cell`."""
    _run(connection, "rounded_cell", base=protection.base, secret=derived_key(key, "rounding"))


def parts_above(connection: Connection) -> list[Above]:
    """What each category is a part of."""
    return [Above(*one) for one in connection.execute("select part_id, above from part_above").fetchall()]


def _withhold(
    connection: Connection,
    protection: Protection,
    judge: Judge | None,
    least_behind: int = 0,
    shares: Mapping[str, Array] | None = None,
) -> None:
    """Make `judged_cell`, the rounded cells with whether they must be withheld."""
    cells = connection.execute(_statement("placed_cell")).fetchnumpy()
    judged = judge(cells) if judge else _withheld(connection, protection, cells, least_behind, shares)
    with rows_at_hand(connection, "judged", {"withheld": judged}):
        _run(connection, "judged_cell")


def _withheld(
    connection: Connection,
    protection: Protection,
    cells: Mapping[str, Array],
    least_behind: int,
    shares: Mapping[str, Array] | None,
) -> Array:
    areas = [Above(*one) for one in connection.execute(_statement("placed_area_above")).fetchall()]
    small = cells["value"] < protection.split_from

    def hiding(behind: Array, windows: Array) -> Array:
        known = None
        if shares is not None:
            most = protection.largest_employer
            known = shares_in(behind.shape, windows, shares, shares["area"], most)
        return too_few(behind, least_behind, areas, windows, known)

    return withheld(cells, small, parts_above(connection), areas, hiding if least_behind else None)


def shares_in(
    shape: tuple[int, ...], windows: Array, shares: Mapping[str, Array], areas: Array, most: int
) -> Shares:
    """The shares of employers in a grid of parts, areas and windows; `areas` are their places there."""
    at = {(int(length), int(month)): number for number, (length, month) in enumerate(windows)}
    found = Shares(np.zeros(shape, "i8"), np.zeros(shape, "i8"), most)
    rows = zip(shares["window_months"].tolist(), shares["month"].tolist(), strict=True)
    place = np.array([at[row] for row in rows], "i8")
    for name in ("total", "largest"):
        getattr(found, name)[shares["part_id"], areas, place] = shares[name]
    return found


def _statement(name: str) -> str:
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")


def _run(connection: Connection, name: str, **values: Any) -> None:
    run_sql(connection, _SQL / f"{name}.sql", values or None)
