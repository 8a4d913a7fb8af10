"""An overlay file made for another scenario is told once; slips in one are told one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

import repository
from lifeboat.editing.opened import open_edited, overlay_in, overlay_output
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.source import read_source
from lifeboat.scenario.made_for import MadeFor

TINY = str(repository.TINY)
"""Sparrow and Heron, Ana, Boris and Chen, the ports north and south."""

NOTE = "made_for: {scenario: Elsewhere}\n"


def told(
    edits: str, tmp_path: Path, note: str = "", *flags: tuple[str, str]
) -> tuple[Mistake, ...]:
    path = tmp_path / "late.yaml"
    path.write_text(f"lifeboat_overlay: 1\n{note}edits:\n{edits}", encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        open_edited(TINY, overlays=[str(path)], flags=flags)
    return caught.value.mistakes


@pytest.mark.parametrize(
    ("edits", "note", "said"),
    [
        ("- delay: {MS-23: 10d}\n- close: {poisk: 2030-03-05..}\n", "", "'MS-23' and 1 more"),
        ("- drop: MS-23\n- drop: MS-24\n- drop: Crew-5\n", "", "'MS-23' and 2 more"),
        ("- pin: Rubio flies\n- pin: Petelin flies\n", "", "'Rubio' and 1 more"),
        ("- drop: MS-23\n", NOTE, "'MS-23'"),
        ("- drop: MS-23\n- close: {north: 2030-03-05..}\n", NOTE, "'MS-23'"),
        ("- pin: [Rubio returns on MS-23]\n", NOTE, "'Rubio' and 1 more"),
        ("- set: {vehicles.MS-23.planned: 2030-03-09}\n", NOTE, "'MS-23'"),
    ],
)
def test_an_overlay_of_another_scenario(edits: str, note: str, said: str, tmp_path: Path) -> None:
    (mistake,) = told(edits, tmp_path, note)
    where = ", 'Elsewhere'" if note else ""
    assert mistake.kind == "other-scenario"
    assert mistake.message == (
        f"the overlay 'late' was made for another scenario{where}: 'A small rescue' does not have "
        f"{said}"
    )
    assert mistake.place is not None
    assert mistake.place.file == str(tmp_path / "late.yaml")


@pytest.mark.parametrize(
    ("edits", "note", "kinds"),
    [
        ("- drop: MS-23\n", "", ["unknown-vehicle"]),
        ("- drop: Hiron\n- drop: Sparow\n", "", ["unknown-vehicle", "unknown-vehicle"]),
        ("- drop: MS-23\n- close: {north: 2030-03-05..}\n", "", ["unknown-vehicle"]),
        ("- drop: Hiron\n", "made_for: {scenario: A small rescue}\n", ["unknown-vehicle"]),
        (
            "- drop: MS-23\n- close: {north: 2030-03-05..}\n- delay: {Heron: 1d}\n",
            NOTE,
            ["unknown-vehicle"],
        ),
    ],
)
def test_slips_are_told_one_by_one(edits: str, note: str, kinds: list[str], tmp_path: Path) -> None:
    assert [it.kind for it in told(edits, tmp_path, note)] == kinds


def test_mistakes_elsewhere_are_told_beside_it(tmp_path: Path) -> None:
    found = told("- drop: MS-23\n", tmp_path, NOTE, ("drop", "Hiron"))
    assert sorted(it.kind for it in found) == ["other-scenario", "unknown-vehicle"]


def test_an_overlay_of_another_scenario_that_fits_is_made_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "late.yaml"
    path.write_text(f"lifeboat_overlay: 1\n{NOTE}edits: [{{delay: {{Heron: 1d}}}}]\n", "utf-8")
    opened = open_edited(TINY, overlays=[str(path)])
    assert opened.remarks == open_edited(TINY, flags=[("delay", "Heron=1d")]).remarks


def test_a_saved_overlay_notes_its_scenario(tmp_path: Path) -> None:
    opened = open_edited(TINY)
    path = str(tmp_path / "late.yaml")
    output = overlay_output(path, [TINY])
    output.write(overlay_in(output, [("delay", "Heron=1d")], opened.base_stamp))
    noted = MadeFor.model_validate(read_source(path).tree["made_for"])
    assert (noted.scenario, noted.sha256) == ("A small rescue", opened.base.source.digest)
    assert len(open_edited(TINY, overlays=[path]).layers) == 1
