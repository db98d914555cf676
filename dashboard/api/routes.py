"""The addresses under /api/v1."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from typing import Any

import orjson
from flask import Blueprint, Response, request

from dashboard.api.certificate import certificate
from dashboard.api.descriptions import (
    API,
    FORMATS,
    definition,
    licence,
    notes,
    release_facts,
    sources,
    summary,
)
from dashboard.api.observations import Observations, columns_of, iterate_observations, read_observations
from dashboard.api.parameters import language, one_of, read_parameters, whole_number
from dashboard.api.problems import Refused, problem, quoted
from dashboard.api.releases import described, download, releases
from dashboard.api.selection import LABELS, PARAMETERS, select
from dashboard.api.writers import to_csv, to_json, to_xlsx
from dashboard.catalogue_search import LONGEST_SEARCH, search
from dashboard.compression import answer, kept, packed_stream, wanted_encoding
from dashboard.data import catalogue, portal
from dashboard.given_out import RELEASES, file_of
from dashboard.text.citation import citation
from dashboard.text.translation import translate
from indicators.catalogue import Indicator
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary

MOST_INDICATORS = 1000
MOST_OBSERVATIONS = {"json": 200_000, "csv": 1_000_000, "xlsx": 50_000}
MOST_KEPT = 5000
"""Observations of an answer that is kept, as JSON: packed they take some tens of kilobytes."""

FRESH = 60
"""Seconds that an answer may be used again without asking."""

LINKS = {
    "indicators": f"{API}/indicators",
    "indicator": f"{API}/indicators/{{indicator}}",
    "data": f"{API}/indicators/{{indicator}}/data",
    "measure": f"{API}/measures/{{measure}}.sql",
    "certificate": f"{API}/certificate",
    "releases": RELEASES,
    "file": f"{RELEASES}/portal-{{release}}.duckdb",
}
"""Where everything is; an id takes the place of what stands in braces."""


@dataclass(frozen=True)
class _Answer:
    """An answer by the tag of what is asked, and how it is written when it is not kept."""

    tag: str
    write: Callable[[], bytes] = field(compare=False)


_answers = kept(lambda one: one.write())

api = Blueprint("api", __name__, url_prefix="/api")


@api.get("/v1")
def index() -> Response:
    """The release, and the addresses that there are."""
    read_parameters(())
    release = portal()
    return _cached(release, "", lambda: _json({**release_facts(release), "links": LINKS}))


@api.get("/v1/indicators")
def list_indicators() -> Response:
    """The indicators of the release, by topic or by words: those that have them, else those that come close."""
    parameters = read_parameters(("q", "topic", "lang", "limit", "offset"))
    lang = language(parameters)
    topic = one_of(parameters, "topic", vocabulary().topics, "")
    limit = whole_number(parameters, "limit", 1, MOST_INDICATORS, 100)
    offset = whole_number(parameters, "offset", 0, MOST_INDICATORS, 0)
    wanted = parameters.get("q", "").strip()[:LONGEST_SEARCH]
    release = portal()

    def write() -> Response:
        ids, exact = search(release, lang, wanted)
        found = [one for one in map(catalogue(release).__getitem__, ids) if topic in {"", one.topic}]
        page = [summary(indicator, lang) for indicator in found[offset : offset + limit]]
        counts = {"total": len(found), "exact": exact, "limit": limit, "offset": offset}
        return _json({**release_facts(release), **counts, "indicators": page})

    return _cached(release, lang, write)


@api.get("/v1/indicators/<indicator_id>")
def show_indicator(indicator_id: str) -> Response:
    """All that is known of one indicator but its figures."""
    lang = language(read_parameters(("lang",)))
    release = portal()
    indicator = _indicator(release, indicator_id)
    return _cached(
        release, lang, lambda: _json({**release_facts(release), **definition(release, indicator, lang)})
    )


@api.get("/v1/indicators/<indicator_id>/data")
def show_data(indicator_id: str) -> Response:
    """The figures of one indicator, in the format asked for."""
    parameters = read_parameters((*PARAMETERS, "format", "labels", "lang"))
    lang = language(parameters)
    kind = one_of(parameters, "format", FORMATS, "") or _accepted()
    labels = one_of(parameters, "labels", LABELS, "both" if kind == "xlsx" else "id")
    release = portal()
    indicator = _indicator(release, indicator_id)
    selection = select(release, indicator, parameters)
    size, names_in = selection.size(release, indicator.id), lang if labels == "both" else None
    _refuse_too_many(size, kind)
    variant, named = f"{lang} {kind}", indicator.id + selection.label(release, indicator)

    def as_json() -> bytes:
        found = read_observations(release, indicator, selection, names_in)
        return to_json(_facts(release, indicator, lang, found), found)

    def write() -> Response:
        if kind == "csv":
            rows = iterate_observations(release, indicator, selection, names_in)
            return _file(release, named, kind, packed_stream(to_csv(columns_of(names_in), rows)))
        if kind == "json" and size <= MOST_KEPT:
            asked = _Answer(_tag(release, variant), as_json)
            return answer(_answers(release, asked, wanted_encoding()), FORMATS[kind], "")
        if kind == "json":
            return Response(as_json(), mimetype=FORMATS[kind])
        found = read_observations(release, indicator, selection, names_in)
        told = _told(indicator, _facts(release, indicator, lang, found), lang)
        return _file(release, named, kind, Response(to_xlsx(found, told, indicator.decimals)))

    return _cached(release, variant, write)


@api.get("/v1/measures/<measure>.sql")
def show_measure(measure: str) -> Response:
    """The SQL that counted a measure."""
    read_parameters(())
    release = portal()
    if measure not in release.measures:
        raise Refused(f"There is no measure {quoted(measure)}.", HTTPStatus.NOT_FOUND)
    return _cached(release, "", lambda: Response(release.measures[measure], mimetype="text/plain"))


@api.get("/v1/certificate")
def show_certificate() -> Response:
    """What an attack on the release found before it was published, what was withdrawn, and the file to attack again."""
    lang = language(read_parameters(("lang",)))
    release = portal()
    file = {"file": described(file_of(release.release))}
    found = {**release_facts(release), **file}
    return _cached(release, f"{lang} {file}", lambda: _json({**found, **certificate(release, lang)}))


@api.get("/v1/releases")
def list_releases() -> Response:
    """The published files that anybody may download, the last published first."""
    read_parameters(())
    release = portal()
    files = {"releases": releases(release)}
    return _cached(release, repr(files), lambda: _json({**release_facts(release), **files}))


@api.get("/v1/releases/portal-<release>.duckdb")
def send_release(release: str) -> Response:
    """The published file of a release, byte for byte."""
    read_parameters(())
    return download(release)


@api.get("/", defaults={"rest": ""})
@api.get("/<path:rest>")
def nothing_here(rest: str) -> Response:
    """Every other address, which Dash would answer with a page."""
    raise Refused(f"There is nothing at {quoted(rest)}.", HTTPStatus.NOT_FOUND)


@api.errorhandler(Refused)
def refuse(refused: Refused) -> Response:
    """Say why a request cannot be answered."""
    return problem(refused.status, refused.detail)


def _refuse_too_many(observations: int, kind: str) -> None:
    """Raise Refused for more observations than an answer of this format can sensibly hold."""
    if observations > MOST_OBSERVATIONS[kind]:
        raise Refused(
            f"That is about {observations} observations; {kind} gives {MOST_OBSERVATIONS[kind]} at most. "
            f"Choose areas, periods or categories{'' if kind == 'csv' else ', or ask for csv'}.",
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        )


def _file(release: Portal, named: str, kind: str, response: Response) -> Response:
    """A file to keep; its name tells what it holds, the release, and of invented figures that they are."""
    response.mimetype = FORMATS[kind]
    name = f"{named}{'-synthetic' if release.synthetic else ''}-{release.release}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _indicator(release: Portal, indicator_id: str) -> Indicator:
    known = catalogue(release)
    if indicator_id not in known:
        raise Refused(f"There is no indicator {quoted(indicator_id)}.", HTTPStatus.NOT_FOUND)
    return known[indicator_id]


def _accepted() -> str:
    """The format that the request prefers by its media type; JSON when it takes anything.

    Raises Refused when it takes only what is not served.
    """
    by_type = {media_type: name for name, media_type in FORMATS.items()}
    by_type |= {"*/*": "json", "application/*": "json", "text/*": "csv"}
    wanted = [
        str(media_type).partition(";")[0].strip().lower()
        for media_type, quality in request.accept_mimetypes
        if quality > 0
    ]
    for media_type in wanted:
        if media_type in by_type:
            return by_type[media_type]
    if wanted:
        raise Refused(f"Served are: {', '.join(FORMATS.values())}.", HTTPStatus.NOT_ACCEPTABLE)
    return "json"


def _cached(release: Portal, variant: str, write: Callable[[], Response]) -> Response:
    """The answer, or 304 without writing it when the client has the one of this release already."""
    tag = _tag(release, variant)
    known = request.if_none_match.contains_weak(tag)
    response = Response(status=HTTPStatus.NOT_MODIFIED) if known else write()
    response.set_etag(tag, weak=True)  # weak: the same figures, however they are compressed
    response.headers["Openindsats-Release"] = release.release
    response.headers["Cache-Control"] = f"public, max-age={FRESH}"
    response.headers["Vary"] = "Accept, Accept-Language, Accept-Encoding"
    return response


def _tag(release: Portal, variant: str) -> str:
    """What tells an answer from all others; the order of parameters does not."""
    query = sorted(request.args.items(multi=True))
    asked = repr((release.release, release.synthetic, request.path, query, variant)).encode()
    return sha256(asked).hexdigest()[:20]


def _facts(release: Portal, indicator: Indicator, lang: str, found: Observations) -> dict[str, Any]:
    """What must be known of observations."""
    return {
        "indicator": indicator.id,
        "title": text_in(indicator.title, lang),
        **release_facts(release),
        "licence": licence(release, indicator),
        "citation": citation(translate(lang), release),
        "sources": sources(release, indicator, lang),
        "notes": notes(release, indicator, lang, found),
    }


def _json(content: dict[str, Any]) -> Response:
    return Response(orjson.dumps(content), mimetype="application/json")


def _told(indicator: Indicator, facts: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    """What the second sheet of a workbook says."""
    t = translate(lang)
    return [
        (t("Indicator"), f"{facts['title']} ({indicator.id})"),
        (t("Question"), text_in(indicator.question, lang)),
        (t("Definition"), text_in(indicator.basis, lang)),
        (t("Unit"), text_in(vocabulary().units[indicator.unit].title, lang)),
        *((t("Note"), note) for note in facts["notes"]),
        *(
            (t("Source"), f"{source['citation']} ({source['licence']['name']})")
            for source in facts["sources"]
        ),
        (t("Release"), facts["release"]),
        (t("As of"), facts["as_of"]),
        (t("Cite as"), facts["citation"]),
    ]
