"""People, pseudonyms, spells and work of a few municipalities."""

import hashlib
import hmac
from datetime import date

import numpy as np
import pytest

from etl.synthetic.arrays import FOREVER, drawn_through, in_order, months_of, without_repeats
from etl.synthetic.beside import work_beside
from etl.synthetic.chunks import Chunk
from etl.synthetic.clocks import make_clocks
from etl.synthetic.people import draw_people
from etl.synthetic.places import draw_places
from etl.synthetic.registrations import registration_rows
from etl.synthetic.settings import read_settings
from etl.synthetic.spells import live_spells
from etl.synthetic.store import pseudonyms
from etl.synthetic.work import draw_jobs


@pytest.fixture(scope="module")
def chunk():
    settings = read_settings("dk", 100_000, 36, 3)
    rng = np.random.default_rng(3)
    places = draw_places(settings, rng)
    return Chunk(settings, places, draw_people(settings, places, [0, 1, 2, 3], 1, rng), rng)


@pytest.fixture(scope="module")
def spells(chunk):
    return live_spells(chunk, make_clocks(chunk.settings))


def test_pseudonyms_are_the_codes_of_the_linkage_key():
    expected = hmac.new(b"key", b"12", hashlib.sha256).hexdigest()[:32]
    assert next(iter(pseudonyms([12, 13], "key"))) == expected
    assert len(set(pseudonyms(range(1000), "key"))) == 1000


def test_numbers_run_on(chunk):
    assert chunk.people.number.tolist() == list(range(1, len(chunk.people) + 1))


def test_a_person_lives_where_the_last_move_led(chunk):
    moved = np.flatnonzero(chunk.people.moves[:, 0] < FOREVER)[:1]
    on = chunk.people.moves[moved, 0]
    assert chunk.people.area_on(moved, on - 1) == chunk.people.areas[moved, 0]
    assert chunk.people.area_on(moved, on) == chunk.people.areas[moved, 1]


def test_spells_stand_in_order_and_last_a_day_at_least(spells):
    assert (spells["end"] > spells["start"]).all()
    same = spells["who"][1:] == spells["who"][:-1]
    assert (spells["start"][1:] > spells["start"][:-1])[same].all()
    assert (np.diff(spells["who"]) >= 0).all()


def test_nobody_begins_a_benefit_before_arriving_or_after_leaving(chunk, spells):
    people, who = chunk.people, spells["who"]
    assert (spells["start"] >= people.arrives[who]).all()
    assert (spells["start"] < people.leaves[who]).all()
    assert (spells["end"] <= people.leaves[who]).all()


def test_a_new_benefit_begins_while_another_runs_only_where_one_follows_the_other(spells):
    same = spells["who"][1:] == spells["who"][:-1]
    early = same & (spells["start"][1:] <= spells["end"][:-1])
    assert not spells["exits"][:-1][early].any()
    assert early.any()


@pytest.mark.parametrize(
    ("scheme", "youngest", "oldest"), [("education_assistance", 18, 29), ("unemployment_benefit", 18, 65)]
)
def test_schemes_are_for_their_ages(chunk, spells, scheme, youngest, oldest):
    mine = spells["scheme"] == chunk.settings.schemes.index(scheme)
    ages = chunk.people.age_on(spells["who"][mine], spells["start"][mine])
    assert youngest <= ages.min()
    assert ages.max() <= oldest


def test_the_right_to_unemployment_benefit_is_used_up_after_two_years(chunk, spells):
    mine = spells["scheme"] == chunk.settings.schemes.index("unemployment_benefit")
    assert (spells["end"] - spells["start"])[mine].max() == 104 * 7


def test_months_are_counted_from_the_year_0():
    days = np.array(["2026-03-31", "2026-04-01"], dtype="datetime64[D]").astype(np.int64)
    assert months_of(days).tolist() == [2026 * 12 + 2, 2026 * 12 + 3]


def test_of_rows_with_the_same_keys_the_first_is_kept():
    rows = {"who": np.array([2, 1, 2, 2]), "start": np.array([5, 5, 5, 6]), "degree": np.array([1, 2, 3, 4])}
    assert without_repeats(rows, "who", "start")["degree"].tolist() == [1, 2, 4]


def test_several_keys_sort_as_one_number():
    rng = np.random.default_rng(3)
    keys = [rng.integers(-4, 4, 200), rng.integers(0, 3, 200), rng.integers(1000, 1005, 200)]
    numbers = in_order(*keys)
    assert (np.argsort(numbers, kind="stable") == np.lexsort(keys[::-1])).all()
    assert in_order(np.zeros(0, dtype=np.int64)).tolist() == []


def test_keys_that_make_too_large_a_number_are_refused():
    wide = np.array([0, 2**40])
    with pytest.raises(OverflowError, match="too wide ranges"):
        in_order(wide, wide)


def test_a_value_is_drawn_through_days_and_stays_before_and_after_them():
    points = {date(2026, 1, 1): 0.0, date(2026, 1, 11): 1.0}
    days = np.array(["2025-12-01", "2026-01-01", "2026-01-06", "2026-03-01"], dtype="datetime64[D]").astype(
        np.int64
    )
    assert drawn_through(points, days).tolist() == [0, 0, 0.5, 1]


def test_the_same_share_has_work_beside_a_benefit_on_any_of_its_days(chunk):
    """People enough with one spell each: on its first day as many have work as on its hundredth."""
    first, count = chunk.settings.first_day, 20_000
    scheme = chunk.settings.schemes.index("unemployment_benefit")
    spells = {
        "who": np.arange(count),
        "scheme": np.full(count, scheme),
        "start": np.full(count, first),
        "end": np.full(count, first + 200),
    }
    work = work_beside(chunk, spells, np.zeros(count))
    share = chunk.settings.work["beside"]["share"]["unemployment_benefit"]
    for day in (first, first + 100, first + 199):
        at_work = np.unique(work["who"][(work["start"] <= day) & (work["end"] > day)])
        assert len(at_work) / count == pytest.approx(share, abs=0.01)
    assert (work["end"] <= first + 200).all()


def test_a_registration_ends_when_work_begins(chunk, spells):
    jobs = draw_jobs(chunk, spells)
    registered = np.ones(len(spells["who"]), dtype=np.bool_)
    rows = registration_rows(chunk, spells, registered, jobs)
    at_work = np.zeros(len(chunk.people), dtype=np.int64)
    at_work[spells["who"][jobs.spell]] = jobs.start
    one_spell = np.bincount(spells["who"], minlength=len(chunk.people)) == 1
    mine = one_spell[rows["who"]] & (at_work[rows["who"]] > 0)
    assert mine.any()
    assert (rows["end"] <= at_work[rows["who"]])[mine].all()
