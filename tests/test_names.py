"""A name means one thing in the whole program."""

from __future__ import annotations

import ast
from collections import defaultdict

from repository import ROOT

SOURCE = ROOT / "src" / "lifeboat"


def test_every_class_and_function_of_a_module_has_a_name_of_its_own() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and node.name != "__getattr__":
                found[node.name].append(str(path.relative_to(SOURCE)))
    assert {name: places for name, places in found.items() if len(places) > 1} == {}
