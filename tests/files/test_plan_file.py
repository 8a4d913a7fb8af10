"""Plan files."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from handmade import answer, check
from lifeboat.editing.opened import read_scenario
from lifeboat.errors import MistakesError
from lifeboat.files.plan_file import plan_output, plan_yaml, read_plan, write_plan
from lifeboat.files.source import source_of
from lifeboat.files.validation.validate import validate
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.scenario.part import NAME_PATTERN, Name
from lifeboat.scenario.scenario import Scenario
from lifeboat.showing.documents import document
from repository import SCENARIOS

FLOWN = SCENARIOS / "soyuz-ms-22" / "flown.yaml"


def scenario_of(name: str) -> Scenario:
    return read_scenario(str(SCENARIOS / f"{name}.yaml"))


def mistakes_in(text: str, tmp_path: Path, scenario: str = "tiny") -> str:
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        read_plan(str(tmp_path / "plan.yaml"), scenario_of(scenario))
    return str(caught.value)


@pytest.mark.parametrize("path", sorted(FLOWN.parent.glob("2*.yaml")), ids=lambda path: path.stem)
def test_the_flown_plan_fits_every_day_of_the_case(path: Path) -> None:
    plan = read_plan(str(FLOWN), read_scenario(str(path)))
    assert plan.flights["MS-22"].undock == datetime(2023, 3, 28, 9, 57, tzinfo=UTC)


def test_a_plan_is_written_and_reads_back_equal(tmp_path: Path) -> None:
    scenario = scenario_of("soyuz-ms-22/2022-12-30")
    plan = read_plan(str(FLOWN), scenario)
    write_plan(str(tmp_path / "again.yaml"), plan)
    assert read_plan(str(tmp_path / "again.yaml"), scenario) == plan


def test_dates_are_written_as_people_write_them() -> None:
    plan = Plan(name="A", flights={"Heron": Flight(launch=datetime(2030, 3, 6, tzinfo=UTC))})
    assert plan_yaml(plan) == "plan: 1\nname: A\nflights:\n  Heron:\n    launch: 2030-03-06\n"


def _is_name(text: str) -> bool:
    if normalize("NFC", text) != text:
        return False
    try:
        TypeAdapter(Name).validate_python(text)
    except ValidationError:
        return False
    return True


NAMES = st.one_of(
    st.from_regex(NAME_PATTERN.replace("$", r"\Z")).filter(_is_name),
    st.sampled_from(
        ["1e5", "1e999", "0x1F", "null", "no", "NO", "true", "12", "2030-01-01", "1_0"]
    ),
)
DATES = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda date: date.replace(second=0, microsecond=0)
)
FLIGHTS = st.builds(
    Flight,
    mode=NAMES | st.none(),
    launch=DATES | st.none(),
    port=NAMES | st.none(),
    stays=st.booleans(),
    relocations=st.dictionaries(DATES, NAMES, max_size=2) | st.none(),
)
RIDES = st.builds(Ride, home=NAMES | st.none(), seats=st.dictionaries(DATES, NAMES, max_size=2))
PLANS = st.builds(
    Plan,
    name=NAMES | st.none(),
    flights=st.dictionaries(NAMES, FLIGHTS, max_size=3),
    people=st.dictionaries(NAMES, RIDES, max_size=3),
)


@given(plan=PLANS)
def test_every_plan_reads_back_equal(plan: Plan) -> None:
    assert validate(source_of(plan_yaml(plan), "plan.yaml"), Plan) == plan


def test_json_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(json.dumps({"flights": {"Heron": {"cancelled": True}}}))
    plan = read_plan(str(tmp_path / "plan.json"), scenario_of("tiny"))
    assert plan.flights["Heron"].cancelled


HERON = Plan(name="Heron", flights={"Heron": Flight(mode="empty")})


@pytest.mark.parametrize("kind", ["answer", "check"])
def test_what_was_printed_as_json_holds_its_plan(kind: str, tmp_path: Path) -> None:
    best = check().option.model_copy(update={"plan": HERON})
    text = document(answer(best=best)) if kind == "answer" else document(check(best))
    (tmp_path / "printed.json").write_text(text)
    assert read_plan(str(tmp_path / "printed.json"), scenario_of("tiny")) == HERON


def test_a_mistake_in_an_answer_is_found_where_it_stands(tmp_path: Path) -> None:
    told = json.loads(document(answer()))
    told["best"]["plan"] = {"plan": 1, "flights": {"Herom": {}}}
    text = json.dumps(told, indent=2)
    line = next(n for n, line in enumerate(text.splitlines(), 1) if '"Herom"' in line)
    assert f"plan.yaml:{line}:" in mistakes_in(text, tmp_path)


def test_an_answer_without_a_plan(tmp_path: Path) -> None:
    said = mistakes_in(document(answer(best=None, outcome="impossible")), tmp_path)
    assert said.startswith("error: this answer holds no plan: its outcome is 'impossible'")


def test_a_key_that_is_none(tmp_path: Path) -> None:
    said = mistakes_in("plan: 1\nflights: {Heron: {lunch: 2030-03-06}}\n", tmp_path)
    assert "`lunch` is not a key of a flight" in said
    assert "did you mean `launch`?" in said


def test_the_scenario_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text("precious")
    with pytest.raises(MistakesError, match="not written over"):
        plan_output(str(path), [str(path)], force=True).write(plan_yaml(HERON))
    assert path.read_text() == "precious"
