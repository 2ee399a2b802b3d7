"""What depends on what in a checklist: worked out once, before any answer.

Only criteria that have a condition (their own or their section's) or a calculation
have a place in the order; all others always apply and say what was answered.
"""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field

from fieldapp.domain.checklist import Calculation, Checklist, Criterion, Level, Section
from fieldapp.domain.expressions import Expression, parse


@dataclass(frozen=True)
class Rule:
    """A constraint, read."""

    expression: Expression
    message: str
    level: Level


@dataclass(frozen=True)
class Formulas:
    """The expressions of one criterion, read."""

    criterion: Criterion
    section: Section
    conditions: tuple[Expression, ...] = ()
    value: Expression | None = None
    num: Expression | None = None
    den: Expression | None = None
    rules: tuple[Rule, ...] = ()

    @property
    def is_calculated(self) -> bool:
        """True when the answer follows from others."""
        return self.criterion.calculate is not None

    @property
    def names(self) -> frozenset[str]:
        """Criteria and sections that decide whether it applies and what it says."""
        read = (*self.conditions, self.value, self.num, self.den)
        return frozenset(name for e in read if e is not None for name in e.names)


@dataclass
class Plan:
    """A checklist's formulas, the order to work them in, and who waits for whom.

    `rank` holds only criteria that are worked out; a criterion's rank is above those
    of all it depends on. `waiting` maps a criterion (or a section, for its entries) to
    those that must be worked out after it changes, `judged` to those whose constraints
    read it.
    """

    formulas: dict[str, Formulas]
    rank: dict[str, int] = field(default_factory=dict)
    waiting: dict[str, set[str]] = field(default_factory=dict)
    judged: dict[str, set[str]] = field(default_factory=dict)


def plan_of(checklist: Checklist) -> Plan:
    """Read every expression of a checked checklist and put them in order."""
    plan = Plan({})
    for section in checklist.sections:
        shared = _read(section.when)
        for criterion in section.criteria:
            plan.formulas[criterion.id] = _formulas(section, criterion, shared)
    depends = {
        name: _criteria(plan, checklist, formulas.names)
        for name, formulas in plan.formulas.items()
        if formulas.conditions or formulas.is_calculated
    }
    for name, needed in depends.items():
        for other in needed:
            plan.waiting.setdefault(other, set()).add(name)
    plan.rank = _ranked(depends, plan.waiting)
    for name, formulas in plan.formulas.items():
        read = (n for rule in formulas.rules for n in rule.expression.names)
        for other in _criteria(plan, checklist, read):
            plan.judged.setdefault(other, set()).add(name)
    return plan


def _formulas(
    section: Section, criterion: Criterion, shared: Expression | None
) -> Formulas:
    own = _read(criterion.when)
    calculate = criterion.calculate or Calculation()
    return Formulas(
        criterion=criterion,
        section=section,
        conditions=tuple(e for e in (shared, own) if e is not None),
        value=_read(calculate.value),
        num=_read(calculate.num),
        den=_read(calculate.den),
        rules=tuple(
            Rule(parse(rule.check), rule.message, rule.level)
            for rule in criterion.constraints
        ),
    )


def _read(text: str) -> Expression | None:
    return parse(text) if text else None


def _criteria(plan: Plan, checklist: Checklist, names: Iterable[str]) -> set[str]:
    """The criteria and sections meant; a section stands for how many entries it has."""
    known = plan.formulas
    return {n for n in names if n in known or checklist.section(n) is not None}


def _ranked(
    depends: dict[str, set[str]], waiting: dict[str, set[str]]
) -> dict[str, int]:
    """Number the criteria so that each comes after what it depends on.

    Rings were refused when the checklist was checked; a criterion in one would
    simply come last.
    """
    left = {name: len(needed & depends.keys()) for name, needed in depends.items()}
    place = {name: number for number, name in enumerate(depends)}
    free = [(place[name], name) for name, count in left.items() if not count]
    heapq.heapify(free)
    order: dict[str, int] = {}
    while free:
        _, name = heapq.heappop(free)
        order[name] = len(order)
        for after in waiting.get(name, ()):
            left[after] -= 1
            if not left[after]:
                heapq.heappush(free, (place[after], after))
    return order | {n: len(depends) for n in depends if n not in order}
