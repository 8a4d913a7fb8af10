"""`lifeboat new` on the command line."""

from __future__ import annotations

from pathlib import Path

from asking import Ask, unwrapped


def test_a_new_scenario_is_written_once(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    assert ask("new", tmp_path / "mine").code == 0
    assert ask("new", tmp_path / "mine").code == 0, "nobody changed it"
    path.write_text("mine")
    ran = ask("new", path)
    assert (ran.code, path.read_text()) == (2, "mine")
    assert "is a file that lifeboat did not write" in unwrapped(ran.err)
    assert "--force" in ran.err
    assert ask("new", path, "--force").code == 0
    assert path.read_text() == ask("new").out == ask("new", "-").out


def test_only_a_name_without_an_ending_gets_one(ask: Ask, tmp_path: Path) -> None:
    for name in ("mine", "yours.yml"):
        ran = ask("new", tmp_path / name)
        assert (ran.code, ran.out) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.yaml", "yours.yml"]


def test_what_to_do_next_works(ask: Ask, tmp_path: Path) -> None:
    """It names the command, which reads the file that was written."""
    said = ask("new", tmp_path / "mine").err
    command = said.strip().rpartition("lifeboat ")[2].split()
    assert command == ["solve", str(tmp_path / "mine.yaml")]
    assert ask("edit", command[1]).code == 0
