"""How one published figure came about, as the command `explain` prints it or writes it as JSON."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dashboard.text.dates import day_name, period_name
from dashboard.text.explained import rules
from dashboard.text.figures import Figures
from dashboard.text.numbers import number
from dashboard.text.translation import translate
from indicators.explanation import Counted, Explanation, Side
from indicators.unprotected import Counting
from warehouse.areas import Area, Country
from warehouse.breakdowns import breakdowns
from warehouse.reading import ALL, Category
from warehouse.vocabulary import vocabulary

LANG = "en"
CONFIDENTIAL = "Confidential: these numbers are not protected and must not leave the house."
LEFT_OUT = (
    "Left out: only the private home knows what was counted before protection (--private shows it there)."
)

Parts = Iterator[RenderableType]


def told(country: Country, explanation: Explanation, behind: Sequence[Counting] | None) -> RenderableType:
    """The figure, and the whole trail in the order in which it is made; without `behind` nothing of it is private."""
    *counting, protecting = rules(translate(LANG), country, explanation.origin)
    counted = explanation.origin.protection is not None
    return Group(
        *_indicator(explanation),
        *_place(country, explanation),
        *_figure(explanation),
        *(part for title, lines in (counting if counted else [protecting]) for part in _rule(title, lines)),
        *(part for one in explanation.origin.measures for part in _sql(one)),
        *(_before(behind) if counted and not explanation.sides else ()),
        *(_rule(*protecting) if counted else ()),
        *_deliveries(explanation),
    )


def as_json(country: Country, explanation: Explanation, behind: Sequence[Counting] | None) -> str:
    """The same for programs."""
    origin, period = explanation.origin, explanation.period
    breakdown, category = explanation.category
    found: dict[str, Any] = {
        "release": explanation.release,
        "synthetic": explanation.synthetic,
        "indicator": asdict(origin.indicator),
        "area": _code_and_name(country, explanation.area),
        "members": [_code_and_name(country, one) for one in explanation.members],
        "groups": [_code_and_name(country, one) for one in explanation.groups],
        "predecessors": [_code_and_name(country, one) for one in explanation.predecessors],
        "breakdown": breakdown,
        "category": category,
        "period": str(period),
        "period_kind": period.kind,
        "first_day": period.starts_on,
        "last_day": period.ends_on,
        "rules": dict(rules(translate(LANG), country, origin)),
        "measures": [asdict(one) for one in origin.measures],
        "protection": origin.protection and asdict(origin.protection),
        "cell": explanation.cell._asdict(),
        "made_from": [
            {"indicator": one.indicator.id, "breakdown": one.category[0], "category": one.category[1]}
            | {"period": str(one.period)}
            | one.cell._asdict()
            for one in explanation.sides
        ],
        "deliveries": [
            {**load.delivery._asdict(), "files": [file._asdict() for file in load.files]}
            for load in origin.loads
        ],
    }
    if behind is not None:
        found["confidential"] = {"note": CONFIDENTIAL, "before_protection": [asdict(one) for one in behind]}
    return json.dumps(found, default=_plain, ensure_ascii=False, indent=1)


def _plain(value: Decimal | date) -> float | str:
    return float(value) if isinstance(value, Decimal) else value.isoformat()


def _code_and_name(country: Country, area: Area) -> dict[str, str]:
    return {"code": area.code, "name": country.name(area.code, LANG), "level": area.level}


def _indicator(explanation: Explanation) -> Parts:
    indicator = explanation.origin.indicator
    yield from _heading(f"{indicator.title[LANG]} – release {explanation.release}")
    if explanation.synthetic:
        yield _line("Invented figures.")
    yield _line(indicator.question[LANG])
    yield _line(indicator.basis[LANG])
    yield _facts(
        [
            ("Indicator", indicator.id),
            ("Made from", _made_from(explanation)),
            ("Counted", indicator.numerator),
            ("Divided by", indicator.denominator or ""),
            (
                "Unit of money" if indicator.unit.endswith("_a_month") else "Expressed per",
                number(indicator.per, 0, LANG) if indicator.per > 1 else "",
            ),
            ("Unit", vocabulary().units[indicator.unit].title[LANG]),
            ("Parameters", ", ".join(f"{name} = {value}" for name, value in indicator.parameters.items())),
            ("Months left out at the start", str(indicator.lead_in_months or "")),
            ("Months left out at the end", str(indicator.follow_up_months or "")),
            ("Reference", indicator.reference[LANG]),
        ]
    )


def _place(country: Country, explanation: Explanation) -> Parts:
    period, area, cell = explanation.period, explanation.area, explanation.cell
    kind = vocabulary().period_kinds[period.kind].title[LANG]
    provisional = "yes, the figure may still change" if "provisional" in cell.flags else "no"
    yield from _heading("Where and when")
    yield _facts(
        [
            ("Area", f"{_name(country, area)}, {country.levels[area.level].title[LANG]}"),
            ("Belongs to", _names(country, explanation.groups)),
            ("Consists of", _names(country, explanation.members)),
            ("Made from", _names(country, explanation.predecessors)),
            ("People", _people(country, explanation.category)),
            (
                "Window",
                f"{day_name(period.starts_on, LANG)} to {day_name(period.ends_on, LANG)} ({kind.lower()})",
            ),
            ("Provisional", provisional if cell.value is not None else ""),
        ]
    )


def _sql(one: Counted) -> Parts:
    yield from _heading(f"{one.measure}.sql")
    yield Text(one.sql.rstrip(), no_wrap=True, overflow="ignore")


def _before(behind: Sequence[Counting] | None) -> Parts:
    yield from _heading("Before protection")
    if behind is None:
        yield _line(LEFT_OUT)
        return
    yield Text(f"  {CONFIDENTIAL}", style="bold red")
    for one in behind:
        yield _facts(
            [
                ("Figure", one.figure),
                ("Value", "not known" if one.value is None else f"{one.value.normalize():,f}"),
                ("Persons or events behind it", f"{one.contributors:,}"),
                (
                    "Rows of the measure in the window",
                    f"{one.rows:,}, of {one.persons:,} persons in the whole country",
                ),
                *((f"Rows of core.{table}", f"{rows:,}") for table, rows in one.tables),
            ]
        )


def _figure(explanation: Explanation) -> Parts:
    cell, words = explanation.cell, vocabulary()
    figures = Figures(explanation.origin.indicator, LANG)
    yield from _heading(f"The published figure, {period_name(explanation.period, LANG)}")
    status = words.statuses[cell.status]
    flags = [f"{words.flags[flag].title[LANG]}: {words.flags[flag].note[LANG]}" for flag in cell.flags]
    yield _facts(
        [
            ("Figure", figures.shown(cell)),
            ("Status", f"{status.title[LANG]}: {status.note[LANG]}"),
            ("Numerator", "" if cell.numerator is None else figures.part(cell.numerator)),
            ("Denominator", "" if cell.denominator is None else figures.part(cell.denominator)),
            ("95% interval", figures.interval(cell)),
            ("Flags", "\n".join(flags)),
        ]
    )


def _made_from(explanation: Explanation) -> str:
    """The published figures that it is made of."""
    grows = explanation.origin.indicator.count == "growth"
    sides = [
        f"{Figures(one.indicator, LANG).shown(one.cell)} {_interval(one)}({one.indicator.title[LANG]}, "
        f"{'.'.join(one.category) if one.category != ALL else 'all'}{f', {one.period}' if grows else ''})"
        for one in explanation.sides
    ]
    return (" against\n" if grows else " less\n").join(sides)


def _interval(side: Side) -> str:
    interval = Figures(side.indicator, LANG).interval(side.cell)
    return f"[{interval}] " if interval else ""


def _deliveries(explanation: Explanation) -> Parts:
    yield from _heading("Deliveries, the newest first")
    for load in reversed(explanation.origin.loads):
        one = load.delivery
        rows = f"{one.rows_delivered:,} = {one.rows_loaded:,} loaded + {one.rows_quarantined:,} in quarantine"
        if one.rounded_to > 1:
            rows = f"{one.rows_delivered:,}, {one.rows_loaded:,} loaded, {one.rows_quarantined:,} in quarantine (tens)"
        told = [
            ("Source", one.source),
            (
                "Delivery",
                f"{one.delivery}, as of {one.as_of}, covers {one.first_period} to {one.last_period}",
            ),
            ("Delivered", rows),
        ]
        for file in load.files:
            told += [("File", file.file), ("SHA-256", file.sha256)]
        yield _facts(told)


def _people(country: Country, category: Category) -> str:
    breakdown, code = category
    return "all" if category == ALL else breakdowns(country)[breakdown].categories[code][LANG]


def _name(country: Country, area: Area) -> str:
    return f"{country.name(area.code, LANG)} ({area.code})"


def _names(country: Country, areas: Iterable[Area]) -> str:
    return ", ".join(_name(country, area) for area in areas)


def _rule(title: str, lines: Iterable[str]) -> Parts:
    yield from _heading(title)
    table = Table.grid(padding=(0, 1))
    for line in lines:
        table.add_row("•", Text(line))
    yield Padding(table, (0, 0, 0, 2))


def _heading(text: str) -> Parts:
    yield Text(f"\n{text}", style="bold")


def _line(text: str) -> RenderableType:
    return Padding(Text(text), (0, 0, 0, 2))


def _facts(pairs: Iterable[tuple[str, str]]) -> RenderableType:
    """Names and what is said of each; what has nothing to say is left out."""
    table = Table.grid(padding=(0, 2))
    for name, said in pairs:
        if said:
            table.add_row(Text(name, style="dim", no_wrap=True), Text(said, overflow="fold"))
    return Padding(table, (0, 0, 1, 2))
