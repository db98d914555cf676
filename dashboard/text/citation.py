"""How to name a release, so that others find the same figures."""

from dashboard.text.dates import day_name
from dashboard.text.translation import Translator
from warehouse.reading import Portal
from warehouse.vocabulary import text_in

NAME = "openindsats"
"""What the portal is called."""


def citation(t: Translator, release: Portal) -> str:
    """How to name this release; every view has its own address, and readers know when they read it."""
    blanks = {
        "portal": NAME,
        "country": text_in(release.country.names, t.lang),
        "release": release.release,
        "day": day_name(release.as_of, t.lang),
    }
    if release.synthetic:
        return t(
            "{portal}, {country}, invented figures, release {release}, figures as of {day}. [Address of the page],"
            " read on [day].",
            **blanks,
        )
    return t(
        "{portal}, {country}, release {release}, figures as of {day}. [Address of the page], read on [day].",
        **blanks,
    )
