"""Every text of the code can be read in every language."""

from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from dashboard.text.translation import translate
from tests.dashboard.messages import DASHBOARD, messages_of, used_messages
from warehouse.vocabulary import vocabulary

CATALOGUES = sorted((DASHBOARD / "text").glob("*.po"))


def catalogue_of(file: Path) -> Catalog:
    with file.open("rb") as lines:
        return read_po(lines, locale=file.stem, abort_invalid=True)


def texts_of(message: Message) -> tuple[list[str], list[str]]:
    """The English and the translated forms of a message."""
    if isinstance(message.id, str):
        return [message.id], [message.string]
    return list(message.id), list(message.string)


def blanks_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_language_but_english_has_a_catalogue() -> None:
    assert {file.stem for file in CATALOGUES} == set(vocabulary().languages) - {"en"}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_every_message_is_translated_and_none_is_left_over(file: Path) -> None:
    known = {text for message in catalogue_of(file) if message.id for text in texts_of(message)[0]}
    used = used_messages()
    assert {message: place for message, place in used.items() if message not in known} == {}
    assert known - used.keys() == set()


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_translations_fill_the_same_blanks(file: Path) -> None:
    for message in catalogue_of(file):
        asked, given = texts_of(message)
        assert all(given)
        assert {name for text in given for name in blanks_of(text)} <= {
            name for text in asked for name in blanks_of(text)
        }
        assert isinstance(message.id, tuple) or blanks_of(given[0]) == blanks_of(asked[0])


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_no_message_stands_twice(file: Path) -> None:
    ids = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("msgid ")]
    assert sorted(ids) == sorted(set(ids))


def test_messages_are_found_and_ones_that_are_put_together_are_refused() -> None:
    source = 'TITLE = "A"\nt("B", x=1)\nshown.t.plural("C", "D", 2)\ntranslate(lang)("E")\nlast("F")'
    assert messages_of(source) == {"A", "B", "C", "D", "E"}
    with pytest.raises(ValueError, match="no literal"):
        messages_of("t(f'{a}')")


def test_blanks_and_plurals_are_filled_in() -> None:
    assert translate("en").plural("{number} area", "{number} areas", 1) == "1 area"
    assert translate("da").plural("{number} area", "{number} areas", 3) == "3 områder"
    assert translate("da")("Figures as of {day}", day="i dag") == "Tal pr. i dag"
    assert translate("en")("Figures as of {day}", day="{0}") == "Figures as of {0}"


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("500 kr.", "Up to 500 kr. So 500 kr., then 500 kr."),
        ("500 DKK", "Up to 500 DKK. So 500 DKK, then 500 DKK."),
    ],
)
def test_a_word_that_ends_in_a_dot_closes_a_sentence_with_it(amount: str, said: str) -> None:
    assert translate("en")("Up to {most}. So {most}, then {most}.", most=amount) == said
    one = translate("en").plural("{number} of {most}.", "{number} of {most}.", 2, most=amount)
    assert one == f"2 of {amount.removesuffix('.')}."


def test_dots_that_belong_together_stay() -> None:
    assert translate("en")("No “{id}” …", id="a..b.") == "No “a..b.” …"
