"""One indicator in full: what it counts, how far to trust it, where it comes from, how to take it along."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from dashboard.completeness import redefined
from dashboard.components import elements as html
from dashboard.components.downloads import FORMATS
from dashboard.components.elements import Element
from dashboard.components.icons import icon
from dashboard.components.origin import deliveries_of, links_of, rules_of
from dashboard.components.parts import made_of
from dashboard.components.phrases import facts, phrase
from dashboard.components.still import still
from dashboard.data import measure_title
from dashboard.pages.catalogue_entries import Entry, entries
from dashboard.pages.catalogue_picture import picture
from dashboard.text.dates import day_name, period_name
from dashboard.text.figures import Figures
from dashboard.text.numbers import number
from dashboard.text.translation import Translator, translate
from warehouse.periods import parse_period
from warehouse.reading import Portal, Source
from warehouse.vocabulary import Text, text_in, vocabulary

LONGEST_ID = 60
"""Characters of an unknown id that are shown."""


@dataclass(frozen=True, eq=False)
class Detail:
    """An indicator on its way to a reader."""

    t: Translator
    release: Portal
    entry: Entry

    def say(self, text: Text) -> str:
        """A text of the data in the reader's language."""
        return text_in(text, self.t.lang)


def detail(release: Portal, lang: str, indicator: str) -> Any:
    """The page of an indicator, or of there being none of that id."""
    known = indicator in entries(release)
    return _written(release, lang, indicator) if known else _unknown(translate(lang), indicator)


def source_title(t: Translator, source: Source) -> Element | str:
    """The source's title, leading to where its owner publishes it."""
    return _linked(text_in(source.facts["title"], t.lang), str(source.facts.get("url", "")))


def licence(source: Source) -> Element | str:
    """The licence, leading to its text."""
    return _linked(str(source.facts["licence"]["name"]), str(source.facts["licence"].get("url", "")))


def _linked(text: str, address: str) -> Element | str:
    return html.A(text, href=address) if address.startswith("https://") else text


def _unknown(t: Translator, indicator: str) -> Element:
    said = t("No indicator has the id “{id}”.", id=indicator[:LONGEST_ID])
    link = html.A(t("To the catalogue"), href=f"/{t.lang}/catalogue")
    return html.Div([html.H1(t("No such indicator")), html.P(said), html.P(link)], className="catalogue")


@lru_cache(maxsize=256)
def _written(release: Portal, lang: str, indicator: str) -> Any:
    page = Detail(translate(lang), release, entries(release)[indicator])
    columns = (
        (_definition, _caveats, _came_about, _sql, _addresses),
        (_periods, _breakdowns, _sources, _deliveries, _statuses),
    )
    cards = [html.Div([section(page) for section in column]) for column in columns]
    return still(html.Div([_title(page), html.Div(cards, className="detail")], className="catalogue"))


def _title(page: Detail) -> Element:
    t, indicator = page.t, page.entry.indicator
    topic = page.say(vocabulary().topics[indicator.topic].title)
    trail = html.P([html.A(t("Catalogue"), href=f"/{t.lang}/catalogue"), " · ", topic], className="eyebrow")
    title, question = (
        html.H1(page.say(indicator.title)),
        html.P(page.say(indicator.question), className="lead"),
    )
    said = html.Div([trail, title, question, _retired(page), _actions(page)])
    return html.Div([said, picture(t, page.release, page.entry)], className="pictured")


def _retired(page: Detail) -> Element | None:
    """That the indicator is kept up no more, and which one takes its place."""
    t, indicator = page.t, page.entry.indicator
    if indicator.retired_on is None:
        return None
    said: list[Any] = [t("Not published any more since {day}.", day=day_name(indicator.retired_on, t.lang))]
    successor = entries(page.release).get(indicator.replaced_by or "")
    if successor:
        link = html.A(
            page.say(successor.indicator.title), href=f"/{t.lang}/catalogue/{successor.indicator.id}"
        )
        said += [" ", *phrase(t("In its place: {indicator}."), indicator=link)]
    return html.P(said, className="notice")


def _actions(page: Detail) -> Element | None:
    t, indicator = page.t, page.entry.indicator.id
    if page.entry.newest is None:
        return None
    compare: list[Any] = [icon("table"), t("Compare areas")]
    address = f"/api/v1/indicators/{indicator}/data?format="
    files = [
        html.A([icon("download"), title], href=f"{address}{name}&lang={t.lang}", className="button")
        for name, title in FORMATS.items()
    ]
    links = [html.A(compare, href=f"/{t.lang}/compare?indicator={indicator}", className="button"), *files]
    return html.Div(links, className="buttons only-screen")


def _card(title: str, *parts: Any) -> Element:
    return html.Section([html.H2(title), *parts], className="card")


def _definition(page: Detail) -> Element:
    t, indicator = page.t, page.entry.indicator
    below = indicator.denominator
    chance = {
        "wilson": t("95% interval after Wilson"),
        "byar": t("95% interval after Byar"),
        "newcombe": t("95% interval after Newcombe, from those of the two figures"),
    }.get(indicator.interval, "")
    pairs = [
        (t("Made from the published figures of"), made_of(page.release, indicator, t.lang)),
        (
            t("Counted"),
            measure_title(page.release, indicator.numerator, t.lang) if indicator.numerator else "",
        ),
        (t("Divided by"), measure_title(page.release, below, t.lang) if below else ""),
        *_per(page),
        (t("Unit"), Figures(indicator, t.lang).unit),
        (t("Direction"), page.say(vocabulary().directions[indicator.direction].title)),
        (t("Play of chance"), chance),
        (t("Reference"), page.say(indicator.reference)),
        (t("In other catalogues"), _elsewhere(page)),
        (t("To be reviewed by"), day_name(indicator.review_on, t.lang)),
        (t("Id"), html.Code(indicator.id)),
    ]
    return _card(t("Definition"), html.P(page.say(indicator.basis)), facts(pairs))


def _elsewhere(page: Detail) -> str:
    """What the indicator is called in other catalogues."""
    names, there = vocabulary().catalogues, page.entry.indicator.crosswalk
    return "; ".join(f"{page.say(names[name].title)}: {page.say(text)}" for name, text in there.items())


def _per(page: Detail) -> list[tuple[str, str]]:
    """What a ratio is expressed per; of money, how much stands for one above the line."""
    t, indicator = page.t, page.entry.indicator
    if indicator.per == 1:
        return []
    figures = Figures(indicator, t.lang)
    if figures.is_money:
        return [(t("Unit of money"), figures.value(Decimal(indicator.per)))]
    return [(t("Expressed per"), number(indicator.per, 0, t.lang))]


def _caveats(page: Detail) -> Element | None:
    t, entry = page.t, page.entry
    caveats = entry.indicator.caveats.get(t.lang) or entry.indicator.caveats.get("en", ())
    breaks = [
        html.Li([html.B(period_name(parse_period(period), t.lang)), ": ", page.say(note)])
        for period, note in entry.breaks
    ]
    changed = redefined(t, page.release, entry.indicator.id)
    lines = [*([changed] if changed else []), *caveats]
    parts: list[Any] = [html.Ul([html.Li(line) for line in lines])] if lines else []
    if breaks:
        parts += [html.H3(t("Breaks in the series")), html.Ul(breaks)]
    return _card(t("Mind when comparing"), *parts) if parts else None


def _periods(page: Detail) -> Element:
    t, kinds, levels = page.t, vocabulary().period_kinds, page.release.country.levels
    pairs: list[tuple[str, Any]] = []
    for kind, periods in page.entry.periods.items():
        first, last = (period_name(period, t.lang) for period in (periods[0], periods[-1]))
        said = t("{first} – {last} ({number})", first=first, last=last, number=len(periods))
        pairs.append((page.say(kinds[kind].title), said))
    areas = ", ".join(page.say(levels[level].plural) for level in page.entry.levels)
    update = page.entry.next_update
    pairs += [
        (t("Areas"), areas),
        (t("Next update"), period_name(update, t.lang) if update else ""),
    ]
    return _card(t("Periods and areas"), facts(pairs))


def _breakdowns(page: Detail) -> Element | None:
    """Each breakdown with its categories; of pairs only which there are."""
    t, known = page.t, page.release.breakdowns
    found = [known[code] for code in page.entry.indicator.breakdowns if code in known]
    single = [
        (page.say(one.title), ", ".join(map(page.say, one.categories.values())))
        for one in found
        if not one.parts
    ]
    crossed = ", ".join(page.say(one.title) for one in found if one.parts)
    return _card(t("Breakdowns"), facts([*single, (t("Two at once"), crossed)])) if found else None


def _sources(page: Detail) -> Element | None:
    t = page.t
    items = [
        html.Li([source_title(t, source), f" – {page.say(source.facts['publisher'])}, ", licence(source)])
        for source in page.entry.sources
    ]
    return _card(t("Sources"), html.Ul(items)) if items else None


def _statuses(page: Detail) -> Element | None:
    """How many figures of the newest period are published, hidden or missing, and why."""
    t, entry, words = page.t, page.entry, vocabulary().statuses
    if entry.newest is None:
        return None
    rows = [
        (page.say(words[status].title), f"{number(count, 0, t.lang)} – {page.say(words[status].note)}")
        for status, count in entry.statuses.items()
    ]
    return _card(t("Figures in {period}", period=period_name(entry.newest, t.lang)), facts(rows))


def _came_about(page: Detail) -> Element:
    of = (page.release, page.t.lang, page.entry.indicator.id)
    return _card(page.t("How the figures come about"), *rules_of(*of), links_of(*of))


def _deliveries(page: Detail) -> Element:
    found = deliveries_of(page.release, page.t.lang, page.entry.indicator.id)
    return _card(page.t("Deliveries"), *found)


def _sql(page: Detail) -> Element | None:
    t, measures = page.t, page.release.measures
    shown = [
        html.Details(
            [
                html.Summary(html.Code(measure)),
                html.Pre(html.Code(measures[measure]), tabIndex=0),
            ]
        )
        for measure in page.entry.indicator.rests_on
        if measure in measures
    ]
    return (
        _card(t("How it is counted"), html.P(t("The very SQL behind each count:")), *shown) if shown else None
    )


def _addresses(page: Detail) -> Element:
    t = page.t
    base, whole = f"/api/v1/indicators/{page.entry.indicator.id}", page.release.country.whole.code
    addresses = [base, f"{base}/data?REF_AREA={whole}&last=4", f"{base}/data?format=csv"]
    items = [html.Li(html.A(html.Code(address), href=address)) for address in addresses]
    return _card(t("Addresses for programs"), html.Ul(items, className="plain"))
