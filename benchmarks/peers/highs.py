"""The day-by-day model in HiGHS, through PyOptInterface.

python -m peers.highs SCENARIO [--time-limit SECONDS] [--plan FILE]
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from peers.answering import main
from peers.linear import Found

# Neither is needed by the program or its tests.
poi: Any = import_module("pyoptinterface")
solver: Any = import_module("pyoptinterface.highs")


class Highs:
    """A model of HiGHS, solved with its own settings."""

    def __init__(self) -> None:
        self.model = solver.Model()
        self.model.set_model_attribute(poi.ModelAttribute.Silent, True)
        self.model.set_raw_parameter("mip_rel_gap", 0.0)
        self.variables: list[Any] = []
        self.values: dict[int, int] = {}

    def number(self, most: int) -> Any:
        whole = poi.VariableDomain.Integer
        self.variables.append(self.model.add_variable(lb=0, ub=most, domain=whole))
        return self.variables[-1]

    def require(self, statement: Any) -> None:
        if isinstance(statement, bool):
            assert statement, "what has no variable in it holds"
            return
        self.model.add_linear_constraint(statement)

    def minimise(self, cost: Any, seconds: float) -> Found:
        self.model.set_objective(cost, poi.ObjectiveSense.Minimize)
        self.model.set_model_attribute(poi.ModelAttribute.TimeLimitSec, max(0.01, seconds))
        self._start()
        self.model.optimize()
        if self.model.get_model_attribute(poi.ModelAttribute.PrimalStatus) not in FEASIBLE:
            return Found(None, 0)
        self.values = {it.index: round(self.model.get_value(it)) for it in self.variables}
        value = round(self.model.get_model_attribute(poi.ModelAttribute.ObjectiveValue))
        status = self.model.get_model_attribute(poi.ModelAttribute.TerminationStatus)
        # The library tells no bound where the search has not ended.
        return Found(value, value if status == poi.TerminationStatusCode.OPTIMAL else 0)

    @property
    def has_found(self) -> bool:
        return bool(self.values)

    def value(self, expression: Any) -> int:
        if isinstance(expression, poi.VariableIndex):
            return self.values[expression.index]
        terms = zip(expression.coefficients, expression.variables, strict=True)
        found: float = sum(factor * self.values[index] for factor, index in terms)
        return round(found + (expression.constant or 0))

    def _start(self) -> None:
        """Begin with the best solution of the last search."""
        for variable in self.variables:
            if variable.index in self.values:
                start = float(self.values[variable.index])
                self.model.set_variable_attribute(
                    variable, poi.VariableAttribute.PrimalStart, start
                )


FEASIBLE = (poi.ResultStatusCode.FEASIBLE_POINT, poi.ResultStatusCode.NEARLY_FEASIBLE_POINT)


if __name__ == "__main__":
    main(Highs())
