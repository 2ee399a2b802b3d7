"""The language of relevance, constraints and calculations in a checklist.

`parse` reads a text, `check` finds every mistake against the names that are known
where it stands, `evaluate` gives its value for one inspection. A checked expression
always evaluates: a missing answer gives a missing value (None), never an error.
"""

from fieldapp.domain.expressions.checking import check
from fieldapp.domain.expressions.cycles import cycles
from fieldapp.domain.expressions.evaluating import Environment, evaluate
from fieldapp.domain.expressions.faults import ExpressionError, Fault, FaultCode
from fieldapp.domain.expressions.functions import FUNCTIONS, Function
from fieldapp.domain.expressions.kinds import CONTEXT, Kind, Ref, Scalar, Symbol
from fieldapp.domain.expressions.nodes import Expression
from fieldapp.domain.expressions.parsing import parse

__all__ = [
    "CONTEXT",
    "FUNCTIONS",
    "Environment",
    "Expression",
    "ExpressionError",
    "Fault",
    "FaultCode",
    "Function",
    "Kind",
    "Ref",
    "Scalar",
    "Symbol",
    "check",
    "cycles",
    "evaluate",
    "parse",
]
