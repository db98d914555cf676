"""Groups of a breakdown side by side."""

from types import SimpleNamespace

import pytest

from dashboard.components.group_table import makes_the_whole

KNOWN = {
    "destination": SimpleNamespace(code="destination", parts=(), is_of_events=True),
    "sex": SimpleNamespace(code="sex", parts=(), is_of_events=False),
}


@pytest.mark.parametrize(
    ("by", "is_ratio", "expected"),
    [("destination", False, True), ("destination", True, False), ("sex", False, False)],
)
def test_amounts_of_events_make_the_whole_and_shares_do_not(by: str, is_ratio: bool, expected: bool) -> None:
    shown = SimpleNamespace(
        portal=SimpleNamespace(breakdowns=KNOWN),
        state=SimpleNamespace(by=by),
        figures=SimpleNamespace(is_ratio=is_ratio),
    )
    assert makes_the_whole(shown) is expected
