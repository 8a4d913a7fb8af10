"""Edits of single values, of things with names and of items in lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.ends import window_end
from lifeboat.editing.implied import EVERYTHING, implied
from lifeboat.editing.routes import item, refuse_new, route
from lifeboat.editing.said import Said
from lifeboat.editing.verbs.verb import Verb
from lifeboat.files.nearest import did_you_mean
from lifeboat.files.yaml.nodes import Node


class SetVerb(Verb):
    name = "set"
    sentence = (
        "Gives a value; what carries a name must exist, a key may be new. Of a window, "
        "`PATH.start` and `PATH.end` give one end."
    )
    form = "PATH=VALUE"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        end = window_end(draft, said)
        if end is not None:
            yield end.with_value(draft, said)
            return
        way = route(draft, said)
        if way.is_new_name:
            refuse_new(draft, said, way.path)
        yield Change(way.path, said.given())


class AddVerb(Verb):
    name = "add"
    sentence = (
        "Adds something new with a name, or items to a list; where the list is left out, to what "
        "that stands for."
    )
    form = "PATH=VALUE"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        way = route(draft, said, may_be_new=True)
        there = draft.value(*way.path)
        if way.is_list:
            if not isinstance(there, list):
                there = implied(draft, way.path) if there is None else [there]
                if there == EVERYTHING:
                    return
                if there:
                    yield Change(way.path, _list_of(said, there))
            for node in _items(said):
                if isinstance(node.value, (dict, list)):
                    message = f"an item of `{said.about}` that is added is a single word or number"
                    said.wrong_value("wrong-type", message, "use set to give the whole list")
                if isinstance(there, list) and node.value in there:
                    said.wrong_value("exists", f"'{node.value}' is in `{said.about}` already")
                yield Change((*way.path, node.value), node, is_item=True)
        elif there is not None:
            hint = "use set to give it another value"
            said.wrong("exists", f"`{said.about}` exists already", hint)
        else:
            yield Change(way.path, said.given())


class RemoveVerb(Verb):
    name = "remove"
    sentence = "Takes away a value, something with a name, or an item of a list."
    form = "PATH"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        found = item(draft, said)
        if found is not None:
            path, which = found
            held = draft.value(*path)
            if held is None:
                held = implied(draft, path)
                yield Change(path, _list_of(said, held))
            if which not in held:
                hint = did_you_mean(which, [str(each) for each in held])
                said.wrong("unknown-item", f"'{which}' is not in `{path[-1]}`", hint, part=which)
            yield Change((*path, which), None, is_item=True)
            return
        way = route(draft, said)
        if way.is_new_name:
            refuse_new(draft, said, way.path)
        if draft.node(way.path) is None:
            said.wrong("nothing-there", f"`{said.about}` is not given, so it cannot be removed")
        yield Change(way.path, None)


def _list_of(said: Said, items: Any) -> Node:
    return said.node([]).holding({number: said.node(it) for number, it in enumerate(items)})


def _items(said: Said) -> Iterator[Node]:
    given = said.given()
    listed = given.entries.values() if isinstance(given.value, list) else [given]
    for node in listed:
        yield node._replace(key=said.extent, lines=said.lines)
