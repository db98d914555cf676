"""Which records of persons a measure is counted from."""

from indicators.catalogue import MEASURES
from indicators.measure import read_measures


def test_a_measure_of_persons_names_its_records_and_the_states_that_place_them() -> None:
    found = read_measures(MEASURES)
    assert found["exits_employed"].records == {"benefit_spells", "work_months", "person_states"}
    assert found["placements"].records == {"placements", "person_states"}


def test_where_exits_led_to_needs_no_source_but_the_exits_to_one_do() -> None:
    found = read_measures(MEASURES)
    assert found["benefit_exits"].records == {"benefit_spells", "person_states"}
    assert found["exits_to_other_benefit"].records == {"benefit_spells", "person_states"}
    assert found["exits_to_work"].records == {"benefit_spells", "work_months", "person_states"}
    assert found["exits_to_disability_pension"].records == {"benefit_spells", "pensions", "person_states"}


def test_a_measure_of_workplaces_names_no_states_of_persons_for_these_have_areas_themselves() -> None:
    found = read_measures(MEASURES)
    assert found["open_positions"].records == {"vacancies"}
    assert found["employers_with_vacancy"].records == {"employers", "vacancies"}
    assert [found[one].of_workplaces for one in ("open_positions", "placements")] == [True, False]
    assert [found[one].states for one in ("open_positions", "placements")] == ["workplace", "person_state"]


def test_delivered_figures_are_counted_from_no_records() -> None:
    found = read_measures(MEASURES)
    assert not found["population"].records


def test_every_measure_of_spans_or_events_names_some() -> None:
    measures = read_measures(MEASURES).values()
    assert [one.id for one in measures if one.shape != "figures" and not one.records] == []
