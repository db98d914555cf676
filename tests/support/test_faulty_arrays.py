"""Faults made for Python that is drawn here: each kind where it must be, and planted for as long as it is wanted."""

from pathlib import Path
from types import ModuleType

import pytest

from tests.support.faulty_arrays import KINDS, faults_in, planted


def module_of(folder: Path, *lines: str) -> ModuleType:
    file = folder / "drawn.py"
    file.write_text("\n".join(("def f(a, b):", *(f"    {line}" for line in lines), "")), encoding="utf-8")
    module = ModuleType("drawn")
    module.__file__ = str(file)
    exec(compile(file.read_text(encoding="utf-8"), str(file), "exec"), vars(module))  # noqa: S102 – drawn here
    return module


@pytest.mark.parametrize(
    ("kind", "line", "becomes"),
    [
        ("bound", "return a < (b + 1)", ["return a <= (b + 1)"]),
        ("bound", "return max(a, b)", ["return min(a, b)"]),
        ("sign", "return a + b", ["return a - b"]),
        ("sign", "a |= b", ["a &= b"]),
        ("forgotten", "return a | (b > 0)", ["return a", "return (b > 0)"]),
        ("forgotten", "a += b", ["a = b", "pass"]),
        ("slice", "return slice(a, b)", ["return slice(a + 1, b)", "return slice(a, b - 1)"]),
        ("slice", "return a[:b]", ["return a[:b + 1]"]),
        ("slice", "return a[:, 1]", ["return a[:, 0]"]),
        ("axis", "return a.sum(axis=2)", ["return a.sum(axis=1)"]),
        ("axis", "return a.shape[0]", ["return a.shape[1]"]),
        ("copy", "return a.copy()", ["return a"]),
        ("copy", "return np.zeros(a)", ["return np.ones(a)"]),
        ("condition", "return 1 if a else 0", ["return 1 if True else 0", "return 1 if False else 0"]),
        ("condition", "return a and b", ["return True and b", "return a and True"]),
        ("condition", "return [c for c in a if c]", ["return [c for c in a if True]"]),
    ],
)
def test_a_fault_of_each_kind(tmp_path: Path, kind: str, line: str, becomes: list[str]) -> None:
    faults = [fault for fault in faults_in(module_of(tmp_path, line)) if fault.kind == kind]
    assert [fault.becomes for fault in faults] == becomes


def test_every_kind_is_drawn_above() -> None:
    [mark] = test_a_fault_of_each_kind.pytestmark  # type: ignore[attr-defined]
    assert {kind for kind, *_ in mark.args[1]} == set(KINDS)


def test_who_imported_a_function_has_its_fault_for_as_long_as_it_is_planted(tmp_path: Path) -> None:
    module = module_of(tmp_path, "return a + b")
    imported = module.f
    [fault] = [one for one in faults_in(module) if one.kind == "sign"]
    with planted(fault):
        assert imported(3, 2) == 1
    assert imported(3, 2) == 5
    assert fault.name == "f: return a + b → return a - b"


def test_equal_faults_are_told_apart(tmp_path: Path) -> None:
    names = [fault.name for fault in faults_in(module_of(tmp_path, "a |= b", "a |= b"))]
    assert names.count("f: a |= b → a &= b") == names.count("f: a |= b → a &= b (2)") == 1
