"""Leaks planted in a release: the attacker finds each, and nothing where the release is as it should be."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dashboard.api.observations import COLUMNS
from dashboard.api.writers import to_csv
from indicators.disclosure.attack import Release, attack, attack_releases
from indicators.disclosure.attack.elsewhere import Elsewhere, read_download
from tests.support.attacked import (
    ENTRIES,
    IN_TIME,
    MEMBERS,
    PLACES,
    Told,
    exposed,
    found_in,
    leaked,
    nowhere,
    outside,
    published,
    true_numbers,
    truth_in,
)
from tests.support.invented_events import FIRST, Events, happened
from warehouse.connection import Connection

YEARS = 24
MANY = happened(4, {"A": 30, "B": 40, "C": 25, "D": 30, "E": 50, "F": 9}, YEARS)
FEW = happened(5, {"A": 6, "B": 7, "C": 4, "D": 6, "E": 9, "F": 2}, 12)
"""So drawn that nothing is known of any small number, if both are protected as they should be."""

RATE = replace(
    ENTRIES,
    id="rate",
    denominator="population",
    unit="per_1000",
    per=1000,
    decimals=2,
    interval="none",
    breakdowns=(),
)
PEOPLE = {area: 1000.0 + 37 * place for place, area in enumerate(nowhere().areas)}


def leak_of(told: Told, country=None, reach=None, elsewhere=(), **spoilt) -> int:
    """How many cells are given away in a release."""
    with published(country or nowhere(), told, months=YEARS, **spoilt) as connection:
        return leaked(found_in(connection, reach, elsewhere))


def test_nothing_is_found_in_releases_as_they_should_be():
    for told in (Told(ENTRIES, [MANY]), Told(ENTRIES, [FEW]), Told(RATE, [MANY], PEOPLE)):
        assert leak_of(told) == 0


@pytest.mark.parametrize(
    "spoilt",
    [
        {"reach": 2, "counted": "update counted_cell set value = round(value / 5) * 5"},
        {"country": nowhere(base=3, split_from=21)},
        {
            "draft": true_numbers(
                "cell.area = 'XX' and cell.breakdown = 'all' and cell.period_kind = 'rolling_year'"
            )
        },
    ],
    ids=["rounded to the nearest", "base 3", "a total left exact"],
)
def test_a_method_that_gives_away_much_is_found_out(spoilt):
    assert leak_of(Told(ENTRIES, [MANY]), **spoilt) > 50


def test_small_totals_that_are_split_are_found_out():
    assert leak_of(Told(ENTRIES, [FEW]), protection={"split_from": 0}) > 0


LIKE = happened(0, {"A": 9, "B": 8, "C": 9, "D": 7, "E": 9, "F": 9}, 12)
ALL_BUT_F = nowhere(PLACES + "\nG | office", MEMBERS + "\n".join(["", *(f"G | {area}" for area in "ABCDE")]))


def test_a_group_of_all_areas_but_one_is_found_out():
    with published(nowhere(), Told(ENTRIES, [LIKE])) as connection:
        assert leaked(found_in(connection)) == 0
    with published(ALL_BUT_F, Told(ENTRIES, [LIKE])) as connection:
        assert leaked(found_in(connection)) > 50


def test_a_grouping_that_the_attacker_is_not_told_of_tells_next_to_nothing():
    """So whoever judges a release must know every grouping that is public."""
    forgotten = "delete from portal.membership where group_code = 'G'"
    with published(ALL_BUT_F, Told(ENTRIES, [LIKE]), draft=forgotten) as connection:
        assert leaked(found_in(connection)) < 5


def test_ratios_of_true_numerators_and_public_denominators_are_found_out():
    made = true_numbers("cell.indicator = 'rate'", "round(1000 * truth.value / cell.denominator, 2)")
    assert leak_of(Told(RATE, [MANY], PEOPLE), draft=made) > 0


def test_a_numerator_made_as_small_as_a_delivered_denominator_is_not_taken_for_true():
    """Of four inhabitants one is counted and shown as 5, and so as all four: the truth is not 4."""
    share = replace(RATE, id="share", unit="percent", per=100)
    few = happened(3, {"A": 0.1, "B": 0.1, "C": 40, "D": 40, "E": 0.1, "F": 40})
    people = dict.fromkeys(PEOPLE, 4)
    with published(nowhere(), Told(share, [few], people)) as connection:
        cells = connection.execute("select count(*) from portal.cell where numerator = 4").fetchall()
        assert cells[0][0] > 0
        found = attack(Release(connection))
        assert outside(truth_in(connection), found) == []
        assert exposed(found).clashing == 0


def test_ratios_of_true_numbers_are_found_out():
    """The attacker holds any denominator possible that may be shown as it is."""
    due = happened(2, {"A": 30, "B": 40, "C": 25, "D": 30, "E": 50, "F": 20}, YEARS)
    held = due.where(np.random.default_rng(2).random(len(due.key)) < 0.05)
    told = Told(IN_TIME, [held, due])
    true = (
        "(select value from truth as whole where whole.figure = 'first_interviews_due amount' and {})".format(
            " and ".join(
                f"whole.{name} = truth.{name}" for name in ("category", "period_kind", "period", "area")
            )
        )
    )
    made = true_numbers(
        "truth.figure = 'first_interviews_in_time amount'", f"round(100 * truth.value / {true}, 1)"
    )
    assert leak_of(told) == 0
    with published(nowhere(), told, months=YEARS, draft=made) as connection:
        found = attack(Release(connection))
        assert outside(truth_in(connection), found) == []
        assert leaked(exposed(found)) > 0


def test_one_figure_shown_as_two_numbers_is_found_out():
    """A year is the rolling year that ends with it."""
    apart = "update portal.cell set value = value + 5 where period_kind = 'year' and area = 'A' and category = 'female'"
    with published(nowhere(), Told(ENTRIES, [MANY]), months=YEARS, draft=apart) as connection:
        assert found_in(connection).clashing == 2


def test_a_region_of_one_municipality_must_not_be_rounded_by_itself():
    country = nowhere("code | level\nXX | country\nN | region\nA | municipality", "group | member\nN | A")
    alone = happened(1, {"A": 30}, YEARS)
    assert leak_of(Told(ENTRIES, [alone]), country) == 0
    apart = "update counted_cell set cell_key = hash(cell_key, area)"
    with published(country, Told(ENTRIES, [alone]), months=YEARS, counted=apart) as connection:
        assert found_in(connection).clashing > 0


def test_a_download_that_skips_protection_is_found_out(tmp_path: Path):
    with published(nowhere(), Told(ENTRIES, [MANY]), months=YEARS) as connection:
        asked = "from truth where category = 'female' and period_kind = 'month' and area = 'F'"
        file = tmp_path / "compare.csv"
        write_download(file, connection, asked)
        told = read_download(file)
        assert len(told) == YEARS
        assert leaked(found_in(connection, elsewhere=told)) > 0
        write_download(file, connection, asked.replace("truth", "portal.cell as cell"))
        assert leaked(found_in(connection, elsewhere=read_download(file))) == 0


def write_download(file: Path, connection: Connection, asked: str) -> None:
    """Write a file as the API does; where nothing is shown there is no number."""
    columns = "breakdown, category, area, period, value"
    rows = connection.execute(f"select {columns} {asked}").fetchall()
    lines = (
        (ENTRIES.id, "M", "month", breakdown, category, area, period, value, *[None] * 4, "", (), "official")
        for breakdown, category, area, period, value in rows
    )
    file.write_bytes(b"".join(to_csv(COLUMNS, lines)))


def test_totals_that_are_public_already_are_found_out():
    with published(nowhere(), Told(ENTRIES, [MANY]), months=YEARS) as connection:
        years = [row for row in truth_in(connection) if row[1:4] == ("all", "all", "rolling_year")]
        known = [Elsewhere(ENTRIES.id, *row[1:6], float(row[6]), exact=True) for row in years]
        found = attack(Release(connection, elsewhere=[one for one in known if one.area == "XX"]))
        assert outside(truth_in(connection), found) == []
        assert leaked(found_in(connection, elsewhere=[one for one in known if one.area == "XX"])) > 0


def test_late_records_of_one_cell_one_at_a_time_are_found_out():
    """Twelve records of E come late, one with each release; of its two others nobody could tell before."""
    one_by_one = Events(
        np.full(12, FIRST + 4),
        np.full(12, "E"),
        np.ones(12, bool),
        np.random.default_rng(6).integers(0, 2**64, 12, dtype=np.uint64),
    )
    releases = [before_they_came() + one_by_one.where(np.arange(12) < number) for number in range(13)]
    alone, together = kept([Told(ENTRIES, [events]) for events in releases])
    assert alone[0] == 0 < together[0]
    assert all(one <= other for one, other in zip(alone, together, strict=True))


def before_they_came() -> Events:
    """Events of a year; in its fifth month there are two in E."""
    events = happened(6, {"A": 30, "B": 40, "C": 25, "D": 30, "E": 9, "F": 40})
    of_may = np.flatnonzero((events.month == FIRST + 4) & (events.area == "E"))
    return events.where(~np.isin(np.arange(len(events.key)), of_may[2:]))


def test_figures_drawn_anew_each_night_are_found_out():
    """The records stay the same, so that nobody came late."""
    told = [Told(ENTRIES, [LIKE])] * 4
    assert kept(told) == ([0] * 4, [0] * 4)
    nights = [f"update counted_cell set cell_key = hash(cell_key, {night})" for night in range(4)]
    assert sum(kept(told, nights)[1]) > 100


def kept(told: Sequence[Told], counted: Sequence[str] = ()) -> tuple[list[int], list[int]]:
    """How many cells each release gives away alone, and how many together with the others."""
    with ExitStack() as drafts:
        releases = [
            Release(drafts.enter_context(published(nowhere(), one, counted=spoilt)))
            for one, spoilt in zip(told, counted or [""] * len(told), strict=True)
        ]
        alone = [attack(one) for one in releases]
        together = attack_releases(releases)
    return [leaked(exposed(one)) for one in alone], [leaked(exposed(one)) for one in together]
