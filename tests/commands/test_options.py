"""What commands are given."""

import pytest
import typer

from lifeboat.commands.options import seconds


@pytest.mark.parametrize(
    ("text", "span"), [("30", 30), ("30s", 30), ("0.5 s", 0.5), ("2min", 120), ("1h", 3600)]
)
def test_time_limits(text: str, span: float) -> None:
    assert seconds(text) == span


@pytest.mark.parametrize("text", ["", "0", "-5", "5m", "soon", "1e9", "inf", "nan", "1d"])
def test_what_is_no_time_limit(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="should be a time such as 30s"):
        seconds(text)
