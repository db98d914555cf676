"""What moved since the release before: how many figures of each indicator, and which of the whole country."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria
from dashboard.data import catalogue
from dashboard.text.dates import period_name
from dashboard.text.figures import MISSING, Figures
from dashboard.text.numbers import number
from dashboard.text.translation import Translator
from indicators.catalogue import Indicator
from warehouse.periods import parse_period
from warehouse.provenance import Move, Revision
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary

MOST_MOVES = 12
"""Figures of the country that are listed of one indicator and period kind, the newest."""


def moved(t: Translator, release: Portal) -> list[Component]:
    """The section of the page."""
    if release.rounded_anew_since is not None:
        return [html.P(rounded_anew(t, release))]
    if release.compared_with is None:
        return [html.P(t("This is the first release; there is none to compare it with."))]
    intro = t(
        "Compared with release {release}. Figures move when records come late or are corrected; only figures that both"
        " releases show are compared.",
        release=release.compared_with,
    )
    intro = " ".join([intro, *_one_sided(t, release), *_redefined(t, release)])
    revisions = [one for one in release.revisions if one.compared]
    if not any(one.changed for one in revisions):
        return [html.P(intro), html.P(t("No figure has moved."))]
    compared, changed = sum(one.compared for one in revisions), sum(one.changed for one in revisions)
    said = t(
        "{share}% of {number} figures moved.",
        share=number(Decimal(100 * changed) / compared, 1, t.lang),
        number=number(compared, 0, t.lang),
    )
    heading = html.Summary(t("By indicator and kind of period"))
    by_indicator = html.Details([heading, _table(t, release, revisions)], className="checks")
    return [html.P(f"{intro} {said}"), by_indicator, *_details(t, release)]


def _one_sided(t: Translator, release: Portal) -> Iterator[str]:
    """How many figures only one of the two releases shows: they have not moved."""
    hidden, shown = release.one_sided
    if hidden:
        yield t.plural(
            "{number} figure that it showed is not shown now.",
            "{count} figures that it showed are not shown now.",
            hidden,
            count=number(hidden, 0, t.lang),
        )
    if shown:
        yield t.plural(
            "{number} figure that it did not show is shown now.",
            "{count} figures that it did not show are shown now.",
            shown,
            count=number(shown, 0, t.lang),
        )


def _redefined(t: Translator, release: Portal) -> Iterator[str]:
    """The indicators that are counted otherwise now, by title."""
    changed = [
        text_in(one.title, t.lang) for name, one in catalogue(release).items() if name in release.redefined
    ]
    if changed:
        yield t(
            "Counted otherwise now, so that what moved is no correction: {indicators}.",
            indicators="; ".join(changed),
        )


def rounded_anew(t: Translator, release: Portal) -> str:
    """That the release before was rounded with another key, and what differences between the two are."""
    base = release.country.protection.base
    return t(
        "Release {release}, the one before, was rounded with another key. The same people get other figures now: any"
        " figure counted from records of persons may differ by {base} though nobody moved, and a change between the two"
        " may be off by up to {most}. Differences between them are no corrections, and are not listed.",
        release=release.rounded_anew_since,
        base=base,
        most=2 * (base - 1),
    )


def _table(t: Translator, release: Portal, revisions: Sequence[Revision]) -> Component:
    named = t("Figures that moved since the release before")
    titles = (t("Indicator"), t("Period"), t("Compared"), t("Moved"), t("Largest change"))
    heads = [
        html.Th(title, scope="col", className="number" if place > 1 else None)
        for place, title in enumerate(titles)
    ]
    rows = [_row(t, catalogue(release)[one.indicator], one) for one in _in_order(release, revisions)]
    table = html.Table(
        [html.Caption(named, className="unseen"), html.Thead(html.Tr(heads)), html.Tbody(rows)],
        className="figures",
    )
    return html.Div(table, className="scroll", tabIndex=0, role="region", **aria(label=named))


def _in_order(release: Portal, revisions: Sequence[Revision]) -> list[Revision]:
    """In the order of the catalogue, the shortest periods first."""
    places, kinds = list(catalogue(release)), list(vocabulary().period_kinds)
    return sorted(revisions, key=lambda one: (places.index(one.indicator), kinds.index(one.period_kind)))


def _row(t: Translator, indicator: Indicator, one: Revision) -> Component:
    share = number(Decimal(100 * one.changed) / one.compared, 1, t.lang)
    largest = MISSING if one.largest is None else Figures(indicator, t.lang).distance(one.largest)
    cells = [
        number(one.compared, 0, t.lang),
        t("{number} ({share}%)", number=number(one.changed, 0, t.lang), share=share),
        largest if one.changed else MISSING,
    ]
    kind = text_in(vocabulary().period_kinds[one.period_kind].title, t.lang)
    return html.Tr(
        [
            html.Th(text_in(indicator.title, t.lang), scope="row"),
            html.Td(kind),
            *(html.Td(cell, className="number") for cell in cells),
        ]
    )


def _details(t: Translator, release: Portal) -> Iterator[Component]:
    """The country's own figures, folded up by indicator."""
    whole = release.country.name(release.country.whole.code, t.lang)
    yield html.H3(t("What moved for {area}", area=whole))
    known = catalogue(release)
    found = {name: list(moves) for name, moves in groupby(release.moves, lambda one: one.indicator)}
    if not found:
        yield html.P(t("No figure has moved."))
    for name, indicator in known.items():
        if name in found:
            yield _detail(t, indicator, found[name])


def _detail(t: Translator, indicator: Indicator, moves: Sequence[Move]) -> Component:
    figures = Figures(indicator, t.lang)
    lines: list[Any] = []
    for kind in vocabulary().period_kinds:
        newest = [one for one in moves if one.period_kind == kind][-MOST_MOVES:]
        for one in reversed(newest):
            period = period_name(parse_period(one.period, kind), t.lang)
            before, now = _said(figures, one.before), _said(figures, one.now)
            lines.append(
                html.Li(t("{period}: {before} before, {now} now", period=period, before=before, now=now))
            )
    heading = html.Summary(
        [text_in(indicator.title, t.lang), " ", html.Span(f"({len(moves)})", className="muted")]
    )
    return html.Details([heading, html.Ul(lines)], className="checks")


def _said(figures: Figures, value: Any) -> str:
    return MISSING if value is None else figures.value(value)
