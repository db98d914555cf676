"""A small picture of how an indicator has developed in the whole country, with its newest figure."""

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.components.sparkline import sparkline
from dashboard.pages.catalogue_entries import Entry
from dashboard.standing import PROVISIONAL
from dashboard.text.dates import period_name
from dashboard.text.figures import Figures
from dashboard.text.translation import Translator
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary


def picture(t: Translator, release: Portal, entry: Entry) -> Element | None:
    """Line and newest figure; nothing where the whole country has none."""
    known = [(period, cell.value) for period, cell in entry.development if cell.value is not None]
    if not known:
        return None
    figures, name = Figures(entry.indicator, t.lang), release.country.name(release.country.whole.code, t.lang)
    (start, first), (end, last) = known[0], known[-1]
    told = t(
        "From {first} in {start} to {last} in {end}",
        first=figures.value(first),
        start=period_name(start, t.lang),
        last=figures.value(last),
        end=period_name(end, t.lang),
    )
    months = [period.last for period, _ in entry.development]
    places = tuple((month - months[0]) / max(months[-1] - months[0], 1) for month in months)
    line = sparkline([cell.value for _, cell in entry.development], places, f"{name}: {told}")
    where = f"{name}, {period_name(end, t.lang)}"
    if PROVISIONAL in dict(entry.development)[end].flags:
        where += f" ({text_in(vocabulary().flags[PROVISIONAL].title, t.lang).lower()})"
    said = [html.Strong(figures.value(last)), html.Span(where, className="note")]
    return html.Div([line, html.P(said)], className="picture")
