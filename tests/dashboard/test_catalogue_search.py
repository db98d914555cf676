"""Indicators are found by their words, and by words that come close when no others are found."""

import pytest

from dashboard.catalogue_search import comes_close, search, words_of
from dashboard.data import catalogue
from warehouse.area_search import fold

RATE, POPULATION = "social_assistance_per_1000", "population"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", True),
        ("  ", True),
        ("kontanthjælp", True),
        ("KONTANTHJAELP 1.000", True),
        ("ydelser auk01", True),
        ("zebra", False),
        ("ydelser zebra", False),
    ],
)
def test_every_word_must_stand_somewhere_in_the_definition(portal, wanted, found):
    assert words_of(portal, "da", RATE) == fold(words_of(portal, "da", RATE))
    assert (RATE in search(portal, "da", wanted).indicators) == found
    assert not found or search(portal, "da", wanted).exact


@pytest.mark.parametrize("typed", ["borgere", "residents"])
def test_everyday_words_that_no_title_has_lead_to_what_they_are_about(portal, typed):
    assert list(search(portal, "da", typed).indicators) == [POPULATION]


def test_all_are_found_while_nothing_is_wanted(portal):
    assert list(search(portal, "en", "").indicators) == list(catalogue(portal))


@pytest.mark.parametrize("typed", ["popluation", "populaton", "populattion", "Populatiom", "poplu"])
def test_a_slip_is_forgiven(portal, typed):
    found = search(portal, "en", typed)
    assert not found.exact
    assert POPULATION in found.indicators


def test_of_words_that_come_close_every_one_must_be_there(portal):
    assert RATE in search(portal, "en", "socail asistance").indicators
    assert search(portal, "en", "socail zebra") == ([], False)


@pytest.mark.parametrize(
    ("typed", "word", "close"),
    [
        ("kort", "kort", True),
        ("krot", "kort", True),  # two letters changed places
        ("kontant", "kontanthjalp", True),  # the beginning of a word
        ("kontamt", "kontanthjalp", True),
        ("kon", "kan", False),  # so short a word may be any other
        ("kontaktt", "kontakt", True),
        ("kansas", "kontant", False),
        ("arbejdsloshde", "arbejdsloshed", True),
        ("abrejdslohsed", "arbejdsloshed", True),  # a long word may have two slips
        ("abrejdlsohsed", "arbejdsloshed", False),
    ],
)
def test_what_comes_close_to_a_word(typed, word, close):
    assert comes_close(typed, word) == close
