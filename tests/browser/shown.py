"""What is shown to the browser: reports and pictures of real cases, of five years, of odd names.

No plan is sought: plans of history and plans of record are drawn.
"""

from __future__ import annotations

from pathlib import Path

import yaml

import handmade
import lifeboat
import tiny
from lifeboat.answers.conflict import Cause, Conflict
from lifeboat.answers.difference import difference
from lifeboat.answers.solve import Answer
from lifeboat.answers.whatif import Comparison, Variant
from lifeboat.files.known_types import known_types
from lifeboat.files.scenario_file import scenario_of
from lifeboat.files.source import source_of
from lifeboat.goals import GOALS
from lifeboat.plans.plan import Plan
from lifeboat.questions.chart import chart
from lifeboat.questions.check import check
from lifeboat.questions.days import day_table
from lifeboat.rules import RULES
from lifeboat.scenario.scenario import Scenario
from lifeboat.showing.html import comparison_html, report_html
from lifeboat.showing.svg import chart_svg
from repository import SCENARIOS
from rotation import scenario as rotation

IMAGE = "<img src=x onerror='parent.ran=ran=1'>"
"""Where a text may hold anything; a name holds no equals sign."""
SCRIPT = "<script>ran(1)</script>"
HYPHENED = "-".join("Ж" * 30)
BREAKS_OUT = "\"'></text></svg><img/src/onerror>"


def answered(scenario: Scenario, plan: Plan) -> Answer:
    """The answer that has a plan for its best."""
    told = check(scenario, plan)
    drawn, table = chart(scenario, plan), day_table(scenario, plan)
    return handmade.answer(
        scenario=scenario.name,
        as_of=table.as_of,
        horizon_end=table.horizon_end,
        best=told.option,
        chart=drawn,
        days=table,
        others=(told.option,),
    )


def of_history(name: str, date: str) -> Answer:
    scenario = lifeboat.read_scenario(str(SCENARIOS / name / f"{date}.yaml"))
    return answered(scenario, lifeboat.read_plan(str(SCENARIOS / name / "flown.yaml"), scenario))


def of_five_years() -> Answer:
    read = scenario_of(
        source_of(yaml.safe_dump(rotation(damaged=True)), "rotation.yaml"),
        known_types=known_types(),
        rule_names=[rule.name for rule in RULES],
        goal_names=[goal.name for goal in GOALS],
    )
    return answered(read.scenario, Plan())


def of_odd_names() -> Answer:
    """The tiny station, where whatever has a name is called by a piece of a page."""
    long = {"Boris": "Щ" * 60, "Cleo": HYPHENED}
    renamed = {"Wren": SCRIPT, "Ana": BREAKS_OUT, "north": "<b onclick>", **long}
    text = yaml.safe_dump(tiny.TINY, sort_keys=False, allow_unicode=True)
    for name, odd in renamed.items():
        text = text.replace(name, "'" + odd.replace("'", "''") + "'")
    told = yaml.safe_load(text)
    called = f"{IMAGE} {HYPHENED}"
    return answered(Scenario.model_validate({**told, "name": called}), Plan(name=called))


def compared() -> str:
    """Variants of one case side by side, one of them impossible."""
    base, flown = (of_history("soyuz-ms-22", date) for date in ("2022-12-30", "2023-02-13"))
    assert base.best
    assert flown.best
    assert base.chart
    assert flown.chart
    changed = difference(base.best, flown.best)
    later = Variant(
        name="six weeks on", why="What is known then.", answer=flown, difference=changed
    )
    cause = Cause(premise="pins.early", says="it is early", rule="pins-hold", see=())
    gone = handmade.answer(
        best=None, outcome="impossible", conflicts=(Conflict(because=(cause,), is_smallest=True),)
    )
    never = Variant(name=IMAGE, why=None, answer=gone, difference=None)
    charts = {"as it stands": base.chart, "six weeks on": flown.chart}
    return comparison_html(Comparison(base=base, variants=(later, never)), charts)


def write_all(folder: Path) -> list[Path]:
    """Write every page and picture; returns their files."""
    ms_22 = of_history("soyuz-ms-22", "2022-12-30")
    assert ms_22.chart
    texts = {
        "ms-22.html": report_html(ms_22),
        "ms-22.svg": chart_svg(ms_22.chart),
        "starliner.html": report_html(of_history("starliner-cft", "2024-08-24")),
        "compared.html": compared(),
        "five-years.html": report_html(of_five_years()),
        "odd-names.html": report_html(of_odd_names()),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in texts]
