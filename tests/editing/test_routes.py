"""Names with dots, accents and apostrophes in routes, flags and pins."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from lifeboat.days import DAY
from lifeboat.editing.opened import edited_text, open_edited, with_edits
from lifeboat.editing.varied import read_varied
from lifeboat.errors import MistakesError
from lifeboat.files.plan_file import read_plan
from lifeboat.files.scenario_file import open_scenario
from lifeboat.scenario.scenario import Scenario
from repository import TINY

NAMES = ("Sally K. R.", "José O’Neil", "Q-7.2 (old)")


@pytest.fixture
def path(tmp_path: Path) -> str:
    """The tiny station with Chen under another name and Heron as `Heron No. 2`."""
    text = TINY.read_text(encoding="utf-8").replace("Chen:", f"{NAMES[0]}:")
    written = tmp_path / "named.yaml"
    written.write_text(text.replace("Heron:", "Heron No. 2:"), encoding="utf-8")
    return str(written)


def read(path: str, *flags: tuple[str, str]) -> Scenario:
    return open_edited(path, flags=flags).sourced.scenario


def told(path: str, *flags: tuple[str, str]) -> str:
    with pytest.raises(MistakesError) as error:
        read(path, *flags)
    return str(error.value)


def test_the_longest_name_there_is_is_meant(path: str) -> None:
    scenario = read(
        path,
        ("set", f"people.{NAMES[0]}.agency=Far"),
        ("set", "vehicles.Heron No. 2.modes.empty.lead=1w"),
        ("set", f"people.{NAMES[0]}.gear=[liner]"),
    )
    assert scenario.people[NAMES[0]].agency == "Far"
    assert scenario.people[NAMES[0]].gear == ["liner"]
    assert scenario.vehicles["Heron No. 2"].modes["empty"].lead.days == 7


@pytest.mark.parametrize("name", NAMES[1:])
def test_somebody_new_may_have_any_name(path: str, name: str) -> None:
    ride = "{agency: Far, up: Sparrow, seat: Sparrow, home: Sparrow}"
    opened = open_edited(path, flags=[("add", f"people.{name}={ride}")])
    assert name in opened.sourced.scenario.people
    Path(path).write_text(edited_text(opened), encoding="utf-8")
    assert read(path, ("set", f"people.{name}.agency=Near")).people[name].agency == "Near"
    assert name not in read(path, ("remove", f"people.{name}")).people


def test_what_is_no_name_is_told_by_its_first_part(path: str) -> None:
    assert "there is no person 'Sally K. S.'" in told(path, ("set", "people.Sally K. S..agency=X"))
    assert "did you mean 'Boris'?" in told(path, ("set", "people.Boriss.agency=X"))
    assert "there is no vehicle 'Heron No'" in told(path, ("set", "vehicles.Heron No.leaves=TBD"))


def test_pins_delays_and_drops_take_such_names(path: str) -> None:
    scenario = read(
        path,
        ("pin", f"{NAMES[0]} returns on Heron No. 2"),
        ("delay", "Heron No. 2=1d"),
    )
    (pin,) = scenario.pins.values()
    assert (pin.person, pin.home) == (NAMES[0], "Heron No. 2")
    assert str(scenario.vehicles["Heron No. 2"].planned) == "2030-03-09"
    assert "Heron No. 2" not in read(path, ("drop", "Heron No. 2")).vehicles


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_the_same_however_its_accents_are_composed(tmp_path: Path, form: str) -> None:
    other = {"NFC": "NFD", "NFD": "NFC"}[form]
    name = "Zdeněk Ångström"
    text = TINY.read_text(encoding="utf-8").replace("Chen:", f"{normalize(form, name)}:")  # type: ignore[arg-type]
    path = tmp_path / "named.yaml"
    path.write_text(text, encoding="utf-8")
    written = normalize(other, name)  # type: ignore[arg-type]
    flags = [("set", f"people.{written}.agency=Far"), ("pin", f"{written} returns on Heron")]
    scenario = read(str(path), *flags)
    assert scenario.people[name].agency == "Far"
    assert [pin.person for pin in scenario.pins.values()] == [name]
    plan = tmp_path / "plan.yaml"
    plan.write_text(f"plan: 1\npeople: {{{written}: {{home: Heron}}}}", encoding="utf-8")
    assert list(read_plan(str(plan), scenario).people) == [name]


def test_a_name_that_only_an_edit_writes_in_another_case_is_refused(path: str) -> None:
    ride = "{agency: Far, up: Sparrow, seat: Sparrow, home: Sparrow}"
    assert "only in upper and lower case" in told(path, ("add", f"people.ana={ride}"))


@pytest.mark.parametrize(
    ("verb", "text", "hint"),
    [
        ("set", "people.Ana.home_by=2030-03-14", "did you mean 'return_window'? It says:"),
        (
            "set",
            "crew=3",
            "did you mean 'people'? It says: Everybody, aboard or to come. `station`",
        ),
        ("remove", "Heron", "did you mean 'vehicles.Heron'?"),
        ("set", "Heron.planned=2030-03-05", "did you mean 'vehicles.Heron.planned'?"),
        ("set", "ana.skills=[helm]", "did you mean 'people.Ana.skills'?"),
        ("delay", "vehicles.Heron=3d", "did you mean 'Heron'?"),
        ("remove", "overlays", "change them in the file"),
        ("set", "overlays.late.why=so", "change them in the file"),
        ("add", "overlays.late={edits: []}", "change them in the file"),
    ],
)
def test_a_hint_at_the_way_that_was_meant(verb: str, text: str, hint: str) -> None:
    assert f"= help: {hint}" in told(str(TINY), (verb, text))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Heron.slp=0..3d", "did you mean 'Heron.slip'?"),
        ("heron.Slip=0..3d", "did you mean 'Heron.slip'?"),
        ("Heron=0..3d", "did you mean 'Heron.slip'?"),
        ("Heron.planned=2030-03-05..2030-03-07", "did you mean 'vehicles.Heron.planned'?"),
        ("slip=0..3d", "say whose, as Heron.slip"),
    ],
)
def test_a_hint_at_what_is_to_vary(text: str, hint: str) -> None:
    layer = read_varied(text, DAY).layer(1)
    assert layer is not None
    with pytest.raises(MistakesError) as error:
        with_edits(open_scenario(str(TINY)), more=[layer])
    assert f"= help: {hint}" in str(error.value)


def test_a_misspelled_slip_is_marked_where_it_stands() -> None:
    layer = read_varied("Heron.slp=0..3d", DAY).layer(1)
    assert layer is not None
    with pytest.raises(MistakesError) as error:
        with_edits(open_scenario(str(TINY)), more=[layer])
    (mistake,) = error.value.mistakes
    assert mistake.message == "`Heron` has no key `slp`"
    assert mistake.place is not None
    assert (mistake.place.column, mistake.place.length) == (7, 3)
