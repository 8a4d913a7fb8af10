"""`lifeboat edit`, and the flags that edit a scenario before a question is asked about it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from asking import unwrapped
from lifeboat.commands import edit_options as edits
from lifeboat.editing.verbs import VERBS
from repository import ROOT

TINY = ROOT / "scenarios" / "tiny.yaml"
SCENARIOS = sorted(
    path
    for path in (ROOT / "scenarios").rglob("*.yaml")
    if "\nlifeboat: 2\n" in path.read_text(encoding="utf-8")
)

Ask = Callable[..., tuple[int, str, str]]


def test_every_kind_of_edit_has_its_flag() -> None:
    flags = edits._FLAGS  # noqa: SLF001
    assert {name: form for name, (form, _) in flags.items()} == {
        verb.name: verb.form for verb in VERBS
    }


def test_it_prints_the_edited_scenario(ask: Ask) -> None:
    code, out, err = ask("edit", TINY, "--set", "vehicles.Heron.planned=2030-03-09")
    assert (code, err) == (0, "")
    before = TINY.read_text(encoding="utf-8")
    assert out == before.replace("planned: 2030-03-08", "planned: 2030-03-09")


def test_without_any_edit_it_prints_the_file(ask: Ask) -> None:
    assert ask("edit", TINY) == (0, TINY.read_text(encoding="utf-8"), "")


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.name)
def test_edited_in_place_and_back_it_is_the_same_file(path: Path, tmp_path: Path, ask: Ask) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    name = next(
        line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("name:")
    )
    old = name.partition(":")[2].partition(" #")[0].strip()
    assert ask("edit", copy, "--in-place", "--set", "name=Something else")[0] == 0
    changed = copy.read_bytes()
    assert changed != path.read_bytes()
    assert len(changed) - len(path.read_bytes()) == len("Something else") - len(old)
    assert ask("edit", copy, "--in-place", "--set", f'name="{old}"')[0] == 0
    assert copy.read_bytes() == path.read_bytes()


def test_a_byte_order_mark_and_line_ends_stay(tmp_path: Path, ask: Ask) -> None:
    copy = tmp_path / "tiny.yaml"
    before = b"\xef\xbb\xbf" + TINY.read_bytes().replace(b"\n", b"\r\n")
    copy.write_bytes(before)
    assert ask("edit", copy, "-i", "--delay", "Heron=1d")[0] == 0
    after = before.replace(b"planned: 2030-03-08", b"planned: 2030-03-09")
    # With its five days of lead time Heron could have been launched on the 6th.
    assert copy.read_bytes() == after.replace(b"2030-03-02..2030-03-12", b"2030-03-07..2030-03-12")


def test_it_writes_to_another_file_but_not_over_the_scenario(tmp_path: Path, ask: Ask) -> None:
    copy, other = tmp_path / "tiny.yaml", tmp_path / "other.yaml"
    copy.write_bytes(TINY.read_bytes())
    assert ask("edit", copy, "-o", other, "--drop", "Heron")[0] == 0
    assert "Heron:" not in other.read_text()
    code, _, err = ask("edit", copy, "-o", copy, "--drop", "Heron")
    assert code == 2
    assert "not written over" in unwrapped(err)
    assert copy.read_bytes() == TINY.read_bytes()


def test_in_place_does_not_go_with_another_file(tmp_path: Path, ask: Ask) -> None:
    assert "does not go with" in ask("edit", TINY, "-i", "-o", tmp_path / "a.yaml")[2]
    assert "does not go with" in ask("edit", "-", "-i")[2]


def test_a_mistake_in_an_edit_leaves_the_file_alone(tmp_path: Path, ask: Ask) -> None:
    copy = tmp_path / "tiny.yaml"
    copy.write_bytes(TINY.read_bytes())
    code, out, err = ask("edit", copy, "-i", "--drop", "Hiron")
    assert (code, out) == (2, "")
    assert "did you mean 'Heron'?" in err
    assert copy.read_bytes() == TINY.read_bytes()


def test_saved_flags_say_the_same(
    tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    flags = ["--delay", "Heron=1d", "--pin", "Ana returns on Heron", "--set", "name=Later"]
    _, by_flags, err = ask("edit", TINY, *flags, "--save", "later")
    assert "later.yaml" in err
    assert ask("edit", TINY, "--with", "later.yaml")[1] == by_flags


def test_flags_are_not_saved_over_what_is_no_overlay(tmp_path: Path, ask: Ask) -> None:
    other = tmp_path / "other.yaml"
    other.write_bytes(TINY.read_bytes())
    code, _, err = ask("edit", TINY, "--delay", "Heron=1d", "--save", other)
    assert code == 2
    assert "is a scenario, and is not written over" in unwrapped(err)
    assert other.read_bytes() == TINY.read_bytes()
    assert ask("edit", TINY, "--delay", "Heron=1d", "--save", other, "--force")[0] == 0
    assert "lifeboat_overlay: 1" in other.read_text()


def test_an_overlay_is_saved_again_until_somebody_changes_it(tmp_path: Path, ask: Ask) -> None:
    saved = tmp_path / "later.yaml"
    for span in ("1d", "2d"):
        assert ask("edit", TINY, "--delay", f"Heron={span}", "--save", saved)[0] == 0
        assert f"Heron: {span}" in saved.read_text()
    changed = saved.read_text() + "why: a part is late\n"
    saved.write_text(changed)
    code, _, err = ask("edit", TINY, "--delay", "Heron=3d", "--save", saved)
    assert (code, saved.read_text()) == (2, changed)
    assert "is an overlay that was changed by hand" in unwrapped(err)


def test_an_overlay_that_is_read_is_not_saved_over(tmp_path: Path, ask: Ask) -> None:
    saved = tmp_path / "later.yaml"
    ask("edit", TINY, "--delay", "Heron=1d", "--save", saved)
    before = saved.read_text()
    pin = ["--pin", "Ana returns on Heron"]
    for more in (["--save", saved], ["-o", saved], ["-o", saved, "--force"]):
        code, _, err = ask("edit", TINY, "--with", saved, *pin, *more)
        assert (code, saved.read_text()) == (2, before)
        assert "is what was read" in unwrapped(err)


def test_an_existing_file_is_written_over_only_if_forced(tmp_path: Path, ask: Ask) -> None:
    other = tmp_path / "other.yaml"
    assert ask("edit", TINY, "-o", other, "--delay", "Heron=1d")[0] == 0
    assert ask("edit", TINY, "-o", other, "--delay", "Heron=1d")[0] == 0
    before = other.read_bytes()
    code, _, err = ask("edit", TINY, "-o", other, "--delay", "Heron=2d")
    assert (code, other.read_bytes()) == (2, before)
    assert "is a scenario, and is not written over" in unwrapped(err)
    assert "--force" in err
    assert ask("edit", TINY, "-o", other, "--delay", "Heron=2d", "--force")[0] == 0
    assert b"planned: 2030-03-10" in other.read_bytes()


def test_nothing_is_saved_if_the_result_cannot_be_written(tmp_path: Path, ask: Ask) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("mine")
    for output in (other, tmp_path / "gone" / "it.yaml", tmp_path / "later.yaml"):
        flags = ["--delay", "Heron=1d", "--save", tmp_path / "later"]
        assert ask("edit", TINY, *flags, "-o", output)[0] == 2
        assert [it.name for it in tmp_path.iterdir()] == ["other.yaml"]


def test_standard_output_is_a_place_too(ask: Ask) -> None:
    printed = ask("edit", TINY, "--delay", "Heron=1d")
    assert ask("edit", TINY, "--delay", "Heron=1d", "-o", "-") == printed


def test_a_hard_link_of_a_file_edited_in_place_is_told(tmp_path: Path, ask: Ask) -> None:
    copy, kept = tmp_path / "tiny.yaml", tmp_path / "kept.yaml"
    copy.write_bytes(TINY.read_bytes())
    kept.hardlink_to(copy)
    code, _, err = ask("edit", copy, "-i", "--delay", "Heron=1d")
    assert code == 0
    assert "a hard link: that one keeps the text of before" in unwrapped(err)
    assert kept.read_bytes() == TINY.read_bytes() != copy.read_bytes()


def test_an_answer_says_what_it_was_asked_about(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = ask("solve", TINY, "--delay", "Heron=1d", "--quiet")
    assert code == 1
    assert "What if: --delay Heron=1d" in out
    receipt = json.loads(ask("solve", TINY, "--delay", "Heron=1d", "--json")[1])["receipt"]
    assert receipt["edits"] == ["--delay Heron=1d"]
    plain = json.loads(ask("solve", TINY, "--json")[1])["receipt"]
    assert plain["scenario_sha256"] != receipt["scenario_sha256"]


def test_a_plan_is_checked_against_an_edited_scenario(tmp_path: Path, ask: Ask) -> None:
    plan = tmp_path / "plan.yaml"
    assert ask("solve", TINY, "--output", plan, "--quiet")[0] == 1
    assert "launch window" in ask("check", TINY, plan, "--delay", "Heron=1d")[1]


def test_overlays_of_a_scenario_from_a_pipe(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TINY.read_text(encoding="utf-8") + "\noverlays: {later: {edits: [{delay: {Heron: 1d}}]}}"

    class Piped:
        buffer = io.BytesIO(text.encode())

    monkeypatch.setattr("sys.stdin", Piped())
    code, out, _ = ask("edit", "-", "--with", "later")
    assert code == 0
    assert "planned: 2030-03-09" in out
    assert "later: {edits" in out


@pytest.mark.parametrize(
    "asked", [("edit", TINY), ("solve", TINY), ("solve", TINY, "--with", "late.yaml")]
)
def test_where_there_is_no_edit_there_is_nothing_to_save(
    asked: tuple[object, ...], tmp_path: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("late.yaml").write_text("lifeboat_overlay: 1\nedits: [{delay: {Heron: 1d}}]\n", "utf-8")
    code, _, err = ask(*asked, "--save", "only")
    assert code == 2
    assert "there is nothing to save in 'only.yaml'" in " ".join(err.split())
    assert not Path("only.yaml").exists()
