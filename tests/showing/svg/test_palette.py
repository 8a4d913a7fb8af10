"""Colours and labels that stand out from them."""

from __future__ import annotations

import pytest

from lifeboat.showing.svg.palette import COLOURS, PLAIN, colours_of, contrast, ink_on


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)],
)
def test_contrast_as_the_guidelines_work_it_out(one: str, other: str, ratio: float) -> None:
    """Black on white, and two figures that WebAIM's contrast checker gives."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("colour", [*COLOURS, PLAIN, "#e5e5e5"])
def test_every_label_can_be_read(colour: str) -> None:
    """4.5 is what the guidelines ask of small text."""
    assert contrast(ink_on(colour), colour) >= 4.5


def test_names_have_colours_in_turn_and_share_them_in_the_end() -> None:
    names = [f"V{number}" for number in range(9)]
    found = colours_of([*names, "V0"])
    assert list(found) == names
    assert found["V0"] == found["V7"] == COLOURS[0] != found["V1"]
