"""What a map colours alike, worked by hand; the colours themselves can be read."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.shades import quantile_classes, shade_of, shades_from_low, shades_from_zero

D = Decimal
ASSETS = Path("dashboard/assets")


def numbers(*values: int) -> list[D]:
    return [D(value) for value in values]


def test_classes_hold_about_a_fifth_each_and_never_part_equal_figures() -> None:
    assert quantile_classes(numbers(*range(1, 11))) == [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)]
    assert quantile_classes(numbers(1, 1, 1, 1, 1, 1, 1, 1, 2, 9)) == [(1, 1), (2, 9)]
    assert quantile_classes(numbers(4)) == [(4, 4)]
    assert quantile_classes([]) == []


@pytest.mark.parametrize(("many", "places"), [(1, [0]), (2, [0, 4]), (3, [0, 2, 4]), (5, [0, 1, 2, 3, 4])])
def test_fewer_classes_keep_to_the_ends_of_the_scale(many: int, places: list[int]) -> None:
    assert [shade.place for shade in shades_from_low(numbers(*range(many)))] == places


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        # Distances from zero 1 2 4 6 15 20: the third is the median, what is farther has a strong colour.
        ((-20, -4, -1, 0, 0, 2, 6, 15), {0: (-20, -20), 1: (-4, -1), 2: (0, 0), 3: (2, 2), 4: (6, 15)}),
        # Nothing far below zero, and nothing near above it: a colour of each side means the same distance.
        ((-2, -1, 9, 10), {1: (-2, -1), 4: (9, 10)}),
        ((-3, 3), {1: (-3, -3), 3: (3, 3)}),
    ],
)
def test_colours_part_at_zero_and_say_how_far_from_it(
    values: tuple[int, ...], classes: dict[int, tuple[int, int]]
) -> None:
    found = shades_from_zero(numbers(*reversed(values)))
    assert {shade.place: shade[:2] for shade in found} == classes
    assert [shade.place for shade in found] == sorted(classes)
    assert {shade.look for shade in found} == {f"signed-{place}" for place in classes}


@given(
    st.lists(st.integers(-6, 6).map(D), min_size=1, max_size=30),
    st.sampled_from([shades_from_low, shades_from_zero]),
)
def test_every_figure_is_in_exactly_one_class_which_is_told_of_it(values: list[D], shades_of) -> None:
    values = [*values, D(-1), D(2)]
    shades = shades_of(values)
    assert len(shades) == len({shade.place for shade in shades}) <= 5
    assert shades == sorted(shades)
    for value in values:
        assert [shade for shade in shades if shade.low <= value <= shade.high] == [shade_of(value, shades)]
    if shades_of is shades_from_zero:
        assert all(shade.low * shade.high > 0 or shade.low == shade.high == 0 for shade in shades)


def luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def themes() -> dict[str, dict[str, str]]:
    """The colours of the light and the dark theme and of print, by name."""
    light, dark = re.split(r"\[data-mantine", (ASSETS / "10-tokens.css").read_text(), maxsplit=1)
    parts = {"light": light, "dark": dark, "print": (ASSETS / "90-print.css").read_text()}
    return {name: dict(re.findall(r"--([\w-]+): (#\w{6});", text)) for name, text in parts.items()}


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("scale", ["class", "signed"])
def test_text_on_every_colour_of_the_map_can_be_read(theme: str, scale: str) -> None:
    colours = themes()[theme]
    for place in range(5):
        pair = [luminance(colours[f"{name}{scale}-{place}"]) + 0.05 for name in ("", "on-")]
        assert max(pair) / min(pair) >= 4.5, (theme, scale, place)
