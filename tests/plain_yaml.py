"""YAML as scenarios use it: dates stay text."""

from __future__ import annotations

from typing import Any

import yaml


class _TextDates(yaml.SafeLoader):
    """Knows every plain value but dates."""


_TextDates.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if not pair[0].endswith("timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def plain(text: str) -> Any:
    """The contents of a YAML text, as plain values."""
    return yaml.load(text, _TextDates)
