"""How anybody makes the attack on a release again: the file, its checksum, the command, and what it takes."""

from decimal import Decimal
from typing import Any

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.components.phrases import facts, phrase
from dashboard.given_out import RELEASES, address_of
from dashboard.text.numbers import NO_BREAK, number
from dashboard.text.translation import Translator
from warehouse.reading import Portal
from warehouse.releases import PORTAL_FORMAT, ListedFile

Parts = list[Any]

COMMAND = ".venv/bin/openindsats attack"


def again(t: Translator, release: Portal, file: ListedFile | None) -> Parts:
    """The steps, if the file is given out; else the command alone."""
    certificate = _link("/api/v1/certificate")
    return [
        html.P(
            t(
                "Whoever has the published file can make the attack again. It takes no key and nothing else from the"
                " publisher, and compares what it finds with this certificate."
            )
        ),
        *(_steps(t, file) if file else [_code(f"{COMMAND} portal-{release.release}.duckdb")]),
        *(_needs(t, file) if file else ()),
        html.P(phrase(t("Programs read this certificate at {address}."), address=certificate)),
    ]


def _steps(t: Translator, file: ListedFile) -> Parts:
    name = file.file.name
    download = html.A(f"{name} ({_size(t, file.size)})", href=address_of(file), download=name)
    steps = [
        [
            t(
                "Get the source code of openindsats. It is open (MIT licence) and comes as a folder, not from a"
                " package registry: ask the publisher of this portal for it. README.md says how to set it up; in"
                " that folder:"
            ),
            _code("make setup"),
        ],
        phrase(t("Download the published file into the same folder: {file}"), file=download),
        [
            t("Check that it came whole. The command in the first line must print the second:"),
            _code(f"sha256sum {name}\n{file.sha256}  {name}"),
        ],
        [
            t(
                "Attack it. The last line says what is exposed, the line before whether this certificate says the"
                " same:"
            ),
            _code(f"{COMMAND} {name}"),
        ],
    ]
    earlier = t("Earlier releases that are still given out stand in {list}.")
    return [
        html.Ol([html.Li(step) for step in steps], className="steps"),
        html.P(phrase(earlier, list=_link(RELEASES))),
    ]


def _needs(t: Translator, file: ListedFile) -> Parts:
    return [
        html.H3(t("What the command needs")),
        facts(
            [
                (t("The published file"), f"{file.file.name}, {_size(t, file.size)}"),
                (t("The rules of protection"), t("They stand in the published file.")),
                ("openindsats", t("A version that reads format {format}", format=PORTAL_FORMAT)),
                (
                    t("Computer"),
                    t("Python 3.11 or newer, make; 4 GB of memory and 4 GB of disk are enough"),
                ),
                (t("Key, records of persons, warehouse"), t("No")),
                (t("Network"), t("Only to set it up and to download")),
            ]
        ),
    ]


def _size(t: Translator, size: int) -> str:
    """In megabytes of a million bytes, as browsers and disks tell it."""
    return f"{number(max(size, 10**5) / Decimal(10**6), 1, t.lang)}{NO_BREAK}MB"


def _code(text: str) -> Element:
    return html.Pre(html.Code(text), tabIndex=0)


def _link(address: str) -> Element:
    return html.A(html.Code(address), href=address)
