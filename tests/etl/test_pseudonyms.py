"""Pseudonyms, as agencies write them on their own side."""

import csv
import hashlib
import hmac
import re
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.pseudonyms import PseudonymReport, make_key, pseudonymise, read_key
from warehouse.errors import UserError

NUMBER = "0101011234"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A linkage key."""
    make_key(tmp_path / "linkage.key")
    return tmp_path / "linkage.key"


def expected(identifier: str, key: Path) -> str:
    secret = bytes.fromhex(key.read_text(encoding="ascii").strip())
    return hmac.new(secret, identifier.encode(), hashlib.sha256).hexdigest()[:32]


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def read(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter=delimiter))


def test_the_identifier_gives_way_to_its_keyed_hash(tmp_path, key):
    source = write(tmp_path / "in.csv", 'cpr,scheme,note\n0101011234,first,"a, ""b"""\n0202021234,,007\n')
    report = pseudonymise(source, tmp_path / "out.csv", ["cpr"], key)
    assert read(tmp_path / "out.csv") == [
        ["person_id", "scheme", "note"],
        [expected("0101011234", key), "first", 'a, "b"'],
        [expected("0202021234", key), "", "007"],
    ]
    assert report == PseudonymReport(rows=2, persons=2, empty=0, shortened=0)
    assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o600


def test_a_pseudonym_is_the_same_in_every_language_and_library(tmp_path):
    """Worked out with openssl dgst -sha256 -mac HMAC -macopt hexkey:00...01."""
    key = write(tmp_path / "fixed.key", "00" * 31 + "01")
    key.chmod(0o600)
    source = write(tmp_path / "in.csv", "cpr\n0101011234\n")
    pseudonymise(source, tmp_path / "out.csv", ["cpr"], key)
    assert read(tmp_path / "out.csv")[1] == ["07922531bfdf14f685e6d57cc25cb5ee"]


def test_blanks_around_it_and_the_hyphen_of_a_danish_number_do_not_matter(tmp_path, key):
    lines = ["cpr", "010101-1234", " 0101011234", "0101011234\t", "\u00a00101011234", "0101-011234", "ab-1"]
    source = write(tmp_path / "in.csv", "\n".join(lines) + "\n")
    report = pseudonymise(source, tmp_path / "out.csv", ["cpr"], key)
    found = [row[0] for row in read(tmp_path / "out.csv")[1:]]
    assert found[:4] == [expected("0101011234", key)] * 4
    assert found[4:] == [expected("0101-011234", key), expected("ab-1", key)]
    assert report.persons == 3


def test_an_empty_identifier_stays_empty_and_is_told(tmp_path, key):
    source = write(tmp_path / "in.csv", 'cpr,x\n,1\n"  ",2\n0101011234,3\n')
    report = pseudonymise(source, tmp_path / "out.csv", ["cpr"], key)
    assert [row[0] for row in read(tmp_path / "out.csv")[1:]] == ["", "", expected("0101011234", key)]
    assert report == PseudonymReport(rows=3, persons=1, empty=2, shortened=0)


def test_lost_leading_zeros_are_told(tmp_path, key):
    source = write(tmp_path / "in.csv", "cpr\n0101011234\n101011234\n1101011234\n")
    assert pseudonymise(source, tmp_path / "out.csv", ["cpr"], key).shortened == 1


def test_several_columns_and_another_delimiter(tmp_path, key):
    source = write(tmp_path / "in.csv", "x;cpr;partner\n1,5;0101011234;0202021234\n")
    report = pseudonymise(source, tmp_path / "out.csv", ["cpr", "partner"], key)
    assert read(tmp_path / "out.csv", ";") == [
        ["x", "person_id", "person_id_2"],
        ["1,5", expected("0101011234", key), expected("0202021234", key)],
    ]
    assert report == PseudonymReport(rows=1, persons=2, empty=0, shortened=0)


def test_the_column_of_employers_keeps_its_name(tmp_path, key):
    source = write(tmp_path / "in.csv", "employer_id,positions\n12345678,3\n")
    pseudonymise(source, tmp_path / "out.csv", ["employer_id"], key)
    assert read(tmp_path / "out.csv") == [["employer_id", "positions"], [expected("12345678", key), "3"]]


def test_parquet_keeps_the_types_of_the_other_columns(tmp_path, key):
    source, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    duckdb.sql(
        "select '010101-1234' as cpr, date '2024-01-31' as start_on, 50::smallint as degree"
    ).write_parquet(str(source))
    pseudonymise(source, out, ["cpr"], key)
    written = duckdb.read_parquet(str(out))
    assert written.columns == ["person_id", "start_on", "degree"]
    assert list(map(str, written.types)) == ["VARCHAR", "DATE", "SMALLINT"]
    assert written.fetchall()[0][0] == expected("0101011234", key)


def test_agencies_with_one_key_agree_and_with_another_they_do_not(tmp_path, key):
    make_key(tmp_path / "other.key")
    copy = tmp_path / "copy.key"
    copy.write_bytes(key.read_bytes().strip().upper() + b"\r\n")
    copy.chmod(0o600)
    source = write(tmp_path / "in.csv", f"cpr\n{NUMBER}\n")
    again = write(tmp_path / "again.csv", f"born,number\n1901,{NUMBER[:6]}-{NUMBER[6:]}\n")
    pseudonymise(source, tmp_path / "one.csv", ["cpr"], key)
    pseudonymise(again, tmp_path / "two.csv", ["number"], copy)
    pseudonymise(source, tmp_path / "three.csv", ["cpr"], tmp_path / "other.key")
    (one,), (_, two), (three,) = (read(tmp_path / f"{name}.csv")[1] for name in ("one", "two", "three"))
    assert one == two
    assert one != three


identifiers = st.lists(
    st.text(st.sampled_from('0123456789-ab ,;"Æ\t'), max_size=12), min_size=1, max_size=12
)  # fmt: skip


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(identifiers, st.sampled_from(",;\t"))
def test_every_row_comes_out_in_its_place(tmp_path_factory, drawn, delimiter):
    """Whatever is written as a table comes back, cell for cell."""
    folder = tmp_path_factory.mktemp("drawn")
    make_key(folder / "key")
    with (folder / "in.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=delimiter)
        rows.writerows([["a", "cpr", "b"], *(["x" + one, one, one] for one in drawn)])
    report = pseudonymise(folder / "in.csv", folder / "out.csv", ["cpr"], folder / "key")
    header, *found = read(folder / "out.csv", delimiter)
    assert header == ["a", "person_id", "b"]
    plain = [re.sub(r"^(\d{6})-(\d{4})$", r"\1\2", one.strip(" \t")) for one in drawn]
    assert found == [
        ["x" + one, expected(same, folder / "key") if same else "", one]
        for one, same in zip(drawn, plain, strict=True)
    ]
    assert (report.rows, report.persons) == (len(drawn), len(set(plain) - {""}))


def test_a_new_key_is_secret_long_and_never_the_same(tmp_path):
    for name in ("one", "two"):
        make_key(tmp_path / name)
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert len(read_key(tmp_path / "one")) == 32
    assert read_key(tmp_path / "one") != read_key(tmp_path / "two")
    with pytest.raises(UserError, match="never written over"):
        make_key(tmp_path / "one")


@pytest.mark.parametrize(
    ("content", "mode", "said"),
    [
        (None, 0o600, "cannot be read"),
        (b"0" * 64, 0o640, "Others may read"),
        (b"0" * 64, 0o604, "Others may read"),
        (b"0" * 62, 0o600, "too short"),
        (b"x" * 31, 0o600, "too short"),
        (b"", 0o600, "too short"),
    ],
)
def test_a_bad_key_is_refused(tmp_path, content, mode, said):
    path = tmp_path / "bad.key"
    if content is not None:
        path.write_bytes(content)
        path.chmod(mode)
    source = write(tmp_path / "in.csv", f"cpr\n{NUMBER}\n")
    with pytest.raises(UserError, match=said):
        pseudonymise(source, tmp_path / "out.csv", ["cpr"], path)
    assert not (tmp_path / "out.csv").exists()


def test_a_key_of_any_bytes_will_do(tmp_path):
    path = tmp_path / "raw.key"
    path.write_bytes(b"\xff" + b"x" * 31)
    path.chmod(0o600)
    assert read_key(path) == b"\xff" + b"x" * 31


@pytest.mark.parametrize(
    ("text", "columns", "said"),
    [
        (f"{NUMBER},1\n{NUMBER},2\n", ["cpr"], "does not name the columns"),
        (f"cpr,cpr\n{NUMBER},2\n", ["cpr"], "twice"),
        (f"cpr,person_id\n{NUMBER},2\n", ["cpr"], "pseudonyms already"),
        (f"cpr,x\n{NUMBER},2\n", ["cpr", "cpr"], "asked for once"),
        (f"cpr,x\n{NUMBER},2\n{NUMBER}\n", ["cpr"], "could not be written anew"),
        (f"cpr,x\n{NUMBER},2\n{NUMBER},1,2\n", ["cpr"], "could not be written anew"),
        (f'cpr,x\n{NUMBER},"2\n', ["cpr"], "could not be written anew"),
        ("", ["cpr"], "does not name the columns"),
    ],
)
def test_a_bad_file_is_refused_and_nothing_is_told_of_it(tmp_path, key, text, columns, said):
    source = write(tmp_path / "in.csv", text)
    with pytest.raises(UserError, match=said) as refusal:
        pseudonymise(source, tmp_path / "out.csv", columns, key)
    assert NUMBER not in str(refusal.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "linkage.key"]


def test_a_file_that_is_no_text_is_refused(tmp_path, key):
    (tmp_path / "in.csv").write_bytes("cpr,name\n0101011234,Åge\n".encode("cp1252"))
    (tmp_path / "in.parquet").write_bytes(b"cpr")
    for suffix in ("csv", "parquet"):
        with pytest.raises(UserError, match="could not be written anew"):
            pseudonymise(tmp_path / f"in.{suffix}", tmp_path / f"out.{suffix}", ["cpr"], key)


def test_a_number_is_no_identifier(tmp_path, key):
    duckdb.sql("select 101011234 as cpr").write_parquet(str(tmp_path / "in.parquet"))
    with pytest.raises(UserError, match="must be text"):
        pseudonymise(tmp_path / "in.parquet", tmp_path / "out.parquet", ["cpr"], key)


def test_nothing_is_written_over(tmp_path, key):
    source = write(tmp_path / "in.csv", f"cpr\n{NUMBER}\n")
    out = write(tmp_path / "out.csv", "mine")
    with pytest.raises(UserError, match="is not written over"):
        pseudonymise(source, out, ["cpr"], key)
    with pytest.raises(UserError, match="is not written over"):
        pseudonymise(source, source, ["cpr"], key)
    assert (out.read_text(encoding="utf-8"), source.read_text(encoding="utf-8")) == (
        "mine",
        f"cpr\n{NUMBER}\n",
    )
