"""The parameters of a request, strictly: every one known, given once, and spelled as its kind is."""

import re
from collections.abc import Collection, Mapping

from flask import request

from dashboard.addresses import preferred_language
from dashboard.api.problems import Refused, quoted
from warehouse.vocabulary import vocabulary

_WHOLE = re.compile(r"[0-9]{1,6}", re.ASCII)


def read_parameters(known: Collection[str]) -> dict[str, str]:
    """The request's parameters; one with an empty value is as good as not given.

    Raises Refused for one that is not among the known ones, is given twice or holds control characters.
    """
    found: dict[str, str] = {}
    for name, texts in request.args.lists():
        if name not in known:
            raise Refused(f"Unknown parameter {quoted(name)}. Known here: {', '.join(known)}.")
        if len(texts) > 1:
            raise Refused(f"Parameter '{name}' is given {len(texts)} times; give it once.")
        if not texts[0].isprintable():
            raise Refused(f"Parameter '{name}' holds characters that cannot be printed.")
        if texts[0]:
            found[name] = texts[0]
    return found


def whole_number(parameters: Mapping[str, str], name: str, least: int, most: int, default: int) -> int:
    """A whole number between `least` and `most`. Raises Refused for anything else."""
    text = parameters.get(name, str(default))
    if not _WHOLE.fullmatch(text) or not least <= int(text) <= most:
        raise Refused(f"Parameter '{name}' must be a whole number from {least} to {most}.")
    return int(text)


def one_of(parameters: Mapping[str, str], name: str, known: Collection[str], default: str) -> str:
    """A word out of a list. Raises Refused for another."""
    text = parameters.get(name, default)
    if text != default and text not in known:
        raise Refused(f"Parameter '{name}' must be one of: {', '.join(known)}.")
    return text


def language(parameters: Mapping[str, str]) -> str:
    """The language that `lang` names, else what the reader's program prefers."""
    return one_of(parameters, "lang", vocabulary().languages, preferred_language(request.accept_languages))
