"""What a release tells of its own making."""

from dataclasses import replace

from dashboard.pages.about_facts import PUBLISHED, delivered, hidden, hiding_statuses
from warehouse.reading import CheckOutcome

RATE = "social_assistance_per_1000"


def test_every_source_stands_with_its_delivery_files_and_checks(portal):
    found = {source.source: deliveries for source, deliveries in delivered(portal)}
    assert list(found) == ["dst_auk01", "dst_folk1am"]
    [first] = found["dst_auk01"]
    assert [file.file for file in first.files] == ["dst_auk01.csv"]
    assert [check.note for check in first.checks] == ["Every figure names its area."]
    assert first.failed == ()


def test_rows_of_figures_stand_as_they_are_and_whether_they_add_up(portal):
    [(_, [one]), _] = delivered(portal)
    assert (one.delivery.rows_delivered, one.delivery.rows_loaded, one.left_out[0].rows) == (10, 9, 1)
    assert (one.delivery.rounded_to, one.delivery.adds_up) == (1, True)


def test_a_check_that_does_not_hold_is_named(portal):
    [(_, [one]), _] = delivered(portal)
    wrong = CheckOutcome("of-dst_auk01", "sum", "kind", "Sums.", "warning", False, 3, 1, "")
    assert replace(one, checks=(*one.checks, wrong)).failed == (wrong,)


def test_the_statuses_of_all_periods_are_counted(portal):
    row = next(row for row in hidden(portal) if row.entry.indicator.id == RATE)
    # two municipalities are hidden in each of twelve quarters; their council areas may be hidden with them
    assert row.ever["suppressed"] == 12 * row.newest["suppressed"]
    assert row.newest["suppressed"] >= 2
    counted = [one for one in portal.status_counts if one.indicator == RATE]
    assert sum(row.ever.values()) == sum(one.cells for one in counted)


def test_only_statuses_that_occur_and_carry_no_number_have_a_column(portal):
    statuses = hiding_statuses(hidden(portal))
    assert PUBLISHED not in statuses
    assert statuses == ("suppressed",)
