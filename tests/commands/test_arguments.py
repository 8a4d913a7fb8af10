"""Arguments that are not text: refused in a line, by every command, before anything is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from asking import Ask, unwrapped
from repository import TINY


@pytest.mark.parametrize(
    "arguments",
    [
        ["solve", TINY, "--with", "\udcff", "--json"],
        ["solve", TINY, "--set", "name=a\udcffb", "-o", "made.yaml"],
        ["edit", TINY, "--set", "name=a\udcffb", "-o", "made.yaml"],
        ["whatif", TINY, "--variant", "a\udcff: --delay Heron=14d"],
        ["sweep", TINY, "\udcff"],
        ["solve", "no\udcff.yaml", "--json"],
        ["schema", "\udcff"],
        ["new", "\udcff"],
        ["\udcff"],
        ["solve", TINY, "--set", "name=\ud800"],
    ],
)
def test_every_command_refuses_what_is_no_text(
    arguments: list[object], ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = ask(*arguments)
    assert ran.code == 2
    assert ran.err.startswith("error: the argument '")
    assert ran.err.endswith("' is not text in UTF-8\n")
    assert ran.err.count("\n") == 1
    assert not list(tmp_path.iterdir())
    if "--json" in arguments:
        assert json.loads(ran.out)["mistakes"][0]["kind"] == "argument-not-text"


@pytest.mark.parametrize(
    ("argument", "quoted"),
    [
        ("name=a\udcffb", r"name=a\xffb"),
        ("\udc80\udcfe", r"\x80\xfe"),
        ("x" * 3000 + "\udcff" + "y" * 3000, "…" + "x" * 20 + r"\xff" + "y" * 9 + "…"),
        ("Ünï\udcff", r"Ünï\xff"),
        ("\ud800", r"\ud800"),
    ],
)
def test_the_first_byte_that_is_no_text_is_quoted(argument: str, quoted: str, ask: Ask) -> None:
    said = f"error: the argument '{quoted}' is not text in UTF-8\n"
    assert ask("solve", TINY, "--pin", argument).err == said


@pytest.mark.skipif(os.name == "nt", reason="arguments are bytes on other systems only")
def test_letters_that_the_locale_lacks() -> None:
    """The text is UTF-8, and the locale says to read it as ASCII: it is the locale that is told."""
    ascii_only = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "POSIX"}
    command = [sys.executable, "-m", "lifeboat", "edit", str(TINY), "--set", "name=Ünï"]
    done = subprocess.run(
        command, env={**os.environ, **ascii_only}, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert unwrapped(done.stderr.decode()) == (
        r"error: the argument 'name=\xc3\x9cn\xc3\xaf' is not text in ASCII, as the locale has it; "
        "set UTF-8"
    )
