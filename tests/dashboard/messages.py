"""The messages that the dashboard's code asks to be translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard"


def messages_of(source: str) -> set[str]:
    """Every literal that is handed to a translator, and the titles of pages.

    Raises ValueError for a message that is put together while the program runs: no catalogue could know it.
    """
    return {message for node in ast.walk(ast.parse(source)) for message in _messages(node)}


def used_messages() -> dict[str, str]:
    """Every message and the file that uses it."""
    return {
        message: file.relative_to(DASHBOARD).as_posix()
        for file in sorted(DASHBOARD.rglob("*.py"))
        for message in messages_of(file.read_text(encoding="utf-8"))
    }


def _messages(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and node.args and _is_translator(node.func):
        plural = isinstance(node.func, ast.Attribute)
        for argument in node.args[: 2 if plural else 1]:
            yield from _literal(argument)
    if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["TITLE"]:
        yield from _literal(node.value)


def _is_translator(function: ast.expr) -> bool:
    name = ast.unparse(function)
    return name in {"t", "shown.t"} or name.endswith("t.plural") or name.startswith("translate(")


def _literal(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not (isinstance(node, ast.Name) and node.id == "TITLE") and not (
        isinstance(node, ast.Attribute) and node.attr == "TITLE"
    ):
        raise ValueError(f"line {node.lineno}: {ast.unparse(node)} is no literal")
