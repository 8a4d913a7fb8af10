"""Plain values as YAML that this program reads back the same."""

from __future__ import annotations

from typing import Any

import yaml

from lifeboat.files.yaml.scalars import scalar


class _Emitter(yaml.SafeDumper):
    """Writes dates as they are, and quotes only what would not be read back as text."""


_Emitter.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _emitted_text(emitter: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if _is_plain(text) else "'"
    return emitter.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _is_plain(text: str) -> bool:
    try:
        return scalar(text) == text
    except ValueError:
        return False


_Emitter.add_representer(str, _emitted_text)


def yaml_of(value: Any, *, flow: bool | None = False, width: int = 100) -> str:
    """A value as YAML text: in blocks, or with `flow` on one line."""
    return yaml.dump(
        value,
        Dumper=_Emitter,
        sort_keys=False,
        allow_unicode=True,
        width=width,
        default_flow_style=flow,
    )
