"""What moved since the release before, as a reader gets it."""

import re
import shutil
from html import unescape
from pathlib import Path

import duckdb
import pytest

from dashboard.pages.about_revision import moved
from dashboard.static_html import to_html
from dashboard.text.translation import translate
from warehouse.reading import Portal


@pytest.fixture(scope="module")
def compared(attacked_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """A release that was compared with the one before: four figures in both, one moved, others in one alone."""
    file = shutil.copy(attacked_release, tmp_path_factory.mktemp("compared") / "release.duckdb")
    facts = [["compared_with", "2024-06-01-abcdef12"], ["hidden_since", "1"], ["shown_since", "1234"]]
    with duckdb.connect(str(file)) as connection:
        connection.executemany("insert into meta values (?, ?)", facts)
        connection.execute(
            "insert into revision select indicator, 'month', 4, 1, 15 from indicator order by place limit 1"
        )
    return Portal(file)


def said(release: Portal, lang: str) -> str:
    html = " ".join(to_html(one) for one in moved(translate(lang), release))
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_what_one_release_alone_shows_is_told_beside_what_moved(compared: Portal) -> None:
    told = said(compared, "en")
    assert (
        "only figures that both releases show are compared. 1 figure that it showed is not shown now." in told
    )
    assert "1,234 figures that it did not show are shown now. 25.0% of 4 figures moved." in told
    assert "1 tal som den viste, vises ikke nu. 1.234 tal som den ikke viste, vises nu." in said(
        compared, "da"
    )


def test_where_both_show_the_same_cells_nothing_is_told_of_others(attacked_release: Path) -> None:
    told = said(Portal(attacked_release), "en")
    assert "shown now" not in told
