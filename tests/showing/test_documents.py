"""JSON documents."""

import io
import json

from handmade import answer, check
from lifeboat.answers.check import Check
from lifeboat.answers.solve import Answer
from lifeboat.errors import Mistake, Place
from lifeboat.showing.documents import document, mistakes_json, write_json


def test_an_answer_reads_back_equal() -> None:
    assert Answer.model_validate_json(document(answer())) == answer()


def test_a_check_reads_back_equal() -> None:
    assert Check.model_validate_json(document(check())) == check()


def test_keys_stand_as_in_the_model_and_the_text_ends_with_its_line() -> None:
    text = document(answer())
    assert list(json.loads(text)) == list(Answer.model_fields)
    assert text.startswith('{\n  "lifeboat_answer": 1,\n  "scenario": "By hand",\n')
    assert text.endswith("\n}\n")


def test_dates_are_utc() -> None:
    told = json.loads(document(answer()))
    assert told["as_of"] == "2030-01-01"
    assert told["best"]["flights"][1]["undock"] == "2030-01-09T06:00Z"


def test_mistakes_with_their_places() -> None:
    place = Place(file="a.yaml", line=3, column=5, text="  x: y")
    told = json.loads(mistakes_json([Mistake(kind="wrong", message="no", place=place)]))
    assert told["lifeboat_mistakes"] == 1
    assert told["mistakes"][0]["place"]["line"] == 3
    assert told["mistakes"][0]["message"] == "no"


def test_a_document_is_utf_8_whatever_the_terminal_speaks() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    write_json('{"name": "Åsa"}', stream)
    stream.flush()
    assert json.loads(raw.getvalue().decode("utf-8")) == {"name": "Åsa"}
