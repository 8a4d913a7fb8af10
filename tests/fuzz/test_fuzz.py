"""A few random edits of the real scenarios; `tests/fuzz/run.py` makes as many as one likes."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from fuzz.run import tried
from fuzz.shuffled import shuffled
from fuzz.trial import FILES, drawn
from lifeboat.editing.verbs import BY_NAME

NUMBERS = range(9000, 9008)


@pytest.mark.parametrize("number", NUMBERS)
def test_an_answer_to_random_edits_stands(number: int) -> None:
    _, messages = tried(number)
    assert messages == []


def test_a_trial_depends_on_its_number_alone() -> None:
    once, again = (drawn(it, Counter()) for it in (17, 17))
    assert once == again
    assert once != drawn(18, Counter())


def test_every_file_and_nearly_every_kind_of_edit_is_tried() -> None:
    trials = [drawn(number, Counter()) for number in range(150)]
    assert {trial.path for trial in trials} == set(FILES)
    missing = BY_NAME.keys() - {verb for trial in trials for verb, _ in trial.edits}
    assert missing == {"add", "remove"}


def test_a_list_whose_order_means_something_is_not_shuffled() -> None:
    kept = {"goals": [{"moved": 2, "waived": 1}, "broken", "reseats"], "ports": ["b", "a", "c"]}
    mixed = [shuffled({**kept, "gear": [1, 2, 3, 4]}, random.Random(it)) for it in range(20)]
    assert all(list(it["goals"][0]) == ["moved", "waived"] for it in mixed)
    modes: dict[str, dict[str, str]] = {name: {} for name in ("slow", "quick", "empty")}
    assert list(shuffled({"modes": modes}, random.Random(1))["modes"]) == list(modes)
    assert all({key: it[key] for key in kept} == kept for it in mixed)
    assert len({tuple(it["gear"]) for it in mixed}) > 5
    assert len({tuple(it) for it in mixed}) > 2
