"""Which file belongs to which source, and when two deliveries are the same."""

from datetime import date
from pathlib import Path

import pytest

from etl.deliveries import Delivery, Found, find_deliveries
from etl.manifest import Covers, Manifest, check_files, read_manifest
from etl.source import read_sources
from tests.support.contracts import small_source
from tests.support.statbank import AUK01, FOLK1AM, write
from warehouse.errors import DeliveryRefused, UserError

DANISH = [source for source in read_sources() if source.serves("dk")]


def found_in(folder: Path) -> Found:
    return find_deliveries(folder, DANISH)


def claimed(folder: Path) -> dict[str, list[str]]:
    return {one.source.name: [file.name for file in one.files] for one in found_in(folder).deliveries}


def the_delivery(folder: Path) -> Delivery:
    [delivery] = found_in(folder).deliveries
    return delivery


def test_files_are_claimed_by_name_and_header_in_all_folders(tmp_path):
    write(tmp_path, **{"My-AUK01-2024_CSV": AUK01, "folk1am_csv": FOLK1AM})
    write(tmp_path / "deep" / "er", **{"auk01 more_csv": AUK01, "note_txt": "hello"})
    assert claimed(tmp_path) == {
        "dst_auk01": ["My-AUK01-2024.CSV", "deep/er/auk01 more.csv"],
        "dst_folk1am": ["folk1am.csv"],
    }
    assert [path.relative_to(tmp_path).as_posix() for path in found_in(tmp_path).unclaimed] == [
        "deep/er/note.txt"
    ]


@pytest.mark.parametrize(
    "header",
    [
        "OMRÅDE;YDELSESTYPE;KØN;ALDER;TID",
        "TID;OMRÅDE;INDHOLD",
        '"OMRÅDE";"YDELSESTYPE";"KØN";"X"',
        "",
    ],
    ids=["one column missing", "half of them, in another order", "in quotes", "an empty file"],
)
def test_a_table_that_is_nearly_right_is_claimed_and_can_then_be_refused(tmp_path, header):
    write(tmp_path, auk01_csv=header)
    assert claimed(tmp_path) == {"dst_auk01": ["auk01.csv"]}


def test_a_nearly_right_table_in_windows_letters_is_claimed_too(tmp_path):
    write(tmp_path, auk01_csv=AUK01.encode("cp1252"))
    assert claimed(tmp_path) == {"dst_auk01": ["auk01.csv"]}


@pytest.mark.parametrize(
    "header", ["level,kommunekode,area,quarter,value", "OMRÅDE;TID", "OMRÅDE,KØN,ALDER,TID"]
)
def test_another_table_of_that_name_is_left_alone(tmp_path, header):
    write(tmp_path, auk01_csv=header)
    assert claimed(tmp_path) == {}


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("benefit_spells_2026_csv", "benefit_spells"),
        ("2026 cases_csv", "cases"),
        ("population-1_csv", "population"),
    ],
)
def test_a_file_named_like_a_source_of_this_portal_is_claimed_whatever_its_columns(tmp_path, file, source):
    write(tmp_path, **{file: "pseudonym;scheme_code;from;to"})
    assert claimed(tmp_path) == {source: [file.replace("_csv", ".csv")]}


def test_where_the_header_tells_whose_a_file_is_its_name_does_not_count(tmp_path):
    write(tmp_path, population_folk1am_csv=FOLK1AM, factor_population_csv="area,persons_per_km2")
    assert claimed(tmp_path) == {"dst_folk1am": ["population_folk1am.csv"]}


def test_hidden_files_and_the_manifest_are_passed_over(tmp_path):
    write(tmp_path, **{".auk01_csv": AUK01, "~$auk01_csv": AUK01, "manifest_yml": "kind: official"})
    write(tmp_path / ".git", auk01_csv=AUK01)
    assert found_in(tmp_path) == Found((), ())


def test_a_file_that_two_sources_claim_is_refused(tmp_path):
    write(tmp_path, small_csv="area;value\n")
    sources = [small_source(tmp_path), small_source(tmp_path, name="twin_table")]
    with pytest.raises(DeliveryRefused, match=r"small\.csv: is claimed by more than one source") as refused:
        find_deliveries(tmp_path, sources)
    assert refused.value.faults[0].detail == "small_table, twin_table"


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(UserError, match="There is no folder"):
        found_in(tmp_path / "nowhere")


def test_a_delivery_is_known_by_its_contents_and_not_by_names(tmp_path):
    first = the_delivery(write(tmp_path / "a", auk01_csv=AUK01 + "\n1", auk01b_csv=AUK01 + "\n2"))
    renamed = the_delivery(write(tmp_path / "b", auk01z_csv=AUK01 + "\n1", auk01_csv=AUK01 + "\n2"))
    other = the_delivery(write(tmp_path / "c", auk01_csv=AUK01 + "\n1", auk01b_csv=AUK01 + "\n3"))
    assert first.id == renamed.id != other.id
    assert len(first.id) == 16


def test_the_same_bytes_of_another_source_are_another_delivery(tmp_path):
    write(tmp_path, small_csv="area;value\n")
    [one] = find_deliveries(tmp_path, [small_source(tmp_path)]).deliveries
    [two] = find_deliveries(tmp_path, [small_source(tmp_path, name="twin_table")]).deliveries
    assert one.id != two.id


def test_what_holds_without_a_manifest(tmp_path):
    assert read_manifest(tmp_path) == Manifest(kind="official", as_of=None)


def test_a_manifest_is_read(tmp_path):
    write(tmp_path, manifest_yml="kind: synthetic\nas_of: 2024-12-31\nnote: Invented.\n")
    assert read_manifest(tmp_path) == Manifest("synthetic", date(2024, 12, 31), "Invented.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind: [", ["manifest.yml: is not readable YAML"]),
        ("", ["manifest.yml: must have the keys: kind, as_of, covers, note, files"]),
        (
            "kind: real\nas_of: '2024'\nrows: 3\n",
            [
                "manifest.yml, column as_of: must be a date, written 2027-01-31",
                "manifest.yml, column kind: must be one of: official, synthetic",
                "manifest.yml, column rows: is not a known key",
            ],
        ),
        (
            "covers: {from: 2024-01-01, until: 2024-12-31}",
            [
                "manifest.yml, column covers.to: is missing",
                "manifest.yml, column covers.until: is not a known key",
            ],
        ),
        (
            "covers: {from: 2024-02-01, to: 2024-01-31}",
            ["manifest.yml, column covers: must not end before it starts"],
        ),
        (
            "as_of: 2024-06-30\ncovers: {from: 2024-02-01, to: 2024-07-01}",
            ["manifest.yml, column covers: must not go on after as_of"],
        ),
        ("files: {a.csv: abc}", ["manifest.yml, column files.a.csv: must be a SHA-256 checksum"]),
    ],
)
def test_a_faulty_manifest_is_refused(tmp_path, text, expected):
    write(tmp_path, manifest_yml=text)
    with pytest.raises(DeliveryRefused) as refused:
        read_manifest(tmp_path)
    assert sorted(map(str, refused.value.faults)) == expected


def test_the_days_that_records_cover_are_read(tmp_path):
    write(tmp_path, manifest_yml="covers: {from: 2021-11-01, to: 2026-09-30}")
    assert read_manifest(tmp_path).covers == Covers(date(2021, 11, 1), date(2026, 9, 30))


def test_checksums_of_the_manifest_are_held_against_the_files(tmp_path):
    files = the_delivery(write(tmp_path, auk01_csv=AUK01, auk01b_csv=AUK01 + "\n")).files
    right = {file.name: file.sha256.upper() for file in files}
    assert check_files(Manifest(files=right), files) == []
    assert check_files(Manifest(), files) == []
    wrong = {"auk01.csv": "0" * 64, "lost.csv": "0" * 64}
    assert sorted(map(str, check_files(Manifest(files=wrong), files))) == [
        "auk01.csv: does not have the checksum that the manifest states",
        "auk01b.csv: is not in the manifest",
        "lost.csv: is in the manifest and not in the folder",
    ]
