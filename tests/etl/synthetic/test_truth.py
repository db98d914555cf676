"""What stands in the truth is what the records were drawn from."""

import csv
from math import log

import pytest

pytestmark = pytest.mark.slow  # draws whole demo countries


@pytest.fixture(scope="session")
def truth(demo):
    with (demo / "truth" / "municipalities.csv").open(encoding="utf-8") as file:
        return {row["area"]: row for row in csv.DictReader(file)}


def weighted_correlation(country, question):
    """Of pairs (x, y, weight)."""
    rows = [row for row in country.execute(question).fetchall() if row[2]]
    total = sum(weight for *_, weight in rows)
    mean_x, mean_y = (sum(row[place] * row[2] for row in rows) / total for place in (0, 1))
    xx, yy, xy = (
        sum(weight * (x - mean_x) ** first * (y - mean_y) ** second for x, y, weight in rows)
        for first, second in ((2, 0), (0, 2), (1, 1))
    )
    return xy / (xx * yy) ** 0.5


def test_effects_are_drawn_around_the_average(truth):
    assert len(truth) == 98
    logs = [log(float(row["exits"])) for row in truth.values()]
    assert sum(logs) == pytest.approx(0, abs=1e-3)
    assert (sum(one * one for one in logs) / 98) ** 0.5 == pytest.approx(0.11, abs=1e-3)
    assert all(0.4 < float(row["first_interview_in_time"]) < 0.98 for row in truth.values())


def test_interviews_are_in_time_where_the_truth_says_so(country):
    assert (
        weighted_correlation(
            country,
            """
            select any_value(truth.first_interview_in_time), avg(if(interview.in_time, 1, 0)), count(*)
            from first_interview as interview
            inner join lives on interview.person_id = lives.person_id
                and lives.valid_from <= interview.due_on and lives.until > interview.due_on
            inner join truth on lives.area = truth.area
            where not interview.exempt
            group by truth.area
            """,
        )
        > 0.85
    )


def test_benefits_end_faster_where_the_truth_says_so(country):
    """Ends a day on benefit, in the municipality where the spell began."""
    assert (
        weighted_correlation(
            country,
            """
            select any_value(truth.exits), count(spell.last_day) / sum(spell.end_on - spell.start_on),
                sum(spell.end_on - spell.start_on)
            from spell
            inner join lives on spell.person_id = lives.person_id
                and lives.valid_from <= spell.start_on and lives.until > spell.start_on
            inner join truth on lives.area = truth.area
            where spell.start_on >= '2022-11-01'
            group by truth.area
            """,
        )
        > 0.4
    )


def test_the_hidden_factor_of_clients_is_above_that_of_everybody(truth):
    """It makes people clients, so among clients its mean lies above what was drawn of the place."""
    clients = sum(int(row["clients"]) for row in truth.values())
    mean = sum(int(row["clients"]) * float(row["hidden_mean"]) for row in truth.values()) / clients
    assert 0.3 < mean < 1
    assert {"hidden_mean", "hidden_deviation", "hidden_drawn"} <= truth["101"].keys()


def test_no_record_shows_the_truth(country, demo):
    columns = {
        column
        for file in sorted(demo.glob("[12]/*.parquet"))
        for [column, *_] in country.execute("describe from read_parquet(?)", [str(file)]).fetchall()
    }
    assert not [column for column in columns if "hidden" in column or "effect" in column or "truth" in column]
