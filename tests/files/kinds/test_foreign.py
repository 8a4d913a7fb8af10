"""Texts that are nothing of ours, told as what they are; and merges that were not finished."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.scenario_file import open_scenario
from lifeboat.files.source import source_of
from repository import DOCS, ROOT, TINY

TEXT = TINY.read_text(encoding="utf-8")

FOREIGN = {
    "an HTML page": "\n<!DOCTYPE html>\n<html><head><title>a: b</title></head></html>\n",
    "an XML file": '<?xml version="1.0"?>\n<station name="a"/>\n',
    "rich text (RTF)": "{\\rtf1\\ansi Heron: late}\n",
    "a mail": "From: a@b.org\nTo: c@d.org\nSubject: Heron\n\nHello, it is late.\n",
    "a patch": "diff --git a/tiny.yaml b/tiny.yaml\n--- a/tiny.yaml\n+++ b/tiny.yaml\n@@ -1 @@\n",
    "a Python program": "import lifeboat\n\n\ndef ask(path):\n    return lifeboat.solve(path)\n",
    "a script": "#!/bin/sh\nset -e\nlifeboat solve station.yaml | less\n",
    "a TOML file": '[station]\nname = "A"\ncrew = { most = 7 }\n',
    "a Markdown page": "# The plan\n\nHeron comes: see [the page](page.md).\n\n* Ana\n* Boris\n",
    "a table (CSV)": "vehicle,launch\nHeron,2030-03-06\nSparrow,2030-01-01\n",
    "what lifeboat printed for people": (
        "A small rescue (as of 2030-03-01, through 2030-03-15)\n"
        "Proven best: no plan does better by these goals, reseats aside.\n"
    ),
}


def told(text: str, tmp_path: Path) -> list[Mistake]:
    path = tmp_path / "file"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        open_scenario(str(path))
    return list(caught.value.mistakes)


@pytest.mark.parametrize("said", FOREIGN)
def test_it_is_named_as_what_it_is(said: str, tmp_path: Path) -> None:
    (mistake,) = told(FOREIGN[said], tmp_path)
    assert mistake.message == f"this file is {said}, not a scenario"
    assert mistake.hint
    assert mistake.place is not None
    assert mistake.place.line == 1 + FOREIGN[said].startswith("\n")


@pytest.mark.parametrize("separator", [";", "\t"])
def test_tables_have_other_separators_and_quotes_too(separator: str, tmp_path: Path) -> None:
    rows = ["vehicle", "launch"], ['"Heron, the second"', "2030-03-06"], ["Sparrow", ""]
    (mistake,) = told("\n".join(map(separator.join, rows)), tmp_path)
    assert "a table (CSV)" in mistake.message


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (ROOT / "README.md", "a Markdown page"),
        (DOCS / "replan.md", "a Markdown page"),
        (ROOT / "CHANGELOG.md", "a Markdown page"),
        (ROOT / "pyproject.toml", "a TOML file"),
        (ROOT / "tests" / "tiny.py", "a Python program"),
        (Path(__file__), "a Python program"),
    ],
    ids=lambda it: getattr(it, "name", it),
)
def test_files_of_this_repository(path: Path, said: str, tmp_path: Path) -> None:
    (mistake,) = told(path.read_text(encoding="utf-8"), tmp_path)
    assert mistake.message == f"this file is {said}, not a scenario"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ports:", "ports"),
        ("horizon: ", "horizon: '"),
        ("name: A small rescue", "name: [A small rescue"),
        ("lifeboat: 2", "lifeboat 2"),
        ("lifeboat: 2", "See [the page](page.md).\nlifeboat: 2"),
    ],
)
def test_a_scenario_that_is_no_yaml_is_told_where_it_breaks(
    before: str, after: str, tmp_path: Path
) -> None:
    assert before in TEXT
    assert {it.kind for it in told(TEXT.replace(before, after, 1), tmp_path)} == {"syntax"}


OURS = "name: A\n<<<<<<< HEAD\nas_of: 2030-03-01\n=======\nas_of: 2030-03-02\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (OURS, "lines 2 and 6"),
        (OURS.replace("\n", "\r\n"), "lines 2 and 6"),
        (OURS.replace("=======", "||||||| base\nas_of: 2030-02-28\n======="), "lines 2, 4 and 8"),
        (OURS + OURS, "lines 2, 6, 8 and 12"),
        (OURS * 3, "lines 2, 6, 8, 12 and 2 more"),
        (OURS.partition("=======\n")[0], "line 2"),
        ('{"name": "A",\n<<<<<<< HEAD\n"as_of": 1,\n=======\n"as_of": 2\n>>>>>>> b\n}', "2 and 6"),
    ],
)
def test_a_merge_that_was_not_finished(text: str, where: str) -> None:
    with pytest.raises(MistakesError) as caught:
        source_of(text, "a.yaml")
    (mistake,) = caught.value.mistakes
    assert mistake.kind == "merge-marks"
    assert mistake.message.endswith(where)
    assert mistake.place is not None
    assert (mistake.place.line, mistake.place.text) == (2, "<<<<<<< HEAD")


@pytest.mark.parametrize("why", ["a <<<<<<< b", "=======", "<<<<<<<<<< ten of them"])
def test_what_only_looks_like_a_merge(why: str) -> None:
    assert source_of(f"why: |\n  {why}\n", "a.yaml").tree["why"] == f"{why}\n"
