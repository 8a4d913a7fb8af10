"""What a vehicle is good for from a date on, said in several ways."""

from __future__ import annotations

from pathlib import Path

import pytest

import lifeboat
from lifeboat.editing.overlay_text import overlay_yaml
from repository import TINY

SAYINGS = {
    "as of the scenario": ("unusable", "2030-03-01"),
    "since": ("unusable since 2030-03-08", "2030-03-08"),
    "since an instant": ("unusable  since  2030-03-08T06:00Z", "2030-03-08T06:00Z"),
    "since another state": ("empty-return-only since 2030-03-08", "2030-03-08"),
    "as a map": ("{state: unusable, since: 2030-03-08}", "2030-03-08"),
    "before the scenario": ("unusable since 2030-02-28", "2030-02-28"),
}


@pytest.mark.parametrize("saying", SAYINGS)
def test_a_state_holds_from_its_date_on(saying: str, tmp_path: Path) -> None:
    """Said as a flag, and again as the overlay that the flag is saved as."""
    text, day = SAYINGS[saying]
    flags = [("damage", f"Sparrow={text}")]
    saved = tmp_path / "damage.yaml"
    saved.write_text(overlay_yaml("damage", flags), "utf-8")
    for scenario in (
        lifeboat.read_scenario(str(TINY), edits=flags),
        lifeboat.read_scenario(str(TINY), overlays=[str(saved)]),
    ):
        told = scenario.model_dump(mode="json")["vehicles"]["Sparrow"]["conditions"]
        assert told[day]["state"] == ("empty-return-only" if "return" in text else "unusable")
        assert set(told) == {"2030-02-28", day}
