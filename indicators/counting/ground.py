"""What all figures stand on: categories, areas with what belongs to them, persons with their states."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from indicators.counting.areas import Places, base_areas
from indicators.counting.statements import check, run
from warehouse.areas import Country
from warehouse.breakdowns import breakdowns
from warehouse.connection import Connection
from warehouse.vocabulary import Breakdown, vocabulary

EVERYBODY = "all"


class Part(NamedTuple):
    """A category of a breakdown. `own` is the number of the measure's own category of any breakdown, 0 for all."""

    breakdown: str
    category: str
    own: int = 0
    sex: str | None = None
    age: str | None = None
    origin: str | None = None


def prepare_counting(connection: Connection, country: Country, months: range) -> None:
    """Make the temporary tables that all figures of these months stand on.

    Needs `calendar` and `person_key(person_id, person_key)`. Raises CountingError when a state is missing or lost.
    """
    prepare_slots(connection, country, months)
    prepare_persons(connection)


def prepare_slots(connection: Connection, country: Country, months: range) -> None:
    """Make the temporary tables of categories and areas that people of these months may count in."""
    _make_categories(connection, country)
    _make_areas(connection, country, months)
    run(connection, "ground/frame")


def prepare_persons(connection: Connection) -> None:
    """Make the temporary tables of persons and their states."""
    run(connection, "ground/counted_person")
    run(connection, "ground/counted_state")
    check(connection, "states_incomplete")
    check(connection, "states_lost")


def parts_of(country: Country, sources: Collection[str] | None = None) -> Iterator[Part]:
    """Every category that the country's figures are split by, in reading order, first everybody.

    Where `sources` alone have delivered, those that can be told of.
    """
    own = _own_categories(country)
    yield Part(EVERYBODY, EVERYBODY)
    for breakdown in breakdowns(country).values():
        for category in breakdown.categories if sources is None else breakdown.told_by(sources):
            yield _part(breakdown, category, own)


def _part(breakdown: Breakdown, category: str, own: Mapping[tuple[str, str], int]) -> Part:
    if (breakdown.code, category) in own:
        return Part(breakdown.code, category, own[breakdown.code, category])
    names = breakdown.parts or (breakdown.code,)
    where = dict(zip(names, category.split(".") if breakdown.parts else (category,), strict=True))
    [number] = [own[name, where.pop(name)] for name in names if (name, where[name]) in own] or [0]
    return Part(breakdown.code, category, number, **where)


def _own_categories(country: Country) -> dict[tuple[str, str], int]:
    """Each category that a measure may have of its own, of its breakdown or of two of them, with its number."""
    known = breakdowns(country)
    own = [one for one in known.values() if one.own and all(known[part].own for part in one.parts)]
    codes = [(one.code, category) for one in own for category in one.categories]
    return {code: number for number, code in enumerate(codes, start=1)}


def _make_categories(connection: Connection, country: Country) -> None:
    own = _own_categories(country)
    told = [
        (code, EVERYBODY, 0) for code, one in vocabulary().breakdowns.items() if one.own and not one.parts
    ]
    told += [(*code, number) for code, number in own.items()]
    of_breakdowns, codes, numbers = map(list, zip(*told, strict=True))
    run(connection, "ground/own_category", breakdowns=of_breakdowns, categories=codes, numbers=numbers)
    delivered = connection.execute("select source from core.coverage").fetchall()
    parts = list(parts_of(country, [source for (source,) in delivered]))
    columns = zip(*parts, strict=True)
    names = ("breakdowns", "categories", "owns", "sexes", "age_bands", "origins")
    values = {name: list(column) for name, column in zip(names, columns, strict=True)}
    run(connection, "ground/category_part", part_ids=list(range(1, len(parts) + 1)), **values)
    kinds = [(EVERYBODY, kind) for kind in vocabulary().period_kinds]
    kinds += [(one.code, kind) for one in breakdowns(country).values() for kind in _kinds(one)]
    told, period_kinds = map(list, zip(*kinds, strict=True))
    run(connection, "ground/breakdown_kind", breakdowns=told, period_kinds=period_kinds)
    run(connection, "ground/profile")
    run(connection, "ground/profile_fit")


def counted_bases(connection: Connection, country: Country, months: range) -> list[str]:
    """The areas that persons and workplaces of these months are counted in first."""
    named = connection.execute(
        "select distinct area from core.person_state union select distinct area from core.workplace"
    ).fetchall()
    return base_areas(country, months, {area for (area,) in named})


def _kinds(breakdown: Breakdown) -> tuple[str, ...]:
    return breakdown.period_kinds or tuple(vocabulary().period_kinds)


def _make_areas(connection: Connection, country: Country, months: range) -> None:
    bases = counted_bases(connection, country, months)
    run(connection, "ground/base_area", base_areas=bases)
    base_ids = {code: place for place, code in enumerate(bases, start=1)}
    place_ids = {code: place for place, code in enumerate(country.areas)}
    places = Places(country, months.stop - 1)
    members = [member for base in bases for member in places.members(base)]
    run(
        connection,
        "ground/area_member",
        areas=[member.area for member in members],
        place_ids=[place_ids[member.area] for member in members],
        base_ids=[base_ids[member.base] for member in members],
        from_months=[member.from_month for member in members],
        to_months=[member.to_month for member in members],
        standing=[member.stands for member in members],
    )
    run(connection, "ground/place")
