"""The certificate: what an attack on the release found before it was published, and what was withdrawn."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from dashboard.certificate import breakdown_title, closed_kinds, figure_titles, total
from dashboard.components import elements as html
from dashboard.components.phrases import commas, facts
from dashboard.components.sections import listed
from dashboard.components.simple_table import simple_table
from dashboard.pages.about_revision import rounded_anew
from dashboard.text.dates import day_name
from dashboard.text.numbers import number, percent_sign
from dashboard.text.translation import Translator
from warehouse.provenance import AttackedFigure, WithdrawnSplit
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary

Parts = list[Any]

HELD = "held"
"""The flag of figures of the release before, which stand where this one has withdrawn its own."""

SAMPLE = ("checked", "narrower", "exactly", "to_two", "to_three")
"""What is told of the figures that were checked by integer programming."""


def attacked(t: Translator, release: Portal) -> Parts:
    """How it was attacked, and what was found."""
    found, most = total(release), release.certificate["largest_small"]
    exposed = t(
        "Known exactly: {exactly}. Known to two values: {two}. Known to three: {three} ({share}) of the {small} figures"
        " that may be from 1 to {most}.",
        exactly=number(found.exactly, 0, t.lang),
        two=number(found.to_two, 0, t.lang),
        three=number(found.to_three, 0, t.lang),
        share=_share(t, found.to_three, found.small),
        small=number(found.small, 0, t.lang),
        most=most,
    )
    return [
        html.P(
            t(
                "Before a release is published, a program attacks it as a clever reader could: it has the published"
                " figures and knows every rule, but not the key. It sets areas, groups, periods and indicators against"
                " each other, and works out how many people could be behind each rounded figure. Then it attacks once"
                " more, as somebody who kept the earlier releases and knows where at most one record has come since."
            )
        ),
        html.P(html.Strong(exposed)),
        _rule(t, release),
        _found(t, release),
        *_sample(t, release),
        _facts(t, release),
    ]


def _rule(t: Translator, release: Portal) -> Any:
    kept = release.certificate
    limit = 100 * Decimal(kept["to_three_at_most"])
    rule = t(
        "The rule: no number from 1 to {most} may be known exactly or to two values, and at most {limit} of those"
        " that truly are so small to three. What breaks it is withdrawn, and the release is attacked again; if that"
        " does not help, it is not published.",
        most=kept["largest_small"],
        limit=_percent(t, limit, 0),
    )
    kept_to = t(
        "This release keeps to it: the share above is of all figures that may be so small, and most of these truly are"
        " 0. The publisher alone can tell how many truly are so small; to publish that number would help an attack."
    )
    return html.P(f"{rule} {kept_to}")


def _found(t: Translator, release: Portal) -> Any:
    columns = [
        t("What is counted"),
        t("Figures"),
        t("May be from 1 to {most}", most=release.certificate["largest_small"]),
        t("Known exactly"),
        t("To two values"),
        t("To three values"),
    ]
    rows = [_row(t, release, one) for one in release.attacked_figures]
    return simple_table(t("What the attack found"), columns, rows, range(1, len(columns)))


def _row(t: Translator, release: Portal, one: AttackedFigure) -> list[str]:
    found = one.found
    counts = (found.cells, found.small, found.exactly, found.to_two, found.to_three)
    return [_title(t, release, one.figure), *(number(count, 0, t.lang) for count in counts)]


def _sample(t: Translator, release: Portal) -> Parts:
    """What the check of the attack found; the first certificates tell of none."""
    if "sample_checked" not in release.certificate:
        return []
    kept = {name: number(int(release.certificate[f"sample_{name}"]), 0, t.lang) for name in SAMPLE}
    how = t(
        "The attack looks at one rule at a time. An exact but slow method, integer programming, looks at all rules"
        " around a figure together: it checks a few figures that may be small, drawn by lot, half of them among those"
        " about which the attack knows most."
    )
    found = t(
        "Checked: {checked}. Known more closely than the attack says: {narrower}; of these exactly: {exactly}, to two"
        " values: {two}, to three: {three}.",
        checked=kept["checked"],
        narrower=kept["narrower"],
        exactly=kept["exactly"],
        two=kept["to_two"],
        three=kept["to_three"],
    )
    return [html.P(f"{how} {found}")]


def _facts(t: Translator, release: Portal) -> Any:
    found, kept = total(release), release.certificate
    before = kept.get("together_with")
    return facts(
        [
            (t("Release"), html.Code(release.release)),
            (t("Figures as of"), day_name(release.as_of, t.lang)),
            (t("Attacked"), t("before publication, with the withdrawn figures left out")),
            (t("Attacked together with"), html.Code(before) if before else ""),
            (t("Figures attacked"), number(found.cells, 0, t.lang)),
            (t("Contradictions"), number(found.clashing, 0, t.lang)),
            (t("Rounds of withdrawal"), number(int(kept["rounds"]), 0, t.lang)),
            (t("Fingerprint of the rounding key"), list(_key(t, release))),
            (t("Fingerprints of former keys"), list(_former_keys(t, release))),
        ]
    )


def _key(t: Translator, release: Portal) -> Iterator[Any]:
    if key := release.meta.get("rounding_key"):
        yield html.Code(key)
    if key and release.synthetic:
        public = t("This is the public key of invented figures; it protects nobody.")
        yield html.Div(public, className="note")
    if release.rounded_anew_since:
        yield html.Div(rounded_anew(t, release), className="note")


def _former_keys(t: Translator, release: Portal) -> Iterator[Any]:
    if not release.former_keys:
        return
    yield html.Span(commas(html.Code(key) for key in release.former_keys))
    note = t(
        "Compare figures only between releases that name the same key; the other differences are rounding too."
    )
    yield html.Div(note, className="note")


def withdrawn(t: Translator, release: Portal) -> Parts:
    """Every split, and why."""
    splits = release.withdrawn_splits
    if not splits:
        return [html.P(t("Nothing had to be withdrawn from this release."))]
    columns = [t("What is counted"), t("Area"), t("Split by"), t("Periods"), t("Why")]
    rows = [_split(t, release, split) for split in splits]
    return [
        html.P(
            t(
                "A split is withdrawn as a whole, with all of its groups and in every period of that kind. A gap of one"
                " figure would tell that this one is small. The reason says how closely a number from 1 to {most} would"
                " have been known: the one about which most would have been known. Most figures that are withheld are"
                " not in this list:"
                " small totals are not split at all.",
                most=release.certificate["largest_small"],
            )
        ),
        html.P(
            t(
                "What tells too much only together with the release before is shown as in that one, marked “{mark}”:"
                " what is told again tells nothing new. Elsewhere there is a gap.",
                mark=text_in(vocabulary().flags[HELD].title, t.lang),
            )
        ),
        html.Details(
            [
                html.Summary(t("Splits withdrawn: {number}", number=number(len(rows), 0, t.lang))),
                simple_table(t("What was withdrawn"), columns, rows),
            ],
            className="checks",
        ),
    ]


def _split(t: Translator, release: Portal, split: WithdrawnSplit) -> list[Any]:
    kinds = vocabulary().period_kinds
    return [
        _title(t, release, split.figure),
        release.country.name(split.area, t.lang),
        breakdown_title(split.breakdown, t.lang),
        html.Span(commas(text_in(kinds[kind].title, t.lang) for kind in closed_kinds(split.months))),
        _why(t, split.reason),
    ]


def _why(t: Translator, values: int) -> str:
    if values == 1:
        return t("Known exactly")
    return t("Known to {values} values", values=number(values, 0, t.lang))


def limits(t: Translator, release: Portal) -> Parts:
    """What must not be read into the certificate."""
    least = release.country.protection.least_persons
    return [
        listed(
            t(
                "Durations are left out: means, medians and shares still on benefit are whole weeks or whole per cent"
                " of at least {least} people, as rounded.",
                least=least,
            ),
            *_of_totals(t, release),
            t("It does not know what somebody may know of their neighbours."),
            t(
                "It proves nothing against guessing: who guesses at random is right now and then, with any figure."
            ),
            t("It finds what its rules find. A method that nobody has thought of yet could find more."),
        )
    ]


def _of_totals(t: Translator, release: Portal) -> list[str]:
    if not release.totals:
        return []
    return [
        t(
            "It does not know the totals that the owners of the records publish themselves; whether those below {least}"
            " fit is not said.",
            least=release.country.protection.split_from,
        )
    ]


def _title(t: Translator, release: Portal, figure: str) -> str:
    return figure_titles(release, t.lang).get(figure, figure)


def _share(t: Translator, part: int, whole: int) -> str:
    return _percent(t, Decimal(100 * part) / max(whole, 1), 1)


def _percent(t: Translator, share: Decimal, decimals: int) -> str:
    return number(share, decimals, t.lang) + percent_sign(t.lang)
