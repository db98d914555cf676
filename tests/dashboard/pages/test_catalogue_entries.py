"""What the catalogue knows of the indicators of a release."""

from dataclasses import replace

from dashboard.data import catalogue, measure_title
from dashboard.pages import catalogue_entries
from dashboard.pages.catalogue_entries import by_topic, entries
from dashboard.pages.catalogue_picture import picture
from dashboard.static_html import to_html
from dashboard.text.translation import translate
from indicators.catalogue import Part, read_catalogue
from warehouse.periods import Period
from warehouse.vocabulary import vocabulary

RATE, RECIPIENTS, POPULATION = "social_assistance_per_1000", "social_assistance_recipients", "population"


def test_an_entry_knows_periods_levels_sources_and_breaks(portal):
    rate = entries(portal)[RATE]
    assert {kind: len(periods) for kind, periods in rate.periods.items()} == {"quarter": 12}
    assert str(rate.newest) == "2025-Q4"
    assert rate.levels[:2] == ("country", "region")
    assert "municipality" in rate.levels
    assert [source.source for source in rate.sources] == ["dst_auk01", "dst_folk1am"]
    assert [period for period, _ in rate.breaks] == ["2024-Q1"]
    assert entries(portal)[POPULATION].breaks == ()


def test_the_statuses_of_the_newest_period_are_those_of_its_cells(portal):
    rate = entries(portal)[RATE]
    cells = portal.cells(RATE, rate.newest, rate.newest)
    assert sum(rate.statuses.values()) == len(cells)
    assert rate.statuses["suppressed"] >= 2
    assert rate.statuses["value"] == sum(cell.value is not None for cell in cells)


def test_topics_come_in_the_order_of_the_vocabulary_and_hold_every_entry(portal):
    topics = by_topic(entries(portal).values())
    assert list(topics) == ["benefits", "population"]
    assert sum(map(len, topics.values())) == len(entries(portal))


def test_a_measure_has_a_title_of_its_own_or_that_of_the_indicator_that_publishes_it(portal):
    assert measure_title(portal, POPULATION, "da") == "Folketal"
    assert measure_title(portal, "open_cases", "da") == "Personer med åben sag"
    assert measure_title(portal, "job_log_entries", "en") == "job log entries"


def test_every_part_of_a_figure_has_a_title():
    indicators = read_catalogue()
    known = {*vocabulary().measures, *(one.numerator for one in indicators if one.denominator is None)}
    assert {part for one in indicators for part in one.measures} - known == set()
    assert set(vocabulary().measures) - {part for one in indicators for part in one.measures} == set()


def test_an_entry_knows_the_country_s_development_and_when_more_can_be_expected(portal):
    rate = entries(portal)[RATE]
    told = portal.series([(RATE, portal.country.whole.code, "quarter")])
    [series] = told.values()
    assert [cell for _, cell in rate.development] == series.made()
    assert [str(period) for period, _ in rate.development] == list(series)
    last = {one.source: one.as_of for one in portal.deliveries}
    assert rate.next_update is not None
    assert rate.next_update.kind == "month"
    assert rate.next_update.starts_on > max(last[one.source] for one in rate.sources)


def test_a_difference_waits_for_what_its_two_figures_wait_for(portal, monkeypatch):
    followed = replace(catalogue(portal)[RATE], follow_up_months=24)
    gap = replace(followed, id="gap", follow_up_months=0, parts=(Part(RATE), Part(RATE)))
    monkeypatch.setattr(catalogue_entries, "catalogue", lambda _: {RATE: followed, "gap": gap})
    catalogue_entries.entries.cache_clear()
    try:
        both = entries(portal)[RATE].next_update
        quarter = portal.periods[RATE, "quarter"][-1]
        assert both == Period("month", quarter.last + 3 + 24)
        assert catalogue_entries._next_update(portal, gap, quarter, entries(portal)[RATE].sources) == both
    finally:
        catalogue_entries.entries.cache_clear()


def test_a_picture_tells_that_its_newest_figure_is_provisional(portal):
    entry = entries(portal)[RATE]
    *settled, (newest, cell) = entry.development
    later = replace(entry, development=(*settled, (newest, cell._replace(flags=("provisional",)))))
    told = [str(to_html(picture(translate("en"), portal, one))) for one in (entry, later)]
    assert ["(provisional)" in one for one in told] == [False, True]
