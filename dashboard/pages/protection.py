"""Data protection: what is known of persons, how they are protected, and what an attack on the release found."""

from functools import lru_cache
from typing import Any

from dashboard.components import elements as html
from dashboard.components.frame import Head
from dashboard.components.phrases import phrase
from dashboard.components.sections import Section, with_contents
from dashboard.data import portal
from dashboard.given_out import file_of
from dashboard.pages import protection_again, protection_certificate, protection_figures, protection_records
from dashboard.text.translation import translate
from warehouse.reading import Portal

NAME = "protection"
PATH = "/<lang>/protection"
TITLE = "Data protection"


def head(lang: str, **_: str) -> Head:
    """Title and description."""
    t = translate(lang)
    return Head(
        t(TITLE),
        t("What is known of persons, how figures protect them, and what an attack on the release found."),
    )


def layout(lang: str, **_: str) -> Any:
    """The content of the page."""
    return _written(portal(), lang)


@lru_cache(maxsize=16)
def _written(release: Portal, lang: str) -> Any:
    t = translate(lang)
    sections: list[Section] = []
    if protection_records.sources_of_persons(release):
        sections += [
            ("delivered", t("What is delivered of persons"), protection_records.delivered(t, release)),
            ("pseudonyms", t("Pseudonyms in place of names"), protection_records.pseudonyms(t)),
            ("kept", t("How long it is kept"), protection_records.kept(t, release.country)),
            ("never", t("What is never stored"), protection_records.never(t)),
        ]
    if release.attacked_figures:
        sections += [
            (
                "rules",
                t("How figures are protected"),
                protection_figures.rules(t, release.country),
            ),
            ("missing", t("Why a figure is missing"), protection_figures.missing(t)),
            ("attack", t("The attack before publication"), protection_certificate.attacked(t, release)),
            ("withdrawn", t("What was withdrawn"), protection_certificate.withdrawn(t, release)),
            ("again", t("Check it yourself"), protection_again.again(t, release, file_of(release.release))),
            ("limits", t("What the attack does not know"), protection_certificate.limits(t, release)),
        ]
    else:
        said = t("Nothing in this release is counted from records of persons.")
        about = html.A(t("About the data"), href=f"/{lang}/about#audit")
        shown = t("Its figures come ready counted. What totals tell of hidden ones stands in {about}.")
        sections += [
            ("none", t("No records of persons"), [html.P([said, " ", *phrase(shown, about=about)])]),
            ("missing", t("Why a figure is missing"), protection_figures.missing(t)),
        ]
    return with_contents(t, t(TITLE), sections)
