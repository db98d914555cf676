"""About the data: what this release was made from, how it was checked, and how to read it."""

from functools import lru_cache
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.frame import Head
from dashboard.components.phrases import facts, phrase
from dashboard.components.sections import with_contents
from dashboard.data import catalogue, portal
from dashboard.pages.about_completeness import complete
from dashboard.pages.about_facts import PUBLISHED, hidden
from dashboard.pages.about_reading import areas, marks
from dashboard.pages.about_revision import moved
from dashboard.pages.about_sources import given_away, hidden_figures, quality, sources
from dashboard.text.citation import citation
from dashboard.text.dates import day_name
from dashboard.text.numbers import number
from dashboard.text.translation import Translator, translate
from warehouse.reading import Portal
from warehouse.vocabulary import text_in

NAME = "about"
PATH = "/<lang>/about"
TITLE = "About the data"


def head(lang: str, **_: str) -> Head:
    """Title and description."""
    t = translate(lang)
    return Head(
        t(TITLE), t("Sources, licences, checks, hidden figures, and how to read and cite the figures.")
    )


def layout(lang: str, **_: str) -> Any:
    """The content of the page."""
    return _written(portal(), lang)


@lru_cache(maxsize=16)
def _written(release: Portal, lang: str) -> Any:
    t = translate(lang)
    sections = [
        ("release", t("This release"), _release(t, release)),
        ("moved", t("What moved since the release before"), moved(t, release)),
        ("complete", t("How complete the newest figures are"), complete(t, release)),
        ("sources", t("Sources and deliveries"), sources(t, release)),
        ("quality", t("Checks of the deliveries"), quality(t, release)),
        ("hidden", t("Hidden and missing figures"), hidden_figures(t, release)),
        ("audit", t("What totals give away"), given_away(t, release)),
        ("marks", t("What the marks mean"), marks(t)),
        ("areas", t("Areas that change"), areas(t)),
        ("cite", t("Citing and reusing"), _cite(t, release)),
        ("access", t("Accessibility"), _access(t)),
    ]
    return with_contents(t, t(TITLE), sections)


def _release(t: Translator, release: Portal) -> list[Component]:
    published = sum(row.ever.get(PUBLISHED, 0) for row in hidden(release))
    return [
        html.P(
            t(
                "A release is one state of all figures. It is never changed; when new figures come, a new release takes"
                " its place."
            )
        ),
        facts(
            [
                (t("Country"), text_in(release.country.names, t.lang)),
                (t("Release"), html.Code(release.release)),
                (t("Figures as of"), day_name(release.as_of, t.lang)),
                (t("Indicators"), number(len(catalogue(release)), 0, t.lang)),
                (t("Published figures"), number(published, 0, t.lang)),
                (
                    t("Kind of figures"),
                    t("Invented, to show the portal") if release.synthetic else t("Official"),
                ),
            ]
        ),
    ]


def _cite(t: Translator, release: Portal) -> list[Component]:
    api = html.A(html.Code("/api/v1/indicators"), href="/api/v1/indicators")
    catalogue_link = html.A(t("catalogue"), href=f"/{t.lang}/catalogue")
    return [
        html.P(
            t(
                "Name the release and its day, so that others find the same figures, and fill in what stands in"
                " brackets:"
            )
        ),
        html.Blockquote(citation(t, release)),
        html.P(t("Name the source too, as its licence asks; licences stand beside the sources above.")),
        html.P(
            phrase(
                t(
                    "Programs read everything here at {api}; the {catalogue} gives each indicator's addresses."
                ),
                api=api,
                catalogue=catalogue_link,
            )
        ),
    ]


def _access(t: Translator) -> list[Component]:
    lines = [
        t(
            "The figures of every picture can be had as a table: those of one period in the view “Table”, those of"
            " all periods as a download. A sentence says what the picture shows."
        ),
        t("All pages work with the keyboard alone, on small screens, in light and dark, and on paper."),
        t(
            "Texts, tables and lists can be read without scripts; only choosing in lists and drawing charts need them."
        ),
        t("Nothing is told by colour alone."),
    ]
    return [html.Ul([html.Li(line) for line in lines])]
