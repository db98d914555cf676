"""Which figures indicators are made of, and which of them are the same."""

from dataclasses import replace

from indicators.catalogue import MEASURES, read_catalogue
from indicators.counting import Figure, Wanted, plan
from indicators.measure import read_measures

CATALOGUE = {indicator.id: indicator for indicator in read_catalogue()}
MEASURE = read_measures(MEASURES)


def planned(*indicators):
    return plan(indicators, MEASURE)


def test_an_indicator_is_made_of_its_numerator_and_its_denominator():
    figures, _ = planned(
        CATALOGUE["recipients_share_of_population"],
        CATALOGUE["open_cases_with_plan"],
        CATALOGUE["still_on_benefit_after_26_weeks"],
        CATALOGUE["placements_per_100_registered"],
    )
    assert {name: [figure.name for figure in made] for name, made in figures.items()} == {
        "recipients_share_of_population": ["benefit_days_resolved amount", "population_working_age"],
        "open_cases_with_plan": ["open_cases_with_plan persons within open_cases", "open_cases persons"],
        "still_on_benefit_after_26_weeks": ["benefit_spells_begun survival at 182 days"],
        "placements_per_100_registered": ["placements amount", "registered_days amount"],
    }


def test_a_figure_of_two_indicators_is_counted_once_for_what_both_want():
    one = replace(CATALOGUE["full_time_recipients"], breakdowns=("sex",), periods=("month",))
    other = replace(CATALOGUE["recipients_share_of_population"], breakdowns=("age",), periods=("year",))
    figures, wanted = planned(one, other)
    assert figures[one.id][0] == figures[other.id][0]
    assert wanted[figures[one.id][0]] == Wanted(
        frozenset({"all", "sex", "age"}), frozenset({"month", "year"})
    )


def test_a_figure_that_is_counted_for_other_months_has_another_name():
    entries = CATALOGUE["benefit_entries"]
    later = replace(entries, id="later_entries", lead_in_months=3)
    figures, wanted = planned(entries, later)
    assert [figure.name for figure in wanted] == [
        "benefit_entries amount",
        "benefit_entries amount of later_entries",
    ]
    assert figures["later_entries"][0].lead_in_months == 3


def test_a_figure_whose_name_is_taken_keeps_the_one_that_it_was_given_first():
    entries = CATALOGUE["benefit_entries"]
    later, again = (replace(entries, id=name, lead_in_months=3) for name in ("later", "again"))
    figures, wanted = planned(entries, later, again)
    assert figures["again"] == figures["later"]
    assert len(wanted) == 2


def test_what_is_divided_by_is_counted_once_for_all_months_that_anybody_wants():
    exits = CATALOGUE["benefit_exits"]
    returned, rate = CATALOGUE["returned_within_12_months"], CATALOGUE["benefit_outflow_rate"]
    for order in [(exits, returned, rate), (rate, returned, exits), (returned, rate)]:
        figures, wanted = planned(*order)
        assert figures[returned.id][1] == figures[rate.id][0]
        assert [figure.name for figure in wanted if figure.measure == "benefit_exits"] == [
            "benefit_exits amount"
        ]
        assert [figure.follow_up_months for figure in figures[returned.id]] == [12, 2]
    alone, _ = planned(returned)
    assert [figure.follow_up_months for figure in alone[returned.id]] == [12, 12]


def test_what_is_above_the_line_keeps_its_own_months():
    entries = CATALOGUE["benefit_entries"]
    later = replace(CATALOGUE["benefit_inflow_rate"], lead_in_months=3)
    figures, _ = planned(entries, later, CATALOGUE["full_time_recipients_by_scheme"])
    assert [figure.lead_in_months for figure in figures[later.id]] == [3, 0]
    assert figures[later.id][0] != figures[entries.id][0]


def test_a_figure_knows_the_parameters_of_its_own_measure():
    figures, _ = planned(CATALOGUE["employed_6_months_after_exit"])
    employed = figures["employed_6_months_after_exit"][0]
    assert employed == Figure(
        "exits_employed amount",
        "exits_employed",
        "amount",
        parameters=(("follow_up_months", 6),),
        follow_up_months=6,
    )


def test_delivered_figures_are_not_counted():
    figures, _ = planned(CATALOGUE["population"])
    assert [(figure.name, figure.is_counted) for figure in figures["population"]] == [("population", False)]
