"""Data protection as a reader gets it, and as programs do."""

import json
import re
import shutil
from html import unescape
from pathlib import Path
from unittest.mock import Mock

import duckdb
import pytest
from flask.testing import FlaskClient

from dashboard.api.certificate import certificate
from dashboard.certificate import closed_kinds, figure_titles, total
from dashboard.components.frame import frame
from dashboard.pages import about_revision, protection
from dashboard.static_html import to_html
from dashboard.text.columns import column_title
from dashboard.text.translation import translate
from etl.source import read_sources
from indicators.catalogue import read_catalogue
from warehouse.provenance import FigureShown, Found
from warehouse.reading import Portal
from warehouse.vocabulary import vocabulary

TITLE = next(one.title["en"] for one in read_catalogue() if one.id == "recipients")
LANGUAGES = tuple(vocabulary().languages)


@pytest.fixture(scope="module")
def attacked(attacked_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """A release of which something was withdrawn."""
    file = shutil.copy(attacked_release, tmp_path_factory.mktemp("withdrawn") / "release.duckdb")
    with duckdb.connect(str(file)) as connection:
        for row in (
            ["benefit_days persons", "A", "sex", 1, 2],
            ["benefit_entries amount", "A", "origin.sex", 12, 1],
        ):
            connection.execute("insert into withdrawn_split values (?, ?, ?, ?, ?)", row)
        connection.execute(
            "update attacked_figure set cells = 123456, small = 2000, exactly = 0, to_two = 0, to_three = 30, "
            "clashing = 0 where figure = 'benefit_days persons'"
        )
        for name, told in (("checked", 16), ("narrower", 5), ("exactly", 0), ("to_two", 0), ("to_three", 2)):
            connection.execute(
                "update certificate set value = ? where key = ?", [str(told), f"sample_{name}"]
            )
        connection.execute(
            "update attacked_figure set cells = 1000, small = 1000, to_three = 0 where figure != 'benefit_days persons'"
        )
    return Portal(file)


def page(release: Portal, lang: str = "en") -> str:
    return unescape(to_html(protection._written(release, lang)))


def text(release: Portal, lang: str = "en") -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page(release, lang)).split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_of_the_contents_leads_somewhere(attacked: Portal, lang: str) -> None:
    found = page(attacked, lang)
    links = re.findall(r'href="#([a-z]+)"', found)
    assert {"delivered", "attack", "withdrawn", "again"} <= set(links)
    assert [name for name in links if f'id="{name}"' not in found] == []


def test_what_the_attack_found_is_told_figure_by_figure(attacked: Portal) -> None:
    said = text(attacked)
    assert "Known exactly: 0. Known to two values: 0. Known to three: 30 (1.0%) of the 3,000 figures" in said
    assert "that may be from 1 to 4." in said
    assert f"{TITLE} 123,456 2,000 0 0 30" in said
    assert "The publisher alone can tell how many truly are so small" in said
    assert "at most 1% of those that truly are so small to three" in said


def test_figures_of_one_name_are_told_apart_by_the_indicator_that_shows_them(
    attacked: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = [
        FigureShown("days", "activation_degree", "numerator"),
        FigureShown("people", "passive_share", "numerator"),
        FigureShown("people", "recipients", "numerator"),
        FigureShown("below", "activation_degree", "denominator"),
    ]
    titles = {"a": "In activation", "b": "In activation", "c": "Recipients"}
    known = {
        "activation_degree": Mock(title={"en": "Degree"}, numerator="a", denominator="c"),
        "passive_share": Mock(title={"en": "Share"}, numerator="b"),
        "recipients": Mock(title={"en": "All"}, numerator="b"),
    }
    monkeypatch.setitem(vars(attacked), "figures_shown", shown)
    monkeypatch.setattr("dashboard.certificate.catalogue", lambda _: known)
    monkeypatch.setattr("dashboard.certificate.measure_title", lambda _, measure, __: titles[measure])
    assert figure_titles.__wrapped__(attacked, "en") == {
        "days": "In activation – Degree",
        "people": "In activation – Share",
        "below": "Recipients",
    }


def test_rows_of_deliveries_are_said_to_speak_of_more_than_persons(attacked: Portal) -> None:
    assert "of one person, one employer, one vacancy or one notice of layoffs." in text(attacked)
    assert "én person, én arbejdsgiver, én ledig stilling eller ét varsel" in text(attacked, "da")


def test_what_the_sample_found_is_told(attacked: Portal) -> None:
    """The check of a few figures by integer programming, in words and to programs."""
    said = text(attacked)
    assert (
        "Checked: 16. Known more closely than the attack says: 5; of these exactly: 0, to two values: 0,"
        in said
    )
    assert "to three: 2." in said
    assert "Efterprøvet: 16. Kendt nøjere end angrebet siger: 5;" in text(attacked, "da")
    facts = certificate(attacked, "en")["facts"]
    assert [facts[f"sample_{name}"] for name in ("checked", "narrower", "to_three")] == [16, 5, 2]


def test_a_certificate_without_a_sample_says_nothing_of_one(attacked_release: Path, tmp_path: Path) -> None:
    assert "Checked:" in text(Portal(attacked_release))
    file = shutil.copy(attacked_release, tmp_path / "release.duckdb")
    with duckdb.connect(str(file)) as connection:
        connection.execute("delete from certificate where key like 'sample%'")
    assert "Checked:" not in text(Portal(file))


def test_what_was_withdrawn_is_told_in_words(attacked: Portal) -> None:
    said = text(attacked)
    assert f"{TITLE} A Sex Month Known to 2 values" in said
    assert "Month, Quarter, Year, Rolling year Known exactly" in said
    assert "Det var ikke nødvendigt" not in text(attacked, "da")


def test_nothing_withdrawn_is_said_so(attacked_release: Path) -> None:
    assert "Nothing had to be withdrawn from this release." in text(Portal(attacked_release))


def test_columns_rules_and_years_are_those_of_the_release(attacked: Portal) -> None:
    said = text(attacked)
    assert "pseudonym of the person, benefit, first day, last day, degree of the benefit" in said
    assert f"more than {attacked.country.retention_years} years ago" in said
    assert "Share shown from 50" in said
    assert f"openindsats attack portal-{attacked.release}.duckdb" in said
    assert attacked.meta["rounding_key"] in said
    assert "public key of invented figures" in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_of_records_of_persons_has_a_title(lang: str) -> None:
    columns = {column.name for source in read_sources() if source.person_level for column in source.columns}
    assert "person_id" in columns
    assert {name for name in columns if column_title(translate(lang), name) is None} == set()
    assert column_title(translate(lang), "shoe_size") is None


def test_a_release_without_records_of_persons_says_so(portal: Portal) -> None:
    said = text(portal)
    assert "Nothing in this release is counted from records of persons." in said
    assert "attack" not in re.findall(r'id="([a-z]+)"', page(portal))


@pytest.mark.usefixtures("portal")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_stands_in_the_navigation_and_in_the_footer(lang: str) -> None:
    links = re.findall(rf'href="(/{lang}/protection)"', unescape(to_html(frame(lang, protection, {}, ""))))
    assert len(links) >= 2


def test_programs_get_the_same(attacked: Portal) -> None:
    found = json.loads(json.dumps(certificate(attacked, "da")))
    assert found["total"] == total(attacked)._asdict() == Found(124_456, 3000, 0, 0, 30, 0)._asdict()
    assert found["facts"]["largest_small"] == 4
    assert found["facts"]["to_three_at_most"] == 0.01
    assert found["protection"]["split_from"] == 20
    assert found["rounding_key"] == attacked.meta["rounding_key"]
    [first, _] = found["figures"]
    assert (first["figure"], first["small"], first["title"]) == (
        "benefit_days persons",
        2000,
        figure_titles(attacked, "da")["benefit_days persons"],
    )
    assert found["withdrawn"][0] == {
        "figure": "benefit_days persons",
        "title": first["title"],
        "area": {"code": "A", "title": "A"},
        "breakdown": {"code": "sex", "title": "Køn"},
        "period_kinds": ["month"],
        "values_left": 2,
    }


def test_programs_are_told_when_there_are_no_persons(client: FlaskClient) -> None:
    answer = client.get("/api/v1/certificate")
    assert answer.status_code == 200
    assert (answer.json["total"], answer.json["figures"], answer.json["withdrawn"]) == (None, [], [])
    assert client.get("/api/v1/certificate?nothing=1").status_code == 400


def test_longer_windows_close_shorter_ones() -> None:
    assert closed_kinds(1) == ("month",)
    assert closed_kinds(3) == ("month", "quarter")
    assert set(closed_kinds(12)) == set(vocabulary().period_kinds)


@pytest.fixture(scope="module")
def rounded_anew(attacked_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """A release that was rounded with another key than the one before it."""
    file = shutil.copy(attacked_release, tmp_path_factory.mktemp("anew") / "release.duckdb")
    with duckdb.connect(str(file)) as connection:
        for fact in (
            ["rounded_anew_since", "2024-06-01-abcdef12"],
            ["former_rounding_keys", "0123abcd 4567cdef"],
        ):
            connection.execute("insert into meta values (?, ?)", fact)
    return Portal(file)


def test_that_the_key_is_another_is_told_on_both_pages_and_to_programs(rounded_anew: Portal) -> None:
    moved = " ".join(to_html(one) for one in about_revision.moved(translate("en"), rounded_anew))
    for said in (text(rounded_anew), unescape(moved)):
        assert "Release 2024-06-01-abcdef12, the one before, was rounded with another key." in said
        assert "may differ by 5 though nobody moved" in said
        assert "may be off by up to 8" in said
    assert "first release" not in moved
    assert "Fingerprints of former keys 0123abcd , 4567cdef Compare figures only between" in text(
        rounded_anew
    )
    found = certificate(rounded_anew, "en")
    assert found["former_rounding_keys"] == ["0123abcd", "4567cdef"]
    assert found["rounded_anew_since"] == "2024-06-01-abcdef12"


def test_where_the_key_is_the_same_nothing_is_told_of_another(attacked: Portal) -> None:
    assert "another key" not in text(attacked)
    assert "former keys" not in text(attacked)
    assert certificate(attacked, "en")["former_rounding_keys"] == []
