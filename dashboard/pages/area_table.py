"""The table "How … stands": a row for each indicator, on a phone a card for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Any

from markupsafe import Markup

from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.elements import Element
from dashboard.components.icons import icon
from dashboard.components.marks import figure, flag_mark, letter, missing, no_change, slight
from dashboard.components.sparkline import sparkline
from dashboard.components.still import written
from dashboard.pages.area_beside import Beside, Newest
from dashboard.pages.area_figures import AreaFigure, AreaFigures
from dashboard.pages.area_topics import Fold
from dashboard.pages.area_verdict import verdict_word
from dashboard.ranks import Order
from dashboard.state import VIEWS, State
from dashboard.static_html import to_html
from dashboard.text.dates import period_name
from dashboard.text.figures import MISSING, Figures, mark
from dashboard.text.translation import Translator
from warehouse.areas import Country
from warehouse.reading import ALL, Category, Cell
from warehouse.vocabulary import text_in, vocabulary

_NO_COMMON_FLAGS: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Profile:
    """An area's figures on their way to a reader; `group` is the category in words, empty for everyone."""

    t: Translator
    country: Country
    code: str
    figures: AreaFigures
    category: Category = ALL
    group: str = ""

    @property
    def rows(self) -> Sequence[AreaFigure]:
        """The figures of what is open."""
        return self.figures.rows

    @property
    def fold(self) -> Fold:
        """How the profile is folded."""
        return self.figures.fold

    def name(self, code: str) -> str:
        """An area's name in the reader's language."""
        return self.country.name(code, self.t.lang)

    @property
    def besides(self) -> list[Beside]:
        """All figures of larger areas."""
        return [beside for row in self.rows for beside in (row.region, row.country) if beside]

    @cached_property
    def titles(self) -> dict[str, str]:
        """The columns that are needed, with their headings."""
        t, country = self.t, self.country
        titles = {"indicator": t("Indicator"), "period": t("Period"), "own": self.name(self.code)}
        regions = {row.region.area for row in self.rows if row.region}
        if regions:
            level = text_in(country.levels[country.region_level].title, t.lang)
            titles["region"] = self.name(*regions) if len(regions) == 1 else level
        if any(row.country for row in self.rows):
            titles["country"] = self.name(country.whole.code)
        if any(row.change is not None or row.settled for row in self.rows):
            titles["change"] = t("Change over 12 months")
        if any(row.rank for row in self.rows):
            titles["rank"] = t("Rank")
        return titles | {"development": t("Development"), "file": t("File")}

    @cached_property
    def openings(self) -> dict[str, str]:
        """How the cell of each column begins: a card repeats the heading beside each figure."""
        label = '<span class="card-label" aria-hidden="true">{}</span>'
        return {
            name: f'<td class="at-{name}" role="cell">{label.format(to_html(title))}<div>'
            for name, title in self.titles.items()
        }


def area_table(profile: Profile) -> Element:
    """The table. Its parts carry their roles, since a table that is laid out as cards loses them in some browsers."""
    heads = [
        html.Th(title, scope="col", role="columnheader", className=f"at-{name}")
        for name, title in profile.titles.items()
    ]
    bodies = [_body(profile, topic, list(rows)) for topic, rows in groupby(profile.rows, _topic)]
    return html.Table(
        [
            html.Caption(table_name(profile), className="unseen"),
            html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
            *bodies,
        ],
        className="figures standing",
        role="table",
    )


def table_name(profile: Profile) -> str:
    """What the table is called by those who cannot see it."""
    t = profile.t
    return t("{area}: newest figures", area=profile.name(profile.code))


def compare_link(profile: Profile, figure: Newest) -> str:
    """Compare with the area and the larger ones around it, as far as they stood in the period."""
    country, day = profile.country, figure.period.ends_on
    region = country.group_of(profile.code, country.region_level, day)
    around = (profile.code, *([region.code] if region else []), country.whole.code)
    standing = tuple(area for area in dict.fromkeys(around) if country.areas[area].valid_on(day))
    state = State(figure.indicator.id, standing, figure.period, VIEWS[0], category=profile.category)
    return f"/{profile.t.lang}/compare?{state.query}"


def legend(profile: Profile) -> list[tuple[str, str]]:
    """Every mark in the table and what it means."""
    flags = {flag for cell in _cells(profile) for flag in cell.flags}
    if any(row.broken and row.change is not None for row in profile.rows):
        flags.add("break")
    statuses = statuses_of(profile)
    words, lang = vocabulary(), profile.t.lang
    return [
        *((mark(code), word.explained(lang)) for code, word in words.statuses.items() if code in statuses),
        *((letter(code), text_in(word.note, lang)) for code, word in words.flags.items() if code in flags),
    ]


def statuses_of(profile: Profile) -> set[str]:
    """Why figures of the table are missing."""
    return {cell.status for cell in _cells(profile) if cell.value is None}


def _cells(profile: Profile) -> list[Cell]:
    cells = [beside.cell for beside in profile.besides if beside.cell]
    return cells + [cell for row in profile.rows for cell in (row.cell, row.newest and row.newest[1]) if cell]


def _topic(row: AreaFigure) -> str:
    return row.indicator.topic


def _body(profile: Profile, topic: str, rows: Sequence[AreaFigure]) -> Element:
    lines = [_row(profile, row) for row in rows]
    if profile.fold.open == topic:  # the heading of the table has said so
        return html.Tbody(lines, role="rowgroup")
    title = text_in(vocabulary().topics[topic].title, profile.t.lang)
    group = html.Th(title, scope="rowgroup", colSpan=len(profile.titles), role="rowheader")
    return html.Tbody([html.Tr(group, className="group", role="row"), *lines], role="rowgroup")


def _row(profile: Profile, row: AreaFigure) -> Element:
    t, figures = profile.t, Figures(row.indicator, profile.t.lang)
    said = {
        "period": period_name(row.period, t.lang),
        "own": _own(t, figures, row),
        "region": _beside(profile, figures, row, row.region),
        "country": _beside(profile, figures, row, row.country),
        "change": _change(t, figures, row),
        "rank": _rank(t, row),
        "development": sparkline(
            [value for _, value in row.series], row.places, _development(t, figures, row)
        ),
        "file": _file(figures, profile),
    }
    cells = [
        f"{opening}{to_html(said[name])}</div></td>"
        for name, opening in profile.openings.items()
        if name in said
    ]
    header = _header(profile, row, figures)
    return html.Tr(
        [header, written(Markup("".join(cells)))], className="old" if row.old else None, role="row"
    )


def _header(profile: Profile, row: AreaFigure, figures: Figures) -> Element:
    lang = profile.t.lang
    title = html.A(text_in(row.indicator.title, lang), href=compare_link(profile, row))
    said: list[Any] = [title, _note(figures.unit)]
    if row.newest:
        period, cell = row.newest
        reason = f"{period_name(period, lang)}: {figures.reason(cell.status)}"
        said.append(_note(reason))
    return html.Th(said, scope="row", role="rowheader")


def _own(t: Translator, figures: Figures, row: AreaFigure) -> list[Any]:
    if row.cell.value is None:
        sign = html.Strong(figures.sign(row.cell.status), **aria(hidden="true"))
        return [sign, _note(figures.reason(row.cell.status))]
    value = html.Strong(written(figure(figures, row.cell, _NO_COMMON_FLAGS)))
    interval = figures.interval(row.cell)
    if not interval:
        return [value]
    return [
        value,
        html.Div([html.Span(t("95% interval"), className="unseen"), " ", interval], className="note"),
    ]


def _beside(profile: Profile, figures: Figures, row: AreaFigure, beside: Beside | None) -> list[Any]:
    if beside is None:
        return [MISSING]
    said: list[Any] = [written(figure(figures, beside.cell, _NO_COMMON_FLAGS))]
    t, name = profile.t, profile.name(profile.code)
    share, word = _share(figures, row, beside), verdict_word(t, figures, beside, name)
    if share:
        whole = profile.name(beside.cell.area) if beside.cell else ""
        said.append(_note(t("{share} of {area}", share=share, area=whole)))
    return [*said, html.Div(word)] if word else said


def _share(figures: Figures, row: AreaFigure, beside: Beside) -> str:
    """The area's part of a larger area's amount."""
    own, whole = row.cell.value, beside.cell.value if beside.cell else None
    if figures.is_ratio or own is None or not whole or own > whole:
        return ""
    return figures.share(own, whole)


def _change(t: Translator, figures: Figures, row: AreaFigure) -> list[Any]:
    if row.settled and not row.old:
        period, change = row.settled
        return [_moved(t, figures, row, change), _note(period_name(period, t.lang))]
    if row.doubt and not row.old and row.cell.value is not None:
        return [written(no_change(t, row.doubt))]
    if row.change is None:
        return [written(missing("not_available" if row.cell.value is not None else row.cell.status, t.lang))]
    broken = [written(flag_mark("break", t.lang))] if row.broken else []
    return [_moved(t, figures, row, row.change), *broken]


def _moved(t: Translator, figures: Figures, row: AreaFigure, change: Decimal) -> Any:
    """A change, with a sign where rounding alone can make it."""
    said = figures.change(change)
    return written(slight(t, said)) if 0 < abs(change) < row.reach else said


def _rank(t: Translator, row: AreaFigure) -> list[Any]:
    if row.rank is None:
        return [MISSING]
    way = {
        Order.HIGHEST_FIRST: t("highest first"),
        Order.LOWEST_FIRST: t("lowest first"),
        Order.NEAREST_ZERO_FIRST: t("nearest zero first"),
    }[row.order_of_ranks]
    return [t("{rank} of {number}", rank=row.rank, number=row.ranked), _note(way)]


def _development(t: Translator, figures: Figures, row: AreaFigure) -> str:
    """What the picture of the development shows, in words."""
    known = [(period, value) for period, value in row.series if value is not None]
    if not known:
        return t("No figures of these years are published.")
    (start, first), (end, last) = known[0], known[-1]
    return t(
        "From {first} in {start} to {last} in {end}",
        first=figures.value(first),
        start=period_name(start, t.lang),
        last=figures.value(last),
        end=period_name(end, t.lang),
    )


def _file(figures: Figures, profile: Profile) -> Element:
    name = text_in(figures.indicator.title, figures.lang)
    asked = {"REF_AREA": profile.code, "format": "csv", "labels": "both", "lang": figures.lang}
    if profile.category != ALL:
        asked |= dict(zip(("breakdown", "category"), profile.category, strict=True))
    query = "&amp;".join([f"{parameter}={code}" for parameter, code in asked.items()])
    address = f"/api/v1/indicators/{figures.indicator.id}/data?{query}"
    return written(Markup(f'<a href="{address}" class="file">{_file_words(name)}</a>'))


@lru_cache(maxsize=1024)
def _file_words(name: str) -> str:
    return to_html([icon("download"), " CSV", html.Span(f": {name}", className="unseen")])


@lru_cache(maxsize=4096)
def _note(text: str) -> Element:
    """A note below what it is about; a page has a hundred of them, and many have the same."""
    return written(Markup(to_html(html.Div(text, className="note"))))
