"""Every mistake in an edit is told where the edit stands, with the nearest right thing."""

from __future__ import annotations

from pathlib import Path

import pytest

import lifeboat
import repository
from lifeboat.editing.opened import open_edited
from lifeboat.errors import MistakesError

TINY = str(repository.TINY)
EVERYTHING = str(repository.EVERYTHING)


def told(*flags: tuple[str, str], base: str = TINY, overlays: tuple[str, ...] = ()) -> str:
    with pytest.raises(MistakesError) as caught:
        open_edited(base, overlays=overlays, flags=flags)
    return str(caught.value)


@pytest.mark.parametrize(
    ("verb", "text", "said", "place", "hint"),
    [
        ("set", "vehicles.Heran.planned=2030-03-09", "no vehicle 'Heran'", "1:10", "'Heron'"),
        ("set", "vehicles.Heron.plan=2030-03-09", "no key `plan`", "1:16", "'planned'"),
        ("set", "vehicle.Heron.planned=2030-03-09", "no `vehicle`", "1:1", "'vehicles'"),
        ("set", "vehicles.Heron.planned=9 March", "`planned`", "1:24", None),
        ("set", "vehicles.Heron.modes.crewed.lead=5d", "no mode 'crewed'", "1:22", "'empty'"),
        ("set", "vehicles.Plover={type: bird}", "no vehicle 'Plover'", "1:10", None),
        ("set", "people.Ana.skills.cook=yes", "`skills` is a list", "1:12", "add and remove"),
        ("set", "name.first=A", "single value", "1:1", None),
        ("set", "vehicles.Heron.planned", "PATH=VALUE", "1:1", None),
        ("set", "people.Ana.gear=[", "there is no value here", "1:18", None),
        ("add", "ports.north={accepts: [ring]}", "exists already", "1:1", "set"),
        ("add", "ports.north.accepts=ring", "in `ports.north.accepts` already", "1:21", None),
        ("add", "people.Ana.skills={cook: well}", "a single word", "1:19", "set"),
        ("add", "ports.east={accept: [ring]}", "`accept`", "1:13", "`accepts`"),
        ("remove", "people.Dora", "no person 'Dora'", "1:8", None),
        ("remove", "people.Ana.stay", "not given", "1:1", None),
        ("remove", "ports.north.accepts.rings", "'rings' is not in `accepts`", "1:21", "'ring'"),
        ("remove", "vehicles.Heron.type", "`type`", None, None),
        ("drop", "Herons", "no vehicle 'Herons'", "1:1", "'Heron'"),
        ("drop", "Sparrow", "is docked", "1:1", "damage"),
        (
            "damage",
            "Sparrow=unusabel since 2030-03-08",
            "not the text 'unusabel'",
            "1:9",
            "'unusable'",
        ),
        ("damage", "Sparrow=unusable since soon", "`since` should be a date", "1:24", None),
        ("damage", "Sparrow={state: unusable, since: soon}", "`since` should be", "1:34", None),
        ("damage", "Sparrow=unusable since", "not the text 'unusable since'", "1:9", None),
        ("damage", "Sparrow=since 2030-03-08", "not the text 'since 2030-03-08'", "1:9", None),
        ("delay", "Heron=later", "span of time", "1:7", None),
        ("delay", "pads.seaside.gap=2d", "no vehicle 'pads.seaside.gap'", "1:1", None),
        ("delay", "horizon.start=2d", "no start that could move", "1:1", None),
        ("delay", "ports.nort.closures.x.during.end=2d", "no port 'nort'", "1:7", "'north'"),
        ("set", "horizon.last=2030-03-20", "a single value", "1:1", "`start` and `end`"),
        ("set", "horizon.end=2030-02-20", "closes before it begins", None, None),
        ("delay", "Sparrow=2d", "is docked", "1:1", None),
        ("advance", "Heran=2d", "no vehicle 'Heran'", "1:1", "'Heron'"),
        ("close", "west=2030-03-05", "no port, pad or landing site 'west'", "1:1", None),
        ("close", "north=5 March", "window", "1:7", None),
        ("ground", "birds=2030-03-05..2030-03-09", "no family 'birds'", "1:1", "'bird'"),
        ("damage", "Heron=broken", "'sound', 'emergency-only'", "1:7", None),
        ("damage", "Hero=sound", "no vehicle 'Hero'", "1:1", "'Heron'"),
        ("pin", "Ana stays here", "does not say what is pinned", "1:1", "PERSON returns on"),
        ("pin", "Anna returns on Heron", "no person 'Anna'", "1:1", "'Ana'"),
        ("pin", "Ana returns on Hiron", "no vehicle 'Hiron'", "1:16", "'Heron'"),
        ("without", "seats", "nothing to do without", "1:1", "improvised-seats"),
    ],
)
def test_a_mistake_on_the_command_line(
    verb: str, text: str, said: str, place: str | None, hint: str | None
) -> None:
    message = told((verb, text))
    assert said in message
    assert place is None or f"--> --{verb}:{place}" in message
    assert hint is None or hint in message.partition("= help:")[2]


def test_a_value_that_is_no_yaml_is_quoted_as_it_was_typed() -> None:
    assert "1 | people.Ana.gear=[\n" in told(("set", "people.Ana.gear=["))


def test_mistakes_of_all_edits_are_told_at_once() -> None:
    message = told(("drop", "Gull"), ("delay", "Heron"), overlays=("winter",))
    assert "no overlay 'winter'" in message
    assert "VEHICLE=SPAN" in message
    message = told(("drop", "Gull"), ("delay", "Gull=2d"))
    assert message.count("no vehicle 'Gull'") == 2


def test_what_came_of_an_edit_is_told_at_the_edit() -> None:
    message = told(("set", "vehicles.Heron.pad=north"))
    assert "no pad 'north'" in message
    assert "--> --set:1:20" in message


def test_a_mistake_in_an_overlay_file_is_told_there(tmp_path: Path) -> None:
    path = tmp_path / "winter.yaml"
    path.write_text("lifeboat_overlay: 1\nedits:\n  - delay:\n      Heran: 2d\n  - drop: [Gull]\n")
    message = told(overlays=(str(path),))
    assert f"{path}:4:7" in message
    assert f"{path}:5:12" in message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("edits: [{drop: Heron}]", "lifeboat_overlay"),
        ("lifeboat_overlay: 1\nedits: []", "edits"),
        ("lifeboat_overlay: 1\nedits: [{drop: Heron, delay: {Heron: 2d}}]", "says one thing"),
        ("lifeboat_overlay: 1\nedits: [{why: because}]", "says one thing"),
        ("lifeboat_overlay: 1\nedits: [{dorp: Heron}]", "did you mean `drop`?"),
        ("lifeboat_overlay: 1\nedits: [{delay: {Heron: 2}}]", "2d"),
        ("lifeboat_overlay: 1\nedits: {drop: Heron}", "list"),
        ("lifeboat_overlay: 1\nedits: [{delay: ~}]", "`delay` does not say what"),
        ("lifeboat_overlay: 1\nedits: [{drop: []}]", "`drop` does not say what"),
        ("lifeboat_overlay: 1\nedits: [{set: {}}]", "`set` does not say what"),
    ],
)
def test_an_overlay_that_cannot_be_read(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "winter.yaml"
    path.write_text(text)
    assert said in told(overlays=(str(path),))


def test_two_layers_on_the_same_thing_are_refused_with_both_places() -> None:
    message = told(("delay", "Heron=1d"), ("set", "vehicles.Heron.planned=2030-03-10"))
    assert "`vehicles.Heron.planned`" in message
    assert "--> --set:1:1" in message
    assert "(--delay:1)" in message
    assert "--over" in message


def test_a_part_of_what_was_changed_is_the_same_thing(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text("lifeboat_overlay: 1\nedits: [{drop: Heron}]")
    other.write_text("lifeboat_overlay: 1\nedits:\n- add: {vehicles.Heron: {type: bird}}")
    message = told(overlays=(str(one), str(other)))
    assert f"{other}:3:9" in message
    assert f"({one}:2)" in message
    assert "over: [one]" in message


def test_the_later_may_say_that_it_means_to(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text("lifeboat_overlay: 1\nedits: [{delay: {Heron: 1d}}]")
    other.write_text("lifeboat_overlay: 1\nover: [one]\nedits: [{delay: {Heron: 2d}}]")
    opened = open_edited(TINY, overlays=[str(one), str(other)])
    heron = opened.sourced.scenario.vehicles["Heron"]
    assert str(heron.planned) == "2030-03-11"
    flags = (("set", "vehicles.Heron.planned=2030-03-10"),)
    assert open_edited(TINY, overlays=[str(one)], flags=flags, over=True)


def test_order_matters_where_an_overlay_means_to_change_another(tmp_path: Path) -> None:
    forth = open_edited(EVERYTHING, overlays=["every kind of edit", "on top of it"])
    assert "Heap" not in forth.sourced.scenario.vehicles
    message = told(base=EVERYTHING, overlays=("on top of it", "every kind of edit"))
    assert "no vehicle 'Heap'" in message


def test_a_scenario_is_read_with_edits() -> None:
    plain = lifeboat.read_scenario(TINY)
    assert lifeboat.read_scenario(TINY, edits=[("set", "name=Other")]) == plain.model_copy(
        update={"name": "Other"}
    )
    edited = lifeboat.read_scenario(EVERYTHING, overlays=["every kind of edit", "on top of it"])
    assert "Heap" not in edited.vehicles


def test_the_types_as_a_whole_are_no_known_type() -> None:
    assert "there is no vehicle type 'bird'" in told(("set", "vehicle_types={}"))


def test_a_type_of_the_scenario_hides_the_known_one(tmp_path: Path) -> None:
    base = tmp_path / "own.yaml"
    text = Path(TINY).read_text(encoding="utf-8").replace("  bird:\n", "  soyuz-ms:\n")
    text = text.replace("    life: {limit: 180d}", "    # life:")
    base.write_text(text.replace("type: bird", "type: soyuz-ms"), encoding="utf-8")
    plain = lifeboat.read_scenario(str(base))
    # The known type has a limit that may be waived; this one has none at all.
    assert lifeboat.read_scenario(str(base), edits=[("without", "waivers")]) == plain
    assert "not given" in told(("remove", "vehicle_types.soyuz-ms.life"), base=str(base))
