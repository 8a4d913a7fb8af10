"""Wrong scenario files, each named after its mistake and each with what is said about it."""

from pathlib import Path

import pytest

from lifeboat.errors import MistakesError
from lifeboat.files.scenario_file import SourcedScenario, scenario_of
from lifeboat.files.source import read_source

HERE = Path(__file__).parent
WRONG = sorted(path.stem for path in HERE.glob("*.yaml") if path.stem != "right")
RULES = ["everyone-has-a-seat", "pins-hold"]
GOALS = ["no-place", "staffing", "reseats"]


@pytest.fixture(autouse=True)
def _in_this_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)


def read(name: str) -> SourcedScenario:
    return scenario_of(read_source(name), known_types={}, rule_names=RULES, goal_names=GOALS)


def test_the_right_file_is_read() -> None:
    scenario = read("right.yaml").scenario
    assert list(scenario.vehicles) == ["Heron", "Osprey"]
    assert list(scenario.people) == ["Abel", "Berg", "Ito"]


def test_there_are_files_to_read() -> None:
    assert len(WRONG) > 100
    assert {path.stem for path in HERE.glob("*.txt")} == set(WRONG)


@pytest.mark.parametrize("name", WRONG)
def test_says_what_is_wrong(name: str) -> None:
    with pytest.raises(MistakesError) as error:
        read(f"{name}.yaml")
    expected = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    assert f"{error.value}\n" == expected
