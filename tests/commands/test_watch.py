"""`lifeboat watch`, driven as a person would: a terminal, and an editor in another process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a terminal of POSIX", allow_module_level=True)

from repository import SCENARIOS
from repository import TINY as TINY_FILE
from terminal import CTRL_C, Terminal

TINY = TINY_FILE.read_text(encoding="utf-8")
MS_22 = (SCENARIOS / "soyuz-ms-22" / "2022-12-30.yaml").read_text(encoding="utf-8")
HARD = ("--pin", "MS-23 flies in mode crewed")
"""An edit of MS-22 that is not proven for minutes."""

IN_PLACE = "import sys; open(sys.argv[1], 'w').write(sys.argv[2])"
BY_RENAME = """
import os, sys
open(sys.argv[1] + '~', 'w').write(sys.argv[2])
os.replace(sys.argv[1] + '~', sys.argv[1])
"""
AWAY_AND_BACK = """
import os, sys, time
os.rename(sys.argv[1], sys.argv[1] + '.old')
time.sleep(0.3)
open(sys.argv[1], 'w').write(sys.argv[2])
"""


def save(path: Path, text: str, editor: str = IN_PLACE) -> None:
    """Save a file as an editor does, in another process."""
    subprocess.run([sys.executable, "-c", editor, str(path), text], check=True)


def lead(days: int) -> str:
    return TINY.replace("lead: 5d", f"lead: {days}d")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "station.yaml"
    path.write_text(TINY, encoding="utf-8")
    return path


Watch = Callable[..., Terminal]


@pytest.fixture
def watch(path: Path) -> Iterator[Watch]:
    with ExitStack() as windows:

        def begin(*flags: str) -> Terminal:
            command = [sys.executable, "-m", "lifeboat", "watch", str(path), *flags]
            return windows.enter_context(Terminal(command))

        yield begin


def end(terminal: Terminal) -> int:
    terminal.press(CTRL_C)
    return terminal.ended()[1]


@pytest.mark.parametrize("editor", [IN_PLACE, BY_RENAME, AWAY_AND_BACK])
def test_every_save_is_answered_as_a_difference_to_the_last(
    watch: Watch, path: Path, editor: str
) -> None:
    terminal = watch()
    terminal.until("6 person-days without a place")
    save(path, lead(6), editor)
    terminal.until("2030-03-06  2030-03-07  +1")
    save(path, lead(7), editor)
    terminal.until("2030-03-07  2030-03-08  +1")
    save(path, TINY, editor)
    terminal.until("2030-03-08  2030-03-06  -2")
    assert end(terminal) == 0


def test_a_save_that_changes_nothing_says_so(watch: Watch, path: Path) -> None:
    terminal = watch()
    terminal.until("6 person-days without a place")
    save(path, TINY + "# thought about it\n")
    terminal.until("The same flights, rides and seats as before.")
    assert end(terminal) == 0


def test_a_mistake_is_shown_and_the_last_answer_kept(watch: Watch, path: Path) -> None:
    terminal = watch()
    terminal.until("6 person-days without a place")
    save(path, TINY.replace("lead: 5d", "lead: 5dd"))
    assert f"{path}:73" in terminal.until("^^^")
    save(path, lead(6))
    terminal.until("2030-03-06  2030-03-07  +1")
    assert end(terminal) == 0


def test_one_may_begin_with_a_mistake(watch: Watch, path: Path) -> None:
    save(path, "lifeboat: 2\n")
    terminal = watch()
    terminal.until("error:")
    save(path, TINY)
    terminal.until("6 person-days without a place")
    assert end(terminal) == 0


def test_a_resized_window_is_filled_anew(watch: Watch, path: Path) -> None:
    terminal = watch()
    terminal.until("damaged vehicle (the last before 2030-03-07).")
    terminal.until("\n")
    terminal.resize(50)
    save(path, TINY.replace("name: A small rescue", f"name: {'A small rescue ' * 6}"))
    shown = terminal.until("as before.")
    assert max(len(line) for line in shown.splitlines()) <= 50
    assert end(terminal) == 0


def test_interrupted_in_the_middle_of_a_solve_it_ends_with_what_there_is(
    watch: Watch, path: Path
) -> None:
    path.write_text(MS_22, encoding="utf-8")
    terminal = watch(*HARD)
    terminal.until("goals proven")
    terminal.press(CTRL_C)
    terminal.until("Stopping; the best plan so far follows (")
    shown, code = terminal.ended()
    assert "Interrupted" in shown
    assert code == 130


def test_a_save_in_the_middle_of_a_solve_is_answered_instead(watch: Watch, path: Path) -> None:
    path.write_text(MS_22, encoding="utf-8")
    terminal = watch(*HARD)
    terminal.until("looking for the best plan")
    save(path, TINY.replace("Heron", "MS-23").replace(" empty:", " crewed:"))
    shown = terminal.until("as of 2030-03-01")
    assert "as of 2022-12-30" not in shown
    assert end(terminal) == 0


def test_overlay_files_are_watched_too(watch: Watch, path: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "late.yaml"
    text = "lifeboat_overlay: 1\nname: late\nedits: [{delay: {Heron: 1d}}]\n"
    overlay.write_text(text, encoding="utf-8")
    terminal = watch("--with", str(overlay))
    terminal.until("7 person-days without a place")
    save(overlay, text.replace("1d", "2d"))
    terminal.until("2030-03-07  2030-03-08  +1")
    assert end(terminal) == 0


def test_an_overlay_is_saved_once(watch: Watch, path: Path, tmp_path: Path) -> None:
    saved = tmp_path / "later.yaml"
    terminal = watch("--delay", "Heron=1d", "--save", str(saved))
    terminal.until("7 person-days without a place")
    saved.write_text(changed := saved.read_text("utf-8") + "why: mine\n", "utf-8")
    save(path, TINY.replace("name: A small rescue", "name: Another rescue"))
    assert "error" not in terminal.until("Another rescue")
    assert end(terminal) == 0
    assert saved.read_text("utf-8") == changed


def test_standard_input_cannot_be_watched(ask: Callable[..., tuple[int, str, str]]) -> None:
    code, _, err = ask("watch", "-")
    assert code == 2
    assert "cannot be watched" in err
