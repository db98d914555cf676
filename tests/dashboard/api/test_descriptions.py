"""What the API says of indicators."""

from unittest.mock import Mock

from flask.testing import FlaskClient

from dashboard.api.descriptions import definition, notes
from dashboard.data import catalogue
from indicators.catalogue import read_catalogue
from tests.support.denmark import MONTHS, QUARTERS
from warehouse.reading import Portal

LIST = "/api/v1/indicators"
RATE = "social_assistance_per_1000"


def ids(client: FlaskClient, query: str) -> list[str]:
    return [one["id"] for one in client.get(f"{LIST}?{query}").json["indicators"]]


def test_the_list_holds_what_the_release_holds(client: FlaskClient, portal: Portal) -> None:
    answer = client.get(LIST).json
    assert answer["total"] == len(answer["indicators"]) == len(portal.definitions)
    assert (answer["release"], answer["synthetic"], answer["country"]) == (portal.release, True, "dk")


def test_the_interface_tells_what_there_is(client: FlaskClient, portal: Portal) -> None:
    for address in ("/api/v1", "/api/v1/"):
        answer = client.get(address)
        assert answer.json["release"] == answer.headers["Openindsats-Release"] == portal.release
        links = [
            link.format(indicator=RATE, measure=next(iter(portal.measures)), release=portal.release)
            for link in answer.json["links"].values()
        ]
        assert LIST in links
        assert [client.get(link, buffered=True).status_code for link in links] == [200] * len(links)
    assert client.get("/api/v1?lang=en").status_code == 400


def test_indicators_are_found_by_words_in_the_readers_language(client: FlaskClient) -> None:
    assert ids(client, "q=inhabitants ASSIST&lang=en") == [RATE]
    assert ids(client, "q=folketal&lang=da") == ["population", "social_assistance_per_1000"]
    assert ids(client, "q=folketla&lang=da") == ["population"]
    assert ids(client, "q=folketal&lang=en") == ["population"]  # titles are found in every language


def test_indicators_are_found_by_topic(client: FlaskClient) -> None:
    assert ids(client, "topic=population") == ["population"]


def test_the_list_comes_in_pages(client: FlaskClient) -> None:
    everything = ids(client, "")
    assert ids(client, "limit=1&offset=1") == everything[1:2]
    assert client.get(f"{LIST}?limit=1").json["total"] == len(everything)


def test_a_definition_tells_all_there_is_to_ask_for(client: FlaskClient) -> None:
    answer = client.get(f"{LIST}/{RATE}?lang=da").json
    assert answer["title"] == "Ledige på kontanthjælp pr. 1.000 indbyggere"
    assert answer["unit"] == {"code": "per_1000", "title": "Pr. 1.000 indbyggere"}
    assert (answer["per"], answer["decimals"], answer["interval"]) == (1000, 2, "wilson")
    assert answer["breaks"] == [
        {"measure": "social_assistance_recipients", "period": "2024-Q1", "note": "Et opdigtet databrud."}
    ]
    dimensions = {one["id"]: one for one in answer["dimensions"]}
    assert list(dimensions) == ["FREQ", "PERIOD_KIND", "BREAKDOWN", "CATEGORY", "REF_AREA", "TIME_PERIOD"]
    assert [one["code"] for one in dimensions["BREAKDOWN"]["codes"]] == ["all"]
    assert dimensions["FREQ"]["codes"] == [{"code": "Q"}]
    assert dimensions["TIME_PERIOD"]["periods"] == {"quarter": list(QUARTERS)}
    levels = {level["code"]: level["codes"] for level in dimensions["REF_AREA"]["levels"]}
    assert levels["country"] == [{"code": "DK", "title": "Danmark", "valid_from": None, "valid_to": None}]
    assert len(levels["municipality"]) == 98
    assert {status["code"] for status in answer["statuses"]} >= {"value", "suppressed", "not_available"}


def test_what_is_cited_is_said_to_be_invented_in_the_readers_language(client: FlaskClient) -> None:
    for lang, said in (("en", " (invented figures)"), ("da", " (opdigtede tal)")):
        cited = [one["citation"] for one in client.get(f"{LIST}/{RATE}?lang={lang}").json["sources"]]
        assert cited
        assert [one for one in cited if not one.endswith(said)] == []


def test_an_indicator_without_denominator_is_described_too(client: FlaskClient) -> None:
    answer = client.get(f"{LIST}/population").json
    assert answer["denominator"] is None
    [time] = [one for one in answer["dimensions"] if one["id"] == "TIME_PERIOD"]
    assert time["periods"] == {"month": list(MONTHS)}


def test_every_link_leads_somewhere(client: FlaskClient) -> None:
    answer = client.get(f"{LIST}/{RATE}").json
    addresses = [*answer["links"].values(), answer["numerator"]["sql"], answer["denominator"]["sql"]]
    assert [client.get(address).status_code for address in addresses] == [200] * len(addresses)


def test_the_sql_of_a_measure_is_served_as_text(client: FlaskClient, portal: Portal) -> None:
    answer = client.get("/api/v1/measures/population.sql")
    assert answer.mimetype == "text/plain"
    assert answer.text == portal.measures["population"]


def test_what_is_beyond_is_told_with_the_time_that_people_are_followed(portal: Portal) -> None:
    [weeks] = [one for one in read_catalogue() if one.id == "weeks_to_first_activity"]
    shown = Mock(statuses={"value", "beyond"}, flags=set())
    [said] = [note for note in notes(portal, weeks, "en", shown) if note.startswith("beyond: ")]
    assert said.startswith(
        "beyond: more than 52\N{NO-BREAK SPACE}weeks. When the time that people are followed"
    )
    assert definition(portal, catalogue(portal)["population"], "en")["followed_days"] is None


def test_every_reason_for_there_being_no_figure_is_told(portal: Portal) -> None:
    told = {
        one["code"]: one["note"]
        for one in definition(portal, catalogue(portal)["population"], "en")["statuses"]
    }
    assert {"suppressed", "withdrawn", "too_few"} <= told.keys()
    assert len(set(told.values())) == len(told)
    assert told["withdrawn"].startswith(
        "This portal holds the figure back to protect small groups. It is a part of"
    )
