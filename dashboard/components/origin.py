"""How the figures of an indicator came about: the rules, the deliveries with their checksums, the SQL."""

from collections.abc import Iterator
from functools import lru_cache

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.components.phrases import commas, phrase
from dashboard.components.still import Still, still
from dashboard.data import catalogue
from dashboard.text.dates import day_name
from dashboard.text.explained import rules
from dashboard.text.numbers import number
from dashboard.text.translation import Translator, translate
from indicators.explanation import Load, Origin, origin
from warehouse.reading import Portal
from warehouse.vocabulary import text_in

NEWEST = 3
"""So many deliveries of each source are shown; About the data has them all."""

SHORT_SUM = 12
"""Signs of a checksum that are shown; the whole stands in its title."""


@lru_cache(maxsize=128)
def came_about(release: Portal, lang: str, indicator: str) -> Still:
    """All of it, of an indicator of the release."""
    t = translate(lang)
    deliveries = [html.H3(t("Deliveries")), *deliveries_of(release, lang, indicator)]
    return still([*rules_of(release, lang, indicator), *deliveries, links_of(release, lang, indicator)])


def rules_of(release: Portal, lang: str, indicator: str) -> Iterator[Element]:
    """The rules that the figures follow."""
    for title, lines in rules(translate(lang), release.country, _origin(release, indicator)):
        yield html.H3(title)
        yield html.Ul([html.Li(line) for line in lines])


def deliveries_of(release: Portal, lang: str, indicator: str) -> Iterator[Element]:
    """The newest deliveries of each source, the newest first, with their files."""
    t, loads = translate(lang), _origin(release, indicator).loads
    for source in release.sources:
        own = [load for load in reversed(loads) if load.delivery.source == source.source]
        if own:
            yield html.P(html.B(text_in(source.facts["title"], lang)))
            yield html.Ul([html.Li(_delivery(t, load)) for load in own[:NEWEST]])
        if len(own) > NEWEST:
            yield html.P(t.plural("and {number} earlier one", "and {number} earlier ones", len(own) - NEWEST))


def links_of(release: Portal, lang: str, indicator: str) -> Element:
    """Where more is told."""
    t, measures = translate(lang), _origin(release, indicator).measures
    files = [
        html.A(html.Code(f"{one.measure}.sql"), href=f"/api/v1/measures/{one.measure}.sql")
        for one in measures
    ]
    about = html.A(t("About the data"), href=f"/{lang}/about")
    methods = html.A(t("Methods"), href=f"/{lang}/methods")
    told = t(
        "The SQL that counts: {files}. All deliveries and checks: {about}. More on the rules: {methods}."
    )
    return html.P(phrase(told, files=html.Span(commas(files)), about=about, methods=methods))


def checksum(text: str) -> Element:
    """The beginning of a checksum."""
    return html.Code(f"{text[:SHORT_SUM]}…", title=text)


def _origin(release: Portal, indicator: str) -> Origin:
    return origin(release, catalogue(release)[indicator])


def _delivery(t: Translator, load: Load) -> list[Element | str]:
    told = t("As of {day}, {rows} rows loaded: {files}")
    files = [html.Span([file.file, " ", checksum(file.sha256)]) for file in load.files]
    day, rows = day_name(load.delivery.as_of, t.lang), number(load.delivery.rows_loaded, 0, t.lang)
    return phrase(told, day=day, rows=rows, files=html.Span(commas(files)))
