"""The deliveries behind a release, their checks, and what is hidden in it, as tables."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.elements import Element
from dashboard.components.icons import icon
from dashboard.components.origin import checksum
from dashboard.components.phrases import facts, phrase
from dashboard.components.simple_table import simple_table
from dashboard.data import measure_title
from dashboard.pages.about_facts import PUBLISHED, Delivered, Hidden, delivered, hidden, hiding_statuses
from dashboard.pages.catalogue_detail import licence, source_title
from dashboard.text.contracts import contract_text, of_columns
from dashboard.text.dates import day_name, period_name
from dashboard.text.numbers import number
from dashboard.text.translation import Translator
from warehouse.periods import parse_period
from warehouse.reading import CheckOutcome, DeliveredAudit, DeliveredFile, Delivery, Portal, Source
from warehouse.timeliness import LateRecords
from warehouse.vocabulary import text_in, vocabulary

LEAST_RECORDS = 500
"""From so many records on, which are rounded up to tens, a share of them says something."""


def sources(t: Translator, release: Portal) -> list[Component]:
    """Each source with its deliveries."""
    said = t("Every delivered row is either loaded or left out for a reason that is counted below.")
    return [html.P(said), *(_source(t, release, source, found) for source, found in delivered(release))]


def _source(t: Translator, release: Portal, source: Source, found: Sequence[Delivered]) -> Component:
    known = source.facts
    named = facts(
        [
            (t("Publisher"), text_in(known["publisher"], t.lang)),
            (t("Licence"), licence(source)),
            (t("Rhythm"), _rhythm(t, str(known.get("rhythm", "")))),
            (t("Cite as"), _cited(t, release, str(known.get("citation", "")))),
        ]
    )
    title = html.H3(source_title(t, source))
    return html.Article([title, named, *(_delivery(t, source, one) for one in found)], className="source")


def _rhythm(t: Translator, rhythm: str) -> str:
    kinds = {"month": t("Every month"), "quarter": t("Every quarter"), "year": t("Every year")}
    return kinds.get(rhythm, rhythm)


def _delivery(t: Translator, source: Source, one: Delivered) -> Component:
    counts, lang = one.delivery, t.lang
    title = covers(t, counts)
    parts: list[Any] = [html.P(_rows(t, counts))]
    if one.late is not None:
        parts.append(html.P(_late(t, one.late)))
    if one.left_out:
        reasons = [html.Li([_left_out(t, counts, each.rows), _said(t, each.rule)]) for each in one.left_out]
        parts += [html.P(t("Why rows were left out:")), html.Ul(reasons)]
    files = _files(t, f"{text_in(source.facts['title'], lang)}, {title}", one.files)
    summary = html.Summary([html.Span(title), _adds_up(t, counts.adds_up)])
    return html.Details([summary, *parts, files], open=not counts.adds_up, className="checks")


def covers(t: Translator, one: Delivery) -> str:
    """The periods that a delivery speaks of."""
    first, last = (period_name(parse_period(text), t.lang) for text in (one.first_period, one.last_period))
    if first == last:
        return t("Covers {period}", period=first)
    return t("Covers {first} to {last}", first=first, last=last)


def _late(t: Translator, late: LateRecords) -> str:
    """How many records come late; of few no share is told."""
    share = (
        number(100 * Decimal(late.late) / late.records, 0, t.lang) if late.records >= LEAST_RECORDS else ""
    )
    said = t(
        "{records} records are told of for the first time; up to {late} of them are of a day more than 30 days before"
        " the end of what was covered until then.",
        records=number(late.records, 0, t.lang),
        late=number(late.late, 0, t.lang),
    )
    return f"{said} {t('That is up to {share}%.', share=share)}" if share else said


def _rows(t: Translator, one: Delivery) -> str:
    numbers = {
        "delivered": number(one.rows_delivered, 0, t.lang),
        "loaded": number(one.rows_loaded, 0, t.lang),
        "left_out": number(one.rows_quarantined, 0, t.lang),
    }
    if one.rounded_to == 1:
        return t("{delivered} rows delivered = {loaded} loaded + {left_out} left out", **numbers)
    return t(
        "Rounded up to tens: {delivered} rows delivered, {loaded} loaded, {left_out} left out", **numbers
    )


def _left_out(t: Translator, one: Delivery, rows: int) -> str:
    told = number(rows, 0, t.lang)
    return t("{rows} × ", rows=told) if one.rounded_to == 1 else t("At most {rows} × ", rows=told)


def _files(t: Translator, caption: str, files: Iterable[DeliveredFile]) -> Element:
    rows = [[file.file, _size(t, file.bytes), checksum(file.sha256)] for file in files]
    return simple_table(caption, [t("File"), t("Size"), t("Checksum (SHA-256)")], rows, numbers={1})


def _size(t: Translator, size: int) -> str:
    if size >= 1_000_000:
        return f"{number(Decimal(size) / 1_000_000, 1, t.lang)} MB"
    return f"{number(-(-size // 1000), 0, t.lang)} kB"


def quality(t: Translator, release: Portal) -> list[Component]:
    """Every check of every delivery."""
    refused = t(
        "Each delivery is checked before it is loaded. A blocking check that fails refuses the delivery."
    )
    warned = t("A warning that does not hold is told here, so that readers can bear it in mind.")
    checked = [(source, one) for source, found in delivered(release) for one in found if one.checks]
    checks = [_checks(t, source, one) for source, one in checked]
    return [html.P(f"{refused} {warned}"), *_totals(t, release), *checks]


def _totals(t: Translator, release: Portal) -> list[Component]:
    """How many of the owner's own totals fit; which do not is known in the house alone."""
    if not release.totals:
        return []
    held, fitting = (number(count, 0, t.lang) for count in release.totals)
    said = t(
        "What is counted here is held against totals that the owners of the records publish of the same, before it is"
        " rounded: {fitting} of {held} fit, as nearly as these are told. What does not fit is looked at by somebody"
        " before a release.",
        fitting=fitting,
        held=held,
    )
    return [html.P(said)]


def _checks(t: Translator, source: Source, one: Delivered) -> Component:
    passed, number_of = len(one.checks) - len(one.failed), len(one.checks)
    title = f"{text_in(source.facts['title'], t.lang)}, {day_name(one.delivery.as_of, t.lang)}"
    outcome = _outcome(not one.failed, t("{passed} of {all} checks hold", passed=passed, all=number_of))
    columns = [t("Outcome"), t("What is expected"), t("Severity"), t("Rows against it")]
    rows = [_check(t, check) for check in sorted(one.checks, key=lambda check: check.success)]
    table = simple_table(title, columns, rows, numbers={3})
    return html.Details(
        [html.Summary([html.Span(title), outcome]), table], open=bool(one.failed), className="checks"
    )


def _check(t: Translator, check: CheckOutcome) -> list[Any]:
    severity = {"blocking": t("Blocking"), "warning": t("Warning")}.get(check.severity, check.severity)
    counted = "" if check.unexpected is None else number(check.unexpected, 0, t.lang)
    if counted and check.checked is not None:
        counted = t("{number} of {all}", number=counted, all=number(check.checked, 0, t.lang))
    outcome = _outcome(check.success, t("Holds") if check.success else t("Does not hold"))
    return [outcome, _said(t, check.note), severity, counted]


def _adds_up(t: Translator, good: bool) -> Component:
    return _outcome(good, t("Adds up") if good else t("Does not add up"))


def _outcome(good: bool, words: str) -> Component:
    mark = icon("check" if good else "alert")
    return html.Span([mark, words], className=f"outcome {'good' if good else 'bad'}")


def _said(t: Translator, text: str) -> Component | str:
    """A text of a contract, with its columns as they are written; what nobody has translated is marked as English."""
    if known := contract_text(text, t.lang):
        return known
    if told := of_columns(text, t.lang):
        sentence, names = told
        return html.Span(phrase(sentence, **{blank: _named_so(t, name) for blank, name in names.items()}))
    return html.Span(text, lang="en")


def _named_so(t: Translator, name: str) -> Component | str:
    return number(int(name), 0, t.lang) if name.isdecimal() else html.Code(name)


def _cited(t: Translator, release: Portal, citation: str) -> Any:
    """How to name a source; what is invented says so."""
    said = _said(t, citation) if citation else ""
    return phrase(t("{source} (invented figures)"), source=said) if said and release.synthetic else said


def hidden_figures(t: Translator, release: Portal) -> list[Component]:
    """How many figures of each indicator have which status."""
    rows = hidden(release)
    statuses = hiding_statuses(rows)
    if not statuses:
        return [html.P(t("No figure is hidden or missing."))]
    words = vocabulary().statuses
    columns = [t("Indicator"), t("Published"), *(text_in(words[status].title, t.lang) for status in statuses)]
    shown, numbers = (PUBLISHED, *statuses), set(range(1, len(columns)))
    newest = [[_named(t, row, newest=True), *_counts(t, row.newest, shown)] for row in rows]
    ever = [[_named(t, row, newest=False), *_counts(t, row.ever, shown)] for row in rows]
    return [
        html.P(t("Counted are all areas, those of earlier and later years too, and all categories.")),
        html.H3(t("In the newest period")),
        simple_table(t("In the newest period"), columns, newest, numbers),
        html.H3(t("In all periods")),
        simple_table(t("In all periods"), columns, ever, numbers),
    ]


def given_away(t: Translator, release: Portal) -> list[Component]:
    """How many hidden figures of delivered tables can be worked out from the tables' own sums; never which."""
    audits = release.delivered_audits
    if not audits:
        return [html.P(t("No delivered figure is hidden."))]
    tested = t(
        "Where a total stands beside its parts, a hidden part can sometimes be worked out. Every delivered table is"
        " tested for that, by its own sums and its owner's rule for hiding. How many can be worked out is told here,"
        " not which."
    )
    columns = [
        *(t("Figures"), t("Hidden by the owner"), t("Withheld by this portal"), t("Worked out exactly")),
        *(t("To two values"), t("To three values")),
    ]
    rows = [
        [measure_title(release, one.measure, t.lang), *(number(count, 0, t.lang) for count in one[2:7])]
        for one in audits
    ]
    table = simple_table(t("Hidden figures that sums tell of"), columns, rows, set(range(1, len(columns))))
    return [html.P(tested), html.Ul([html.Li(_told(t, release, one)) for one in audits]), table]


def _told(t: Translator, release: Portal, one: DeliveredAudit) -> str:
    blanks = {
        "figures": measure_title(release, one.measure, t.lang),
        "exact": number(one.exact, 0, t.lang),
        "hidden": number(one.hidden + one.withheld, 0, t.lang),
        "unclear": number(one.contradicted, 0, t.lang),
    }
    if one.exact:
        said = t("{figures}: {exact} of {hidden} hidden figures can be worked out exactly.", **blanks)
    else:
        said = t("{figures}: none of {hidden} hidden figures can be worked out exactly.", **blanks)
    if one.contradicted:
        said += " " + t("Of {unclear} nothing can be said: the sums contradict each other.", **blanks)
    return said


def _named(t: Translator, row: Hidden, newest: bool) -> list[Any]:
    indicator, period = row.entry.indicator, row.entry.newest
    link = html.A(text_in(indicator.title, t.lang), href=f"/{t.lang}/catalogue/{indicator.id}")
    if not newest or period is None:
        return [link]
    return [link, html.Span(f" {period_name(period, t.lang)}", className="muted")]


def _counts(t: Translator, counts: Mapping[str, int], statuses: Sequence[str]) -> list[str]:
    return [number(counts.get(status, 0), 0, t.lang) for status in statuses]
