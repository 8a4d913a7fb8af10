"""The order in which options are given, across their kinds."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand

_ORDER = "lifeboat.order"


class InOrder(TyperCommand):
    """A command that keeps the order in which its options and arguments are given."""

    # A `typer.Context` is what it gets; its base class, which it may get, is private to typer.
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As any command; `order_given` then knows the order."""
        if args:
            _, _, order = self.make_parser(ctx).parse_args(args=list(args))
            ctx.meta[_ORDER] = [each.name for each in order]
        return super().parse_args(ctx, args)


def order_given(context: typer.Context) -> list[str]:
    """The names of the parameters of an `InOrder` command, each as often as it is given."""
    order: list[str] = context.meta.get(_ORDER, [])
    return order
