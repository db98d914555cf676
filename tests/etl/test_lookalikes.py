"""Files that are nearly a source's are told what keeps them from it."""

import pytest

from etl.lookalikes import why_unclaimed
from etl.source import read_sources
from tests.support.statbank import write

AUK01 = "OMRÅDE;YDELSESTYPE;KØN;ALDER;TID;INDHOLD"
SPELLS = "person_id,scheme,start_on,last_day,degree"
OF_DENMARK = [source for source in read_sources() if source.serves("dk")]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        (
            "auk01_csv",
            AUK01.replace(";", ","),
            "has columns of dst_auk01 and is parted by commas instead of semicolons",
        ),
        ("figures_csv", AUK01, "has columns of dst_auk01 and is not named like *auk01*.csv"),
        (
            "ydelser_txt",
            SPELLS.replace(",", "\t"),
            (
                "has columns of benefit_spells and is parted by tabulators instead of commas and is not named like "
                "*benefit_spells*.csv or *benefit_spells*.parquet"
            ),
        ),
        (
            "my-auk01_csv",
            "AREA;BENEFIT;SEX;AGE;TIME;VALUE",
            f"is named like dst_auk01, whose columns are {AUK01}",
        ),
        ("note_txt", "hello", ""),
        ("empty_csv", "", ""),
        ("table_xlsx", AUK01, ""),
    ],
)
def test_what_keeps_a_file_from_being_a_sources_is_said(tmp_path, name: str, text: str, why: str):
    folder = write(tmp_path, **{name: text})
    [file] = folder.iterdir()
    assert why_unclaimed(file, OF_DENMARK) == why
