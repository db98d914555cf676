"""The invented Denmark with three indicators more, split by groups of people, as a protected release has them.

Of a group with weight w, an area with n inhabitants has n × w ÷ 20 recipients in a month of 2024 (5 more in 2025; a
fifth more in a quarter and twice as many in a rolling year), cut to a multiple of 5. Three in ten of them are
activated. Fewer than 20 recipients of a group are withdrawn. The last two months are provisional. The third
is the share of women less that of men, as if it were of work.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from indicators.catalogue import Indicator, Part, indicator_to_json, read_catalogue
from indicators.counting import measure_sql
from indicators.disclosure.attack.sample import Sample
from indicators.disclosure.gate import Verdict
from tests.support.denmark import AS_OF, make_denmark, publish_denmark
from warehouse.areas import Country
from warehouse.breakdowns import breakdowns
from warehouse.connection import Connection, append
from warehouse.country_files import read_country
from warehouse.homes import Home
from warehouse.periods import Period

COUNT, SHARE, GAP = "recipients", "activation_degree", "gender_gap_in_work_after_exit"
BREAKDOWNS = {"sex": ("month", "quarter", "rolling_year"), "sex.age": ("quarter", "rolling_year")}
LAST_MONTH = 2025 * 12 + 11
MONTHS = [Period("month", month) for month in range(LAST_MONTH - 13, LAST_MONTH + 1)]
QUARTERS = [Period("quarter", month) for month in range(LAST_MONTH - 12, LAST_MONTH + 1, 3)]
ROLLING = [Period("rolling_year", month) for month in (LAST_MONTH - 1, LAST_MONTH)]
WEIGHTS = {"female": 0.5, "male": 0.48, "not_stated": 0.02}
PARTS_OF_AGE = 7
UNATTACKED = Verdict({}, Sample(), (), 0, 0, 0, None, 0.0)
"""These figures are made to be looked at and do not add up: an attack would find nothing but contradictions."""

TIMES = {"month": 1.0, "quarter": 1.2, "rolling_year": 2.0}

_TABLES = {
    "grp": "breakdown varchar, category varchar, weight double, kinds varchar[]",
    "period": "period_kind varchar, period varchar, last integer, times double",
    "place": "area varchar, inhabitants double",
}
_CELLS = """
    insert into mart.cell
    with counted as (
        select
            indicator.indicator,
            grp.breakdown,
            grp.category,
            period.period_kind,
            period.period,
            period.last,
            place.area,
            floor(
                (place.inhabitants * grp.weight * period.times / 20 + 5 * (period.last // 12 - 2024)) / 5
            ) * 5 as people
        from (values ($count), ($share)) as indicator (indicator)
        cross join grp
        inner join period on list_contains(grp.kinds, period.period_kind)
        cross join place
    ),

    divided as (
        select *, floor(people * 0.3 / 5) * 5 as activated from counted
    ),

    judged as (
        select
            *,
            case
                when breakdown != 'all' and people < 20 then 'withdrawn'
                when indicator = $share and people < 50 then 'too_few'
                else 'value'
            end as status
        from divided
    )

    select
        indicator, breakdown, category, period_kind, period, area,
        case when status = 'value' then if(indicator = $share, round(100 * activated / people, 1), people) end,
        case when status = 'value' and indicator = $share then activated end,
        case when status = 'value' and indicator = $share then people end,
        case when status = 'value' and indicator = $share
            then 100 * greatest(0, activated / people - 1 / sqrt(people)) end,
        case when status = 'value' and indicator = $share
            then 100 * least(1, activated / people + 1 / sqrt(people)) end,
        status,
        if(status = 'value', concat_ws(
            ',',
            case when period_kind = 'month' and last > $last - 2 then 'provisional' end,
            'rounded',
            case when indicator = $share and people < 100 then 'wide' end
        ), '')
    from judged
    order by indicator, breakdown, period_kind, category, period, area
"""


def make_split_denmark(folder: Path, *more: Indicator) -> Home:
    """The home, with one release; `more` indicators are made of those that it has."""
    home = make_denmark(folder)
    country = read_country("dk")
    with home.warehouse() as warehouse:
        for table, columns in _TABLES.items():
            warehouse.execute(f"create temp table {table} ({columns})")
        append(warehouse, "temp.grp", _groups(country))
        append(warehouse, "temp.period", _periods())
        append(warehouse, "temp.place", _places(country))
        warehouse.execute(_CELLS, {"count": COUNT, "share": SHARE, "last": LAST_MONTH})
        _tell(warehouse, more)
    with patch("indicators.publish.guard", return_value=UNATTACKED):
        publish_denmark(home)
    return home


def recipients(inhabitants: int, weight: float, year: int, kind: str = "month") -> int:
    """The count as the cells have it."""
    return int((inhabitants * weight * TIMES[kind] / 20 + 5 * (year - 2024)) // 5 * 5)


def _groups(country: Country) -> Iterator[dict[str, object]]:
    yield {"breakdown": "all", "category": "all", "weight": 1.0, "kinds": list(TIMES)}
    for code, kinds in BREAKDOWNS.items():
        for category in breakdowns(country)[code].categories:
            weight = WEIGHTS[category.partition(".")[0]]
            weight = weight if code == "sex" else weight / PARTS_OF_AGE
            yield {"breakdown": code, "category": category, "weight": weight, "kinds": list(kinds)}


def _periods() -> Iterator[dict[str, object]]:
    for one in (*MONTHS, *QUARTERS, *ROLLING):
        yield {"period_kind": one.kind, "period": str(one), "last": one.last, "times": TIMES[one.kind]}


def _places(country: Country) -> Iterator[dict[str, object]]:
    base = country.areas_on(AS_OF, country.base_level)
    inhabitants = {area.code: area.population or 0 for area in base}
    for region in country.areas_on(AS_OF, country.region_level):
        members = country.members(region.code, AS_OF)
        inhabitants[region.code] = sum(inhabitants.get(code, 0) for code in members)
    inhabitants[country.whole.code] = sum(area.population or 0 for area in base)
    for area, many in inhabitants.items():
        yield {"area": area, "inhabitants": float(many)}


def _tell(warehouse: Connection, more: Sequence[Indicator]) -> None:
    """Put the indicators into the catalogue of the release."""
    known = {indicator.id: indicator for indicator in read_catalogue()}
    measures = known[SHARE].measures
    parts = tuple(Part(SHARE, "sex", category, measures) for category in ("female", "male"))
    periods = ("quarter", "rolling_year")
    known[GAP] = replace(known[GAP], parts=parts, periods=periods, breakdowns=("age",))
    told = [*(known[name] for name in (COUNT, SHARE, GAP)), *more]
    for place, one in enumerate(told, start=100):
        warehouse.execute(
            "insert into mart.indicator values (?, ?, ?)", [one.id, place, indicator_to_json(one)]
        )
    for measure in {measure for name in (COUNT, SHARE) for measure in known[name].measures}:
        warehouse.execute("insert into core.measure_source values (?, 'dst_auk01', true)", [measure])
        warehouse.execute("insert into mart.measure values (?, ?)", [measure, measure_sql(measure)])
