"""Names in the order of an alphabet."""

from dashboard.text.collation import name_order

NAMES = ["Århus", "Aabenraa", "Ærø", "Zealand", "Albertslund", "Øster"]


def in_order(lang: str) -> list[str]:
    return sorted(NAMES, key=lambda name: name_order(name, lang))


def test_danish_letters_come_after_z_and_double_a_is_one_of_them() -> None:
    assert in_order("da") == ["Albertslund", "Zealand", "Ærø", "Øster", "Aabenraa", "Århus"]


def test_english_readers_find_accented_letters_among_the_plain_ones() -> None:
    assert in_order("en") == ["Aabenraa", "Ærø", "Albertslund", "Århus", "Øster", "Zealand"]
