"""The gate: what an attack on a draft finds is withdrawn, split by split, and what still tells too much is refused."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from indicators.disclosure import drafted, gate
from indicators.disclosure.attack import Release, attack
from indicators.disclosure.attack.exposure import may_be_small
from indicators.disclosure.attack.sample import Checked, Sample
from indicators.disclosure.gate import guard
from indicators.disclosure.repair import LAST_TURN, Split, repairs, widest, withdraw
from tests.support.attacked import ENTRIES, Told, found_in, nowhere, published
from tests.support.invented_events import happened
from warehouse.connection import Connection
from warehouse.errors import UserError

MONTHS = 24
FEW = happened(4, {"A": 3, "B": 4, "C": 2, "D": 3, "E": 5, "F": 1}, MONTHS)
FIGURE = "benefit_entries amount"
NOT_SPLIT = {"split_from": 0}
"""A protection that splits everything, so that much is given away."""


@contextmanager
def draft(**spoilt) -> Iterator[Connection]:
    """A draft beside what was counted, as the gate finds it."""
    with published(nowhere(), Told(ENTRIES, [FEW]), months=MONTHS, **spoilt) as connection:
        connection.execute(
            "insert into mart.counted "
            "select figure, breakdown, category, period_kind, period, area, value, 0, 0, 0 from truth"
        )
        yield connection


def statuses(connection: Connection, condition: str) -> set[str]:
    rows = connection.execute(f"select distinct status from portal.cell where {condition}").fetchall()
    return {status for (status,) in rows}


def test_a_draft_that_tells_nothing_passes_as_it_is():
    with draft() as connection:
        before = connection.execute("select * from portal.cell order by all").fetchall()
        verdict = guard(connection, str)
        assert connection.execute("select * from portal.cell order by all").fetchall() == before
        assert verdict.withdrawn == ()
        assert verdict.rounds == 0
        assert verdict.found[FIGURE] == found_in(connection)
        [(small,)] = connection.execute(
            "select count(*) from truth where value between 1 and 4 and period_kind <> 'year'"
        ).fetchall()
        assert verdict.true_small == small > 0


def test_what_tells_too_much_is_withdrawn_until_nothing_does():
    with draft(protection=NOT_SPLIT) as connection:
        before = found_in(connection)
        assert before.exactly + before.to_two > 0
        verdict = guard(connection, str)
        after = found_in(connection)
        assert (after.exactly, after.to_two, after.clashing) == (0, 0, 0)
        assert verdict.found[FIGURE] == after
        assert verdict.withdrawn
        assert verdict.rounds > 0
        for split in verdict.withdrawn:
            shown = f"area = '{split.area}' and breakdown = '{split.breakdown}' and period_kind = 'month'"
            assert statuses(connection, shown) <= {"withdrawn", "not_available"}


def test_three_values_are_repaired_too_where_they_are_left_of_more_than_one_small_cell_in_a_hundred(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(drafted, "LIMIT", 1.0)
    with draft(protection=NOT_SPLIT) as connection:
        lenient = guard(connection, str)
    monkeypatch.setattr(drafted, "LIMIT", 0.0)
    with draft(protection=NOT_SPLIT) as connection:
        strict = guard(connection, str)
    assert lenient.true_to_three > strict.true_to_three == 0
    assert len(strict.withdrawn) > len(lenient.withdrawn)


def exposing(monkeypatch: pytest.MonkeyPatch, *left: int) -> None:
    """Integer programming finds that so many values are left of a cell, once after the other."""
    turns = iter(left)

    def check(_, found):
        small = np.argwhere(may_be_small(found[0].bounds) & (found[0].bounds.grid.days < 32)[:, None, None])
        return [Checked(FIGURE, tuple(small[0].tolist()), 9, next(turns))]

    monkeypatch.setattr(drafted, "check_sample", check)


@pytest.mark.parametrize("left", [1, 2])
def test_what_a_sample_exposes_is_withdrawn_and_a_new_sample_taken(
    monkeypatch: pytest.MonkeyPatch, left: int
):
    exposing(monkeypatch, left, 3)
    with draft() as connection:
        verdict = guard(connection, str)
    assert {split.reason for split in verdict.withdrawn} == {left}
    assert verdict.rounds == 1
    assert verdict.sample == Sample(1, narrower=1, to_three=1)


def test_what_a_sample_exposes_again_and_again_is_refused(monkeypatch: pytest.MonkeyPatch):
    exposing(monkeypatch, *[2] * (gate.ROUNDS + 1))
    with draft() as connection, pytest.raises(UserError, match=f"still finds too much .* {FIGURE}"):
        guard(connection, str)


def test_a_sample_that_no_numbers_are_left_for_is_refused(monkeypatch: pytest.MonkeyPatch):
    exposing(monkeypatch, 0)
    with draft() as connection, pytest.raises(UserError, match="cannot be true together"):
        guard(connection, str)


def test_what_nothing_helps_against_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gate, "withdraw", lambda *_, **__: None)
    with (
        draft(protection=NOT_SPLIT) as connection,
        pytest.raises(UserError, match=f"still finds too much .* {FIGURE}"),
    ):
        guard(connection, str)


def test_what_is_withdrawn_already_leads_to_more(monkeypatch: pytest.MonkeyPatch):
    """Together with the releases before a split may be too narrow that was withdrawn for what the draft tells alone."""

    def splits(_, turn: int) -> set[Split]:
        return {Split(FIGURE, "A", "sex", 12 if turn else 1, 2)}

    monkeypatch.setattr(drafted.Draft, "_by_itself", lambda *_: set())
    monkeypatch.setattr(drafted.Draft, "_with_those_before", splits)
    with draft() as connection:
        month, year = splits(None, 0), splits(None, 1)
        assert drafted.Draft(Release(connection), None).repairs() == month
        assert drafted.Draft(Release(connection), None).repairs({one.key for one in month}) == year
        known = {one.key for one in month | year}
        assert drafted.Draft(Release(connection), None).repairs(known) == year  # there is no more


def test_a_draft_that_contradicts_itself_is_refused():
    odd = "update portal.cell set value = value + 50 where area = 'N' and breakdown = 'all'"
    with draft(draft=odd) as connection, pytest.raises(UserError, match="cannot be true together"):
        guard(connection, str)


def test_the_refusal_tells_no_area_and_no_figure(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gate, "withdraw", lambda *_, **__: None)
    with draft(protection=NOT_SPLIT) as connection, pytest.raises(UserError) as refused:
        guard(connection, str)
    assert not any(character.isdigit() for character in str(refused.value))


def test_a_split_goes_with_its_shorter_windows_and_its_pairs():
    with draft() as connection:
        release = Release(connection)
        withdraw(release, [Split(FIGURE, "A", "sex", 3, 2), Split(FIGURE, "N", "all", 1, 2)])
        assert statuses(connection, "area = 'A' and breakdown = 'sex' and period_kind = 'quarter'") == {
            "withdrawn"
        }
        assert "value" in statuses(connection, "area = 'A' and breakdown = 'sex' and period_kind = 'year'")
        assert "value" in statuses(connection, "area = 'A' and breakdown = 'all'")
        assert statuses(connection, "area = 'N' and period_kind = 'month'") == {"withdrawn"}
        assert "value" in statuses(connection, "area = 'B'")


def test_a_split_that_a_wider_one_holds_is_not_listed_beside_it():
    month, year = Split(FIGURE, "A", "sex", 1, 2), Split(FIGURE, "A", "sex", 12, 2)
    others = [Split(FIGURE, "A", "age", 1, 2), Split(FIGURE, "B", "sex", 3, 1)]
    assert widest([year, *others, month]) == sorted([year, *others])


def test_each_turn_withdraws_more():
    with draft(protection=NOT_SPLIT) as connection:
        release = Release(connection)
        [found] = attack(release)
        values = found.bounds.values()
        narrow = np.where(values <= 2, values, 0)
        turns = [
            {split[1:4] for split in repairs(release, found, narrow, turn)} for turn in range(LAST_TURN + 1)
        ]
        first, second = ({(area, breakdown) for area, breakdown, _ in turn} for turn in turns[:2])
        assert first < second
        assert {area for area, _ in second - first} <= {"N", "S"}
        assert {months for _, _, months in turns[1]} == {12}
        assert turns[2] == turns[1]
        with_country = {(area, breakdown) for area, breakdown, _ in turns[3]}
        assert {area for area, _ in with_country - second} == {"XX"}
        assert turns[4] == {(area, "all", 12) for area, _ in second}


def test_in_the_third_turn_figures_go_that_are_bound_to_the_one_that_tells_too_much(
    monkeypatch: pytest.MonkeyPatch,
):
    """What counts another part of the same may tell as much as the figure itself."""
    pairs = ((FIGURE, "whole amount"), ("part amount", "whole amount"), ("no part amount", "other amount"))
    monkeypatch.setattr(Release, "orders", pairs)
    with draft(protection=NOT_SPLIT) as connection:
        release = Release(connection)
        [found] = list(release.evidence())
        narrow = np.zeros(found.bounds.grid.shape)
        narrow[0, 0, 0] = 2
        figures = [{split.figure for split in repairs(release, found, narrow, turn)} for turn in range(3)]
    assert figures == [{FIGURE}, {FIGURE}, {FIGURE, "part amount", "whole amount"}]
