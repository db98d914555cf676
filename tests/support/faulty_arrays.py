"""Faults for Python that adds up arrays, made from the modules themselves: each is one small slip in one function."""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType, ModuleType

Change = tuple[ast.AST, str]
"""A part of the source, and what is put in its place."""

COMPARED: Mapping[type[ast.cmpop], str] = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
}
EXCHANGED: Mapping[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.BitAnd: "|",
    ast.BitOr: "&",
    ast.FloorDiv: "%",
    ast.Mod: "//",
}
OTHER_CALLS = {"max": "min", "min": "max"}


@dataclass(frozen=True)
class ArrayFault:
    """One fault. `was` and `becomes` are the lines that it changes; `again` tells equal ones in a function apart."""

    kind: str
    module: ModuleType
    function: str
    was: str
    becomes: str
    source: str
    again: int = 1

    @property
    def name(self) -> str:
        """What it does; it stays the same when lines move."""
        again = f" ({self.again})" if self.again > 1 else ""
        return f"{self.function}: {self.was} → {self.becomes}{again}"


def faults_in(module: ModuleType) -> list[ArrayFault]:
    """Every fault that can be planted in a module's functions, in their order; no two make the same code."""
    source = _source(module)
    tree = ast.parse(source)
    found = {ast.dump(tree): None}
    faults: list[ArrayFault] = []
    seen: dict[tuple[str, str, str], int] = {}
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef):
            continue
        for kind, (node, text) in _changes(function):
            start, end = _place(source, node)
            mutated = source[:start] + text + source[end:]
            if (code := ast.dump(ast.parse(mutated))) in found:
                continue
            found[code] = None
            key = (function.name, _lines(source, start, end), _lines(mutated, start, start + len(text)))
            seen[key] = seen.get(key, 0) + 1
            faults.append(ArrayFault(kind, module, *key, mutated, seen[key]))
    return faults


@contextmanager
def planted(fault: ArrayFault) -> Iterator[None]:
    """Let the function run with the fault, for whoever imported it."""
    function = _function(vars(fault.module), fault.function)
    names: dict[str, object] = {"__name__": fault.module.__name__}
    exec(compile(fault.source, str(fault.module.__file__), "exec"), names)  # noqa: S102 – our own source
    whole = function.__code__
    function.__code__ = _function(names, fault.function).__code__
    try:
        yield
    finally:
        function.__code__ = whole


def _function(names: Mapping[str, object], name: str) -> FunctionType:
    function = names[name]
    assert isinstance(function, FunctionType)
    return function


def _source(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def _changes(function: ast.FunctionDef) -> Iterator[tuple[str, Change]]:
    for statement in function.body:
        for node in ast.walk(statement):
            for kind, changes in KINDS.items():
                for change in changes(node):
                    yield kind, change


def _place(source: str, node: ast.AST) -> tuple[int, int]:
    """Where a part of the source begins and ends; all of it is ASCII where faults are planted."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    begin = starts[node.lineno - 1] + node.col_offset
    return begin, starts[node.end_lineno - 1] + node.end_col_offset


def _lines(source: str, start: int, end: int) -> str:
    """The whole lines around a stretch, as one."""
    first = source.rfind("\n", 0, start) + 1
    return " ".join(source[first : source.find("\n", end)].split())


def bounds(node: ast.AST) -> Iterator[Change]:
    """Another comparison, the other end of two."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARED:
        [other] = node.comparators
        yield node, f"{_operand(node.left)} {COMPARED[type(node.ops[0])]} {_operand(other)}"
    if isinstance(node, ast.Call) and _called(node) in {"max", "min"}:
        yield node.func, _text(node.func).replace(_called(node), OTHER_CALLS[_called(node)])


def signs(node: ast.AST) -> Iterator[Change]:
    """What is added taken away, all for any, what is over for how often."""
    if isinstance(node, ast.BinOp) and type(node.op) in EXCHANGED:
        yield node, f"{_operand(node.left)} {EXCHANGED[type(node.op)]} {_operand(node.right)}"
    if isinstance(node, ast.AugAssign) and type(node.op) in EXCHANGED:
        yield node, f"{_text(node.target)} {EXCHANGED[type(node.op)]}= {_text(node.value)}"


def forgotten(node: ast.AST) -> Iterator[Change]:
    """One term dropped, or what was there before."""
    if isinstance(node, ast.BinOp):
        yield node, _operand(node.left)
        yield node, _operand(node.right)
    if isinstance(node, ast.AugAssign):
        yield node, f"{_text(node.target)} = {_text(node.value)}"
        yield node, "pass"


def slices(node: ast.AST) -> Iterator[Change]:
    """A slice that begins later or ends earlier; another place in an index."""
    if isinstance(node, ast.Call) and _called(node) == "slice":
        begin, end = map(_text, node.args)
        yield node, f"slice({begin} + 1, {end})"
        yield node, f"slice({begin}, {end} - 1)"
    if isinstance(node, ast.Slice) and node.upper is not None:
        yield node.upper, f"{_text(node.upper)} + 1"
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple):
        yield from ((one, _text(ast.Constant(1 - one.value))) for one in node.slice.elts if _is_number(one))


def axes(node: ast.AST) -> Iterator[Change]:
    """Another axis."""
    if isinstance(node, ast.keyword) and node.arg == "axis" and isinstance(node.value, ast.Constant):
        yield node, f"axis={abs(node.value.value - 1)}"
    if isinstance(node, ast.Subscript) and _text(node.value).endswith(".shape"):
        yield node.slice, _text(ast.Constant(1 - ast.literal_eval(node.slice)))


def copies(node: ast.AST) -> Iterator[Change]:
    """What is changed not copied before, what begins with nought begins with one."""
    if isinstance(node, ast.Call) and _called(node) == "copy" and isinstance(node.func, ast.Attribute):
        yield node, _text(node.func.value)
    if isinstance(node, ast.Call) and _called(node) in {"zeros", "zeros_like"}:
        yield node.func, _text(node.func).replace("zeros", "ones")


def conditions(node: ast.AST) -> Iterator[Change]:
    """A case that is always so, or never."""
    if isinstance(node, ast.If | ast.IfExp):
        yield node.test, "True"
        yield node.test, "False"
    if isinstance(node, ast.BoolOp):
        yield from ((one, str(isinstance(node.op, ast.And))) for one in node.values)
    if isinstance(node, ast.comprehension):
        yield from ((one, "True") for one in node.ifs)


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else _text(node.func)


def _text(node: ast.AST) -> str:
    return ast.unparse(node).replace("'", '"')


def _operand(node: ast.AST) -> str:
    """In brackets if it binds less tightly than what it may come to stand beside."""
    return f"({_text(node)})" if isinstance(node, ast.BinOp | ast.Compare) else _text(node)


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value in {0, 1}


KINDS: Mapping[str, Callable[[ast.AST], Iterable[Change]]] = {
    "bound": bounds,
    "sign": signs,
    "forgotten": forgotten,
    "slice": slices,
    "axis": axes,
    "copy": copies,
    "condition": conditions,
}
"""The kinds of faults; of two that make the same code the first has it."""
