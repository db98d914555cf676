"""The contracts of sources: what stands is right, and all that is wrong is told at once."""

from pathlib import Path

import pytest
import yaml

from etl.source import SOURCES, Hiding, Limits, Source, Sum, read_sources
from warehouse.country_files import read_country, read_labels
from warehouse.errors import UserError

ALL = read_sources()
FIGURES = [source for source in ALL if not source.person_level]
RECORDS = [source for source in ALL if source.person_level]
BAD = Path(__file__).parent / "bad_sources"


def named(name: str) -> Source:
    [source] = [source for source in ALL if source.name == name]
    return source


def faults(folder: Path) -> list[str]:
    with pytest.raises(UserError) as raised:
        read_sources(folder)
    title, *lines = str(raised.value).split("\n  ")
    assert title == "The contracts of sources have faults."
    return lines


def changed(folder: Path, name: str = "dst_other", **changes: object) -> Path:
    """AUK01's contract beside its other files, changed; a value of None takes the key away."""
    entry = yaml.safe_load((SOURCES / "dst_auk01" / "source.yml").read_text(encoding="utf-8"))
    entry |= changes
    own = folder / name
    own.mkdir(parents=True)
    kept = {key: value for key, value in entry.items() if value is not None}
    (own / "source.yml").write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")
    (own / "tidy.sql").write_text(
        (SOURCES / "dst_auk01" / "tidy.sql").read_text(encoding="utf-8"), encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("source", FIGURES, ids=lambda source: source.name)
def test_a_contract_names_levels_and_labels_of_its_country(source):
    country = read_country("dk" if source.country == "any" else source.country)
    levels = {level for total in source.limits.sums for level in (total.whole, *total.parts)}
    levels |= set(source.limits.complete_levels)
    assert levels <= country.levels.keys()
    assert source.area_labels is None or read_labels(source.country, source.area_labels)


@pytest.mark.parametrize("source", FIGURES, ids=lambda source: source.name)
def test_a_contract_says_where_every_part_of_a_figure_stands(source):
    assert sorted(column.holds for column in source.columns if column.holds) == ["area", "period", "value"]


def test_a_contract_is_read_with_its_defaults():
    source = named("dst_auk01")
    assert [column.name for column in source.columns if column.required] == [
        *("OMRÅDE", "YDELSESTYPE", "KØN", "ALDER", "TID", "INDHOLD")
    ]
    assert source.limits.quarantined_at_most == Limits().quarantined_at_most == 0.05
    assert source.limits.sums[0] == Sum("country", ("region", "residual"), 3)
    assert named("dst_folk1am").limits.sums[0].within == 0
    assert [measure.decimals for measure in named("nav_hl060").measures] == [0, 1]
    assert [measure.adds_over_areas for measure in named("nav_hl060").measures] == [True, False]
    assert [measure.hides for measure in named("nav_hl060").measures] == [Hiding(0, 3), None]
    assert [measure.partitions for measure in named("population").measures] == [("sex", "age")]


def test_what_is_published_of_a_source():
    facts = yaml.safe_load(named("nav_hl060").facts)
    assert facts["already_public"] is True
    assert facts["licence"]["name"] == "NLOD 2.0"
    assert facts["publisher"].keys() == {"en", "da"}
    assert "claims" not in facts


def test_all_faults_of_all_files_are_told_at_once():
    told = faults(BAD)
    assert {line.split("/")[0] for line in told} == {"many_faults", "no_yaml"}
    assert set(told) == {
        "no_yaml/source.yml: is not readable YAML",
        "many_faults/source.yml, column title.da: must be a text",
        "many_faults/source.yml, column title.xx: is a language that the vocabulary does not name",
        "many_faults/source.yml, column publisher: must be given in: en, da",
        "many_faults/source.yml, column licence.url: must be a link, https://…",
        "many_faults/source.yml, column rythm: is not a known key",
        "many_faults/source.yml, column rhythm: is missing",
        "many_faults/source.yml, column already_public: must be true or false",
        "many_faults/source.yml, column shape: must be one of: figures, records, totals",
        "many_faults/source.yml, column claims: must be a list",
        "many_faults/source.yml, column columns.TID.holds: must be one of: area, period, value",
        "many_faults/source.yml, column columns.KØN.labels.Total: must be a text",
        "many_faults/source.yml, column measures.Recipients: must be small letters, digits and _",
        "many_faults/source.yml, column measures.Recipients.adds_over_areas: is missing",
        "many_faults/source.yml, column measures.Recipients.decimals: must be a whole number from 0 to 4",
        "many_faults/source.yml, column measures.Recipients.breaks.1.period: must be a period",
        "many_faults/source.yml, column delimiter: must be one character",
        "many_faults/source.yml, column limits.quarantined_at_most: must be a number from 0 to 1",
        "many_faults/source.yml, column limits.sums.1: must have the keys: whole, parts, within",
    }


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("Dst-Other", {}, "column name of the folder: must be small letters, digits and _"),
        ("quarantine", {}, "column name of the folder: is already taken"),
        ("dst_other", {"person_level": True}, "column person_level: does not fit the shape figures"),
        ("dst_other", {"format": "workbook"}, "column format: workbook needs a clean.py beside it"),
        ("dst_other", {"columns": {"Line": None}}, "column columns.Line: is a name that is already taken"),
        ("dst_other", {"country": None}, "column country: is missing"),
    ],
)
def test_what_does_not_fit_together_is_a_fault(tmp_path, name, changes, expected):
    assert faults(changed(tmp_path, name, **changes)) == [f"{name}/source.yml, {expected}"]


def test_a_contract_without_sql_is_a_fault(tmp_path):
    (changed(tmp_path) / "dst_other" / "tidy.sql").unlink()
    assert faults(tmp_path) == ["dst_other/source.yml: needs a tidy.sql beside it"]


def test_a_measure_has_one_source_in_a_country(tmp_path):
    changed(tmp_path, "dst_one")
    changed(tmp_path, "dst_two")
    changed(tmp_path, "other_country", country="no")
    assert faults(tmp_path) == [
        "dst_two/source.yml, column measures.social_assistance_recipients: is already delivered by dst_one"
    ]
