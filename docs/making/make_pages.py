"""Writes the generated parts of the documentation; the text below them is kept.

python docs/making/make_pages.py
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import lifeboat
from keys import Key, descriptions, every_key, outline
from lifeboat.days import say_span
from lifeboat.files.known_types import known_types
from lifeboat.goals import GOALS, USUAL, Goal
from lifeboat.rules import RULES, Rule
from lifeboat.scenario.vehicles import VehicleType
from lifeboat.showing.schemas import KINDS, schema_json
from pictures import pictures

REFERENCE = Path(__file__).parents[1] / "reference"
START = "<!-- made by docs/making/make_pages.py; write below the line that ends it -->"
ADDRESS = re.compile(r"https?://\S+?(?=[,;.)]*(?:\s|$))")
END = "<!-- end of what is made -->"


def pages() -> dict[Path, str]:
    """The generated part of every page, by its file."""
    found = {REFERENCE / "rules" / f"{rule.name}.md": _rule(rule) for rule in RULES}
    found |= {REFERENCE / "goals" / f"{goal.name}.md": _goal(goal) for goal in GOALS}
    found[REFERENCE / "rules" / "README.md"] = _index("Rules", RULES)
    found[REFERENCE / "goals" / "README.md"] = _index("Goals", GOALS)
    found[REFERENCE / "vehicle-types.md"] = _types(known_types())
    found[REFERENCE / "scenario.md"] = _scenario_keys()
    found[REFERENCE / "README.md"] = _reference()
    return found


def schemas() -> dict[Path, str]:
    """The JSON Schema of every document, by its file."""
    return {REFERENCE / "schemas" / f"{kind}.schema.json": schema_json(kind) for kind in KINDS}


def outlines() -> dict[Path, str]:
    """What completion knows of scenarios, in the file it reads."""
    path = Path(lifeboat.__file__).parent / "scenario" / "outline.json"
    return {path: json.dumps(outline(), indent=1) + "\n"}


def whole_page(path: Path, made: str) -> str:
    """A page with its generated part renewed and the rest kept."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    _, _, written = old.partition(f"{END}\n")
    return f"{START}\n{made}\n{END}\n{written}"


def main() -> None:
    """Write every page and schema anew."""
    for path, made in pages().items():
        path.write_text(whole_page(path, made), encoding="utf-8")
    for path, text in {**schemas(), **outlines(), **pictures()}.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _reference() -> str:
    """The index of all that is generated from the program."""
    parts = [
        "# Reference",
        "What stands here is made from the program, so it says what the program does. Below the "
        "made part of a rule's or goal's page stands its smallest example, which the tests run, "
        "and its constraint.",
        "## Scenarios",
        _list(["[Every key of a scenario](scenario.md)"]),
        "## Rules",
        _list(f"[{rule.title}](rules/{rule.name}.md)" for rule in RULES),
        "## Goals",
        _list(f"[{goal.title}](goals/{goal.name}.md)" for goal in GOALS),
        "## Types of vehicle",
        _list([f"[All of them](vehicle-types.md): {', '.join(known_types())}"]),
        "## JSON Schemas",
        _list(f"[{path.stem.removesuffix('.schema')}](schemas/{path.name})" for path in schemas()),
    ]
    return "\n\n".join(parts)


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _rule(rule: Rule) -> str:
    feeds = f"[{rule.feeds}](../goals/{rule.feeds}.md)"
    lines = [
        f"# {rule.title}",
        f"> {rule.sentence}",
        f"Its name in scenarios, JSON and messages is `{rule.name}`. It is a `{rule.default}` "
        f"unless the scenario says otherwise; where it is a `should`, breaking it costs in goal "
        f"{feeds}. {rule.broken_once}",
    ]
    if rule.always:
        lines.append(f"Whether it is a `must` or a `should`: {_lower_first(rule.always)}")
    return "\n\n".join([*lines, "It reads these keys of a scenario:", _keys_table(rule)])


def _lower_first(text: str) -> str:
    return text[0].lower() + text[1:]


def _keys_table(rule: Rule) -> str:
    meanings = descriptions()
    return _table(["Key", "Meaning"], ([f"`{key}`", meanings[key]] for key in rule.keys))


def _goal(goal: Goal) -> str:
    place = "The usual order leaves it out: a scenario may name it, and a replan does."
    for number, item in enumerate(USUAL, start=1):
        if item == goal.name or (isinstance(item, dict) and goal.name in item):
            place = f"In the usual order it comes {_ordinal(number)} of {len(USUAL)}."
            if isinstance(item, dict):
                weighed = " to ".join(f"`{name}` {weight}" for name, weight in item.items())
                place += f" There it is weighed with another: {weighed}."
    lines = [
        f"# {goal.title[0].upper()}{goal.title[1:]}",
        f"> {goal.sentence}",
        f"Its name in scenarios, JSON and messages is `{goal.name}`, its unit is {goal.unit}. "
        f"{place}",
    ]
    fed = [f"[{rule.title}](../rules/{rule.name}.md)" for rule in RULES if rule.feeds == goal.name]
    if fed:
        lines.append(f"Where they are a `should`, it pays for: {', '.join(fed)}.")
    return "\n\n".join(lines)


def _scenario_keys() -> str:
    """A table for each key at the top of a scenario, with all that stands below it."""
    together: dict[str, list[Key]] = {}
    for key in every_key():
        together.setdefault(key.bare.split(".")[0], []).append(key)
    parts = [
        "# Every key of a scenario",
        "`NAME` stands for a name that people give. A key that must be given says *needed*; of "
        "others the value is told that holds when they are left out, where there is one.",
    ]
    for top, (first, *below) in together.items():
        parts += [f"## {top}", first.meaning + _said_of_key(first)]
        if below:
            rows = ([f"`{key.path}`", key.meaning + _said_of_key(key)] for key in below)
            parts.append(_table(["Key", "Meaning"], rows))
    return "\n\n".join(parts)


def _said_of_key(key: Key) -> str:
    """Whether it is needed, what it may be, and which rules read it."""
    told = [" *Needed.*"] * key.is_needed
    if key.choices:
        told.append(f" One of {', '.join(f'`{it}`' for it in key.choices)}.")
    if key.default:
        told.append(f" Usually `{key.default}`.")
    rules = [rule for rule in RULES if key.bare in rule.keys]
    if rules:
        links = ", ".join(f"[{rule.name}](rules/{rule.name}.md)" for rule in rules)
        told.append(f" Read by {links}.")
    return "".join(told)


def _index(title: str, entries: tuple[Rule, ...] | tuple[Goal, ...]) -> str:
    rows = ([f"[{it.name}]({it.name}.md)", it.sentence] for it in entries)
    return f"# {title}\n\n{_table(['Name', 'Sentence'], rows)}"


def _types(types: Mapping[str, VehicleType]) -> str:
    parts = [
        "# Vehicle types",
        "The types the program knows without being told. A scenario may replace any of them under "
        "`vehicle_types`, or give one vehicle its own `life`, `seats` or `improvised` places. "
        '"Assumed" stands where nothing was published.',
    ]
    for name, kind in types.items():
        sources = {key: ADDRESS.sub(r"<\g<0>>", it) for key, it in kind.sources.items()}
        rows = [[f"`{key}`", value, sources.get(key, "")] for key, value in _figures(kind)]
        parts.append(f"## {name}\n\n{_table(['Figure', 'Value', 'Source'], rows)}")
    return "\n\n".join(parts)


def _figures(kind: VehicleType) -> Iterator[tuple[str, str]]:
    for key in type(kind).model_fields:
        value = getattr(kind, key)
        if key != "sources" and value is not None:
            yield key, _figure(value)


def _figure(value: Any) -> str:
    if isinstance(value, timedelta):
        return say_span(value)
    if isinstance(value, list):
        return ", ".join(value) or "none"
    if hasattr(value, "model_fields_set"):
        given = value.model_dump(exclude_none=True)
        return ", ".join(f"{key.replace('_', ' ')} {it}" for key, it in given.items())
    return str(value)


def _table(head: list[str], rows: Any) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.strip() for cell in line)} |" for line in lines)


def _ordinal(place: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(place, f"{place}th")


if __name__ == "__main__":
    main()
