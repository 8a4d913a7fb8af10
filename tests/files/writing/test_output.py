"""What a file that is written may take the place of, and what it may not."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from lifeboat.errors import MistakesError
from lifeboat.files.writing.marks import Sort, marked
from lifeboat.files.writing.output import Output, is_printed, refuse_twice, what_it_is
from repository import TINY

PLAN = "plan: 1\nname: A\n"
OVERLAY = "lifeboat_overlay: 1\nedits: [{delay: {Heron: 1d}}]\n"
SCENARIO = TINY.read_text("utf-8")
FORCE = "= help: give another name, or --force to write over it"


def refused(output: Output, text: str = PLAN) -> str:
    """Why it is not written; what is there stays."""
    before = _there(output.path)
    with pytest.raises(MistakesError) as error:
        output.write(text)
    assert _there(output.path) == before
    return str(error.value)


def _there(path: str) -> bytes | None:
    return Path(path).read_bytes() if os.path.isfile(path) else None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "it.yaml"


def plan_file(path: Path, *read: object, force: bool = False) -> Output:
    return Output(str(path), Sort.PLAN, tuple(map(str, read)), force)


def test_a_new_file(path: Path) -> None:
    plan_file(path).check()
    assert not path.exists()
    assert plan_file(path).write(PLAN) == ()
    assert path.read_text("utf-8") == marked(Sort.PLAN, PLAN)


def test_text_without_a_sort_has_no_mark(path: Path) -> None:
    Output(str(path)).write("name: é\n")
    assert path.read_bytes() == b"name: \xc3\xa9\n"


@pytest.mark.parametrize("sort", Sort)
def test_one_of_its_sort_that_nobody_changed(path: Path, sort: Sort) -> None:
    output = Output(str(path), sort)
    output.write(PLAN)
    output.check()
    output.write(PLAN + "people: {}\n")
    assert path.read_text("utf-8") == marked(sort, PLAN + "people: {}\n")


def test_an_empty_file_has_nothing_to_lose(path: Path) -> None:
    path.touch()
    plan_file(path).check()
    plan_file(path).write(PLAN)
    assert path.read_text("utf-8") == marked(Sort.PLAN, PLAN)


@pytest.mark.parametrize("text", [SCENARIO, "\ufeff" + SCENARIO, "anything"])
def test_what_would_be_the_same_anyhow(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    output = Output(str(path))
    output.check(text)
    output.write(text)
    assert path.read_text("utf-8") == text


CHANGED = marked(Sort.PLAN, PLAN).replace("name: A", "name: B")
OTHERS = {
    "a scenario": SCENARIO,
    "a plan that lifeboat did not write": PLAN,
    "a plan that was changed by hand": CHANGED,
    "an overlay": marked(Sort.OVERLAY, OVERLAY),
    "an overlay that was changed by hand": marked(Sort.OVERLAY, OVERLAY) + "\n",
    "an overlay that lifeboat did not write": OVERLAY,
    "an answer": '{\n  "lifeboat_answer": 1\n}',
    "a file that lifeboat did not write": "Dear Ana,\nthe plan: we leave on Monday.\n",
}


@pytest.mark.parametrize("what", OTHERS)
def test_anything_else_is_kept_unless_it_is_forced(path: Path, what: str) -> None:
    path.write_text(OTHERS[what], "utf-8")
    said = f"error: '{path}' is {what}, and is not written over\n  {FORCE}"
    assert refused(plan_file(path)) == said
    with pytest.raises(MistakesError) as error:
        plan_file(path).check()
    assert str(error.value) == said
    plan_file(path, force=True).write(PLAN)
    assert path.read_text("utf-8") == marked(Sort.PLAN, PLAN)


def test_a_plan_is_not_written_over_by_an_overlay(path: Path) -> None:
    plan_file(path).write(PLAN)
    assert "is a plan, and is not" in refused(Output(str(path), Sort.OVERLAY), OVERLAY)


@pytest.mark.parametrize("sort", Sort)
def test_a_scenario_takes_the_place_of_no_plan_or_overlay(path: Path, sort: Sort) -> None:
    Output(str(path), sort).write(PLAN)
    assert f"{sort}, and is not written over" in refused(Output(str(path)), SCENARIO)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x00" * 100, b"x" * 5_000_000])
def test_what_is_no_text_of_ours(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert "is a file that lifeboat did not write" in refused(plan_file(path))


def test_what_appears_while_the_answer_is_sought_is_kept(path: Path) -> None:
    plan_file(path).check()
    path.write_text("mine")
    assert "is not written over" in refused(plan_file(path))


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("way", ["same", "roundabout", "symbolic link", "hard link"])
def test_what_was_read_is_never_written_over(tmp_path: Path, way: str, force: bool) -> None:
    read, target = tmp_path / "read.yaml", tmp_path / "target.yaml"
    read.write_text(marked(Sort.PLAN, PLAN), "utf-8")
    if way == "symbolic link":
        target.symlink_to(read)
    elif way == "hard link":
        target.hardlink_to(read)
    else:
        target = read if way == "same" else tmp_path / "." / ".." / tmp_path.name / "read.yaml"
    said = refused(plan_file(target, "other.yaml", read, force=force))
    assert "is what was read, and is not written over" in said


def test_nor_is_standard_input(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text(marked(Sort.PLAN, PLAN), "utf-8")
    monkeypatch.setattr("lifeboat.files.writing.target.of_descriptor", lambda number: path.stat())
    assert "is what was read" in refused(plan_file(path, "-"))
    plan_file(tmp_path / "other.yaml", "-").write(PLAN)


def test_beside_what_was_read(path: Path, tmp_path: Path) -> None:
    (tmp_path / "read.yaml").write_text("old")
    plan_file(path, tmp_path / "read.yaml", tmp_path / "gone.yaml", "-").write(PLAN)
    assert path.exists()


def test_a_file_changed_while_it_was_edited_is_kept(path: Path) -> None:
    path.write_text("old")
    output = Output(str(path), instead_of="old")
    output.check()
    path.write_text("hers")
    said = refused(output, "mine")
    assert "was changed by somebody else meanwhile, and is not written over" in said
    path.write_text("old")
    output.write("mine")
    assert path.read_text() == "mine"


def test_a_hard_link_is_not_broken_in_silence(path: Path, tmp_path: Path) -> None:
    plan_file(path).write(PLAN)
    (tmp_path / "kept.yaml").hardlink_to(path)
    (told,) = plan_file(path).write("plan: 1\n")
    assert told.message == (
        f"'{path}' had another name, a hard link: that one keeps the text of before"
    )
    assert (tmp_path / "kept.yaml").read_text("utf-8") == marked(Sort.PLAN, PLAN)


def test_a_set_user_bit_does_not_go_in_silence(path: Path) -> None:
    path.touch()
    path.chmod(0o4755)
    (told,) = plan_file(path).write(PLAN)
    assert "has lost its set-user or set-group bit" in told.message
    assert path.stat().st_mode & 0o7777 == 0o755


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_an_owner_does_not_go_in_silence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.touch()
    os.chown(path, 1234, 5678)
    assert plan_file(path).write(PLAN) == ()
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 5678)

    def nothing(*_: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchown", nothing)
    (told,) = plan_file(path).write("plan: 1\n")
    assert told.message == f"'{path}' was somebody else's and is yours now"


def test_two_things_for_one_file(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to("it.yaml")
    one, same, other = (plan_file(tmp_path / f"{it}.yaml") for it in ("it", "link", "other"))
    with pytest.raises(MistakesError, match="is asked for twice"):
        refuse_twice(one, same)
    refuse_twice(one, other)


def test_a_pipe_gets_all_of_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_text("utf-8")))
    reader.start()
    text = PLAN + "# and more\n" * 10_000
    plan_file(tmp_path / "pipe").check()
    plan_file(tmp_path / "pipe").write(text)
    reader.join(timeout=60)
    assert got == [marked(Sort.PLAN, text)]


def test_a_pipe_whose_reader_goes_away_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = threading.Thread(target=lambda: (tmp_path / "pipe").open("rb").close())
    reader.start()
    said = refused(plan_file(tmp_path / "pipe"), PLAN + "# and more\n" * 100_000)
    reader.join(timeout=60)
    assert "cannot be written: broken pipe" in said


def test_the_null_device_takes_everything() -> None:
    assert plan_file(Path(os.devnull), os.devnull).write(PLAN) == ()


def test_what_is_printed_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for number, what in ((1, "where the answer is printed"), (2, "where messages are printed")):
        path.touch()
        monkeypatch.setattr(
            "lifeboat.files.writing.output.of_descriptor",
            lambda it, number=number: path.stat() if it == number else None,
        )
        assert is_printed(str(path)) == (number == 1)
        assert f"is {what}" in refused(plan_file(path, force=True))
        plan_file(tmp_path / f"other{number}").write(PLAN)


def test_a_dash_is_where_answers_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert is_printed("-")
    said = refused(Output("-", Sort.PLAN))
    assert "'-' is where the answer is printed" in said
    assert "--json" in said
    assert list(tmp_path.iterdir()) == []


def test_standard_output_in_the_null_device_is_no_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "lifeboat.files.writing.output.of_descriptor", lambda number: os.stat(os.devnull)
    )
    assert not is_printed(os.devnull)
    plan_file(Path(os.devnull)).write(PLAN)


def test_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = refused(plan_file(path))
    assert said == f"error: '{path}' cannot be written: no space left on device"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: {plan: 1}\n", "a file that lifeboat did not write"),
        ("a:\n  lifeboat: 2\n", "a file that lifeboat did not write"),
        ("# a note\nlifeboat: 2\nplan: x\n", "a scenario"),
        ('{"lifeboat": 2}', "a scenario"),
        ('{"lifeboat_overlay": 1}', "an overlay that lifeboat did not write"),
        ('{"lifeboat_sweep": 1}', "an answer"),
        (None, "a file that lifeboat did not write"),
    ],
)
def test_what_a_file_is(text: str | None, what: str) -> None:
    assert what_it_is(None if text is None else text.encode()) == what
