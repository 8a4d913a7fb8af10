"""The receipt of an answer."""

from __future__ import annotations

from datetime import timedelta

from lifeboat.questions.receipt import receipt_of
from lifeboat.questions.run import Run
from tiny import tiny


def test_the_digest_is_that_of_the_file_or_else_of_the_scenario() -> None:
    own = receipt_of(tiny(), Run(), 1.0).scenario_sha256
    assert receipt_of(tiny(), Run(digest="abc"), 1.0).scenario_sha256 == "abc"
    assert receipt_of(tiny({"name": "Other"}), Run(), 1.0).scenario_sha256 != own
    assert len(own) == 64


def test_seed_limit_edits_and_seconds_are_those_of_the_run() -> None:
    told = receipt_of(tiny(), Run(time_limit=90.0, seed=7, edits=("--delay",)), 1.23456)
    assert (told.seed, told.time_limit) == (7, timedelta(seconds=90))
    assert (told.edits, told.seconds) == (("--delay",), 1.235)
    assert receipt_of(tiny(), Run(), 1.0).time_limit is None
