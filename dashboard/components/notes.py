"""What a reader must know about the figures: question, definition, caveats, sources, breaks."""

from collections.abc import Iterator
from functools import lru_cache

from dashboard.completeness import note as completeness
from dashboard.completeness import redefined
from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.components.marks import ELSEWHEN, SLIGHT, legend
from dashboard.components.origin import came_about
from dashboard.components.still import Still, still
from dashboard.data import catalogue
from dashboard.shown import Shown
from dashboard.text.dates import day_name, period_name
from dashboard.text.translation import Translator, translate
from indicators.catalogue import Indicator
from warehouse.reading import Portal, Source
from warehouse.vocabulary import text_in


def marks(shown: Shown) -> Element | None:
    """The marks of a view in words."""
    drawn = shown.state.view == "development"
    found = [*legend(shown.t, shown.cells, shown.common_in_view, drawn), *_signs(shown)]
    items = [html.Li([html.B(sign), " ", note] if sign else note) for sign, note in found]
    return html.Ul(items, className="marks") if items else None


def _signs(shown: Shown) -> Iterator[tuple[str, str]]:
    """What the other signs of the view mean."""
    t, now = shown.t, shown.now
    complete = completeness(t, shown.portal, shown.state.indicator, shown.state.period)
    if complete and any("provisional" in cell.flags for cell in now.cells.values()):
        yield "", complete
    if shown.state.view == "table" and shown.figures.is_ratio and len(shown.state.areas) > 1:
        first = shown.name(shown.state.areas[0])
        yield "", t("“Against {area}” is filled in for the areas that you chose alone.", area=first)
    if shown.state.view == "table" and any(now.is_slight(now.change(area)) for area in now.areas):
        yield SLIGHT, t("The two figures differ by no more than rounding can make.")
    for area in shown.state.areas:
        if not now.stands(area):
            yield (
                ELSEWHEN,
                t(
                    "{area} ({code}) did not exist in this form in {period}; its area profile tells of its history.",
                    area=shown.name(area),
                    code=area,
                    period=shown.period,
                ),
            )


def source_line(t: Translator, portal: Portal, indicator: Indicator) -> Element:
    """Who delivered, under which licence, and what day the figures speak of."""
    sources = sources_of(portal, indicator)
    parts: list[Element | str] = []
    for source in sources:
        parts += ["; " if parts else "", *_source(t, source)]
    if sources:
        said = t("Invented figures. Real ones would come from") if portal.synthetic else t("Source")
        parts = [said, ": ", *parts, ". "]
    return html.P([*parts, t("Figures as of {day}", day=day_name(portal.as_of, t.lang)), "."])


def definition(shown: Shown) -> Element:
    """The card that explains the indicator."""
    t, indicator = shown.t, shown.now.indicator
    link = html.A(t("Full definition in the catalogue"), href=f"/{t.lang}/catalogue/{indicator.id}")
    return html.Section(
        [_defined(shown.portal, t.lang, indicator.id), *_breaks(shown), _came_about(shown), html.P(link)],
        className="card about",
    )


@lru_cache(maxsize=128)
def _defined(release: Portal, lang: str, indicator: str) -> Still:
    """What holds for all of the indicator's figures."""
    t, defined = translate(lang), catalogue(release)[indicator]
    return still(
        [
            html.H2(t("About this indicator")),
            html.P(text_in(defined.question, lang), className="question"),
            html.P(text_in(defined.basis, lang)),
            *_caveats(t, defined, redefined(t, release, indicator)),
        ]
    )


def _came_about(shown: Shown) -> Element:
    """How the figures that are shown came about: their window, and what holds for all of the indicator's figures."""
    t, period = shown.t, shown.state.period
    first, last = day_name(period.starts_on, t.lang), day_name(period.ends_on, t.lang)
    window = t(
        "The figures of {period} are of {first} to {last}.", period=shown.period, first=first, last=last
    )
    if "provisional" in shown.common:
        window = f"{window} {t('They are provisional.')}"
    return html.Details(
        [
            html.Summary(t("How the figures come about")),
            html.P(window),
            came_about(shown.portal, t.lang, shown.now.indicator.id),
        ],
        className="came-about",
    )


def sources_of(portal: Portal, indicator: Indicator) -> list[Source]:
    """The sources of an indicator's measures, each once."""
    named = {source for measure in indicator.rests_on for source in portal.measure_sources.get(measure, ())}
    return [source for source in portal.sources if source.source in named]


def _source(t: Translator, source: Source) -> Iterator[Element | str]:
    facts = source.facts
    licence, url = str(facts["licence"]["name"]), str(facts["licence"].get("url", ""))
    yield f"{text_in(facts['publisher'], t.lang)}, {text_in(facts['title'], t.lang)} ("
    yield html.A(licence, href=url, rel="license") if url.startswith("https://") else licence
    yield ")"


def _caveats(t: Translator, indicator: Indicator, changed: str) -> Iterator[Element]:
    caveats = indicator.caveats.get(t.lang) or indicator.caveats.get("en", ())
    lines = [*([changed] if changed else []), *caveats]
    if lines:
        yield html.H3(t("Mind when comparing"))
        yield html.Ul([html.Li(line) for line in lines])


def _breaks(shown: Shown) -> Iterator[Element]:
    if shown.breaks:
        yield html.H3(shown.t("Breaks in the series"))
        yield html.Ul(
            [html.Li(f"{period_name(period, shown.lang)}: {note}") for period, note in shown.breaks]
        )
