"""Small changes to a Python file, each of which a good test should notice.

A comparison turned or moved by one, a number one more or less, `and` for `or`, one side of either,
a condition turned round, the least for the greatest, an early way out or a `yield` left away.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ONLY_WHERE_A_SEARCH_BEGINS = {
    "dates",
    "_dates_when_over",
    "_gap_dates",
    "_link_stay",
    "_link_stays",
    "_pinned_dates",
    "stay_dates",
}
"""Functions that name dates to look at first: every proof holds for all dates, so what changes in
them can make an answer slower, and never another one."""

_EDGES: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
}
_TURNED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.Gt(),
    ast.LtE: ast.GtE(),
    ast.Gt: ast.Lt(),
    ast.GtE: ast.LtE(),
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
}
_OTHERS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_POSTED = {"post", "require"}
"""Calls that are given a comparison as a statement; at its edge it could not be said."""


@dataclass(frozen=True, order=True)
class SourceChange:
    """Some text of a file that is replaced by another."""

    path: str
    line: int
    first: int
    """The first byte that is replaced."""
    end: int
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {_in_one_line(self.old)} -> {_in_one_line(self.new)}"

    def made(self, text: str) -> str:
        """The text of the file with the change made."""
        data = text.encode()
        return (data[: self.first] + self.new.encode() + data[self.end :]).decode()


def changes_to(path: str, text: str) -> list[SourceChange]:
    """Every change that can be made to a file, from its first line to its last."""
    found = _Changes(path, text.encode(), [0])
    for line in text.encode().splitlines(keepends=True):
        found.starts.append(found.starts[-1] + len(line))
    return sorted({it for it in found.below(ast.parse(text)) if it.old != it.new})


def changes_in(root: Path, paths: list[str]) -> list[SourceChange]:
    """Every change that can be made to some files, named from a root."""
    return [it for path in paths for it in changes_to(path, (root / path).read_text("utf-8"))]


@dataclass
class _Changes:
    path: str
    data: bytes
    starts: list[int]
    """The first byte of each line."""

    def below(self, node: ast.AST) -> Iterator[SourceChange]:
        for child in ast.iter_child_nodes(node):
            if child in getattr(node, "decorator_list", ()) or isinstance(
                child, (ast.JoinedStr, ast.Assert, ast.arguments)
            ):
                continue
            if isinstance(child, ast.FunctionDef) and child.name in ONLY_WHERE_A_SEARCH_BEGINS:
                continue
            yield from self._of(child, node)
            yield from self.below(child)

    def _of(self, node: ast.AST, owner: ast.AST) -> Iterator[SourceChange]:
        match node:
            case ast.Compare(ops=[op]):
                yield from self._comparison(node, op, owner)
            case ast.BoolOp(op=op, values=values):
                other = ast.Or() if isinstance(op, ast.And) else ast.And()
                yield self._to(node, ast.BoolOp(other, values))
                for at in range(len(values)):
                    rest = values[:at] + values[at + 1 :]
                    yield self._to(node, rest[0] if len(rest) == 1 else ast.BoolOp(op, rest))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield self._to(node, operand)
            case ast.Constant(value=bool(value)):
                yield self._to(node, ast.Constant(not value))
            case ast.Constant(value=int(value)):
                yield self._to(node, ast.Constant(value + 1))
                yield self._to(node, ast.Constant(value - 1))
            case ast.BinOp(op=ast.Add(), left=left, right=right) if not _is_text(left, right):
                yield self._to(node, ast.BinOp(left, ast.Sub(), right))
            case ast.BinOp(op=ast.Sub(), left=left, right=right):
                yield self._to(node, ast.BinOp(left, ast.Add(), right))
            case ast.Call(func=ast.Name(id=name), args=args) if name in _OTHERS:
                yield self._to(node, ast.Call(ast.Name(_OTHERS[name]), args, node.keywords))
            case ast.If(test=test) | ast.IfExp(test=test):
                if not isinstance(test, (ast.Compare, ast.UnaryOp)):
                    yield self._to(test, ast.UnaryOp(ast.Not(), test))
            case ast.Return() | ast.Continue() if isinstance(owner, (ast.If, ast.For)):
                yield self._instead(node, "pass")
            case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
                yield self._instead(node, "yield from ()")
            case ast.AugAssign() | ast.Expr(value=ast.Call()):
                yield self._instead(node, "pass")

    def _comparison(
        self, node: ast.Compare, op: ast.cmpop, owner: ast.AST
    ) -> Iterator[SourceChange]:
        called = owner.func if isinstance(owner, ast.Call) else None
        is_posted = isinstance(called, ast.Attribute) and called.attr in _POSTED
        others = [] if is_posted else [_EDGES.get(type(op))]
        for other in (*others, _TURNED.get(type(op))):
            if other is not None:
                yield self._to(node, ast.Compare(node.left, [other], node.comparators))

    def _to(self, node: ast.AST, new: ast.AST) -> SourceChange:
        return self._instead(node, f"({ast.unparse(ast.fix_missing_locations(new))})")

    def _instead(self, node: ast.AST, new: str) -> SourceChange:
        assert isinstance(node, (ast.expr, ast.stmt))
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        first = self.starts[node.lineno - 1] + node.col_offset
        end = self.starts[node.end_lineno - 1] + node.end_col_offset
        old = self.data[first:end].decode()
        return SourceChange(self.path, node.lineno, first, end, old, new)


def _is_text(*parts: ast.expr) -> bool:
    return any(
        isinstance(it, ast.JoinedStr)
        or (isinstance(it, ast.Constant) and isinstance(it.value, str))
        for it in parts
    )


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
