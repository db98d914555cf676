"""Rules that every file of the project keeps."""

import ast
import re
from pathlib import Path

import pytest

from tests.repository.tree import PACKAGES, ROOT, name_of, own_files

LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 40
TESTS_OF_NO_PACKAGE = {
    "benchmarks",
    "browser",
    "clients",
    "data",
    "end_to_end",
    "golden",
    "repository",
    "support",
}

# Written with a gap that is closed before use, so that this file does not break its own rule.
PLACES = ("/wo~rk", "/ro~ot", "/ho~me/")
REGISTRIES = ("py~pi.org", "files.python~hosted", "npm~js.org", "npm~js.com", "deb.deb~ian")


def whole(text: str) -> str:
    return text.replace("~", "")


UNWANTED = re.compile(
    "|".join(
        [rf"(?<![\w.]){whole(place)}\b(?!-)" for place in PLACES]
        + [re.escape(whole(host)) for host in REGISTRIES]
    )
)


def unwanted_in(text: str) -> list[str]:
    return [found[0] for found in UNWANTED.finditer(text)]


def long_functions_in(source: str) -> list[str]:
    """Functions with too many lines, those of texts that stand in them (tables of a test, say) not counted."""
    functions = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return [one.name for one in functions if lines_of(one) > LINES_OF_A_FUNCTION]


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function but for the inner lines of texts."""
    texts = [
        node for node in ast.walk(function) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return function.end_lineno - function.lineno + 1 - sum(text.end_lineno - text.lineno for text in texts)


def is_text(file: Path) -> bool:
    return b"\0" not in file.read_bytes()[:8000]


def test_no_file_names_a_registry_or_a_place_on_somebodys_machine():
    texts = {
        name_of(file): file.read_text(encoding="utf-8", errors="replace")
        for file in own_files()
        if is_text(file)
    }
    assert {name: found for name, text in texts.items() if (found := unwanted_in(text))} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see /wo~rk/main", 1),
        ("https://py~pi.org/simple", 1),
        ("cd /ro~ot", 1),
        ("workbook, a/workbook.xlsx, /workers, the root, https://example.org/rooted", 0),
    ],
)
def test_the_search_for_unwanted_names_finds_them(text, found):
    assert len(unwanted_in(whole(text))) == found


def test_modules_and_functions_are_short():
    sources = {name_of(file): file.read_text(encoding="utf-8") for file in own_files("*.py")}
    assert [name for name, source in sources.items() if len(source.splitlines()) > LINES_OF_A_MODULE] == []
    assert {name: found for name, source in sources.items() if (found := long_functions_in(source))} == {}


def test_a_long_function_is_found():
    body = "\n".join(f"    x = {number}" for number in range(LINES_OF_A_FUNCTION))
    assert long_functions_in(f"def long():\n{body}\n\ndef short():\n    pass\n") == ["long"]


def test_tests_mirror_the_packages():
    folders = {file.parent.relative_to(ROOT / "tests") for file in own_files("tests/**/test_*.py")}
    mirrored = {folder for folder in folders if folder.parts and folder.parts[0] not in TESTS_OF_NO_PACKAGE}
    assert {folder.parts[0] for folder in mirrored} == set(PACKAGES)
    assert [str(folder) for folder in sorted(mirrored) if not (ROOT / folder).is_dir()] == []
