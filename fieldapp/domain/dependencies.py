"""What depends on what: the expressions of a checklist, and the names they read."""

from collections.abc import Iterator
from typing import NamedTuple

from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.expressions import Expression, ExpressionError, Kind, parse
from fieldapp.domain.known_names import VALUE_KINDS

Keys = tuple[str | int, ...]


class Written(NamedTuple):
    """One expression of a criterion.

    `keys` lead to it from the criterion, `wanted` is the kind it must give. `decides`
    is true where the criterion's relevance or value follows from it, false for a
    constraint: that may speak of its own criterion.
    """

    keys: Keys
    text: str
    wanted: Kind
    decides: bool = True

    @property
    def expression(self) -> Expression | None:
        """The expression; None when it cannot be read."""
        return readable(self.text)


def readable(text: str) -> Expression | None:
    """The expression in `text`; None when it is no expression."""
    try:
        return parse(text)
    except ExpressionError:
        return None


def expressions_of(criterion: Criterion) -> Iterator[Written]:
    """Every expression that a criterion holds, in the order of its keys."""
    if criterion.when:
        yield Written(("when",), criterion.when, Kind.BOOL)
    for index, constraint in enumerate(criterion.constraints):
        keys = ("constraints", index, "check")
        yield Written(keys, constraint.check, Kind.BOOL, decides=False)
    if criterion.calculate is not None:
        kinds = {"num": Kind.NUMBER, "den": Kind.NUMBER}
        kinds["value"] = VALUE_KINDS[criterion.answer.type]
        for key in ("value", "num", "den"):
            text = getattr(criterion.calculate, key)
            if text:
                yield Written(("calculate", key), text, kinds[key])


def graph(checklist: Checklist) -> dict[str, frozenset[str]]:
    """Each name that depends on others, with the names it depends on directly.

    A criterion depends on what its `when`, its `calculate` and its section's `when`
    read; a section on what its `when` reads. Names that depend on nothing are no key.
    Constraints are left out: nothing follows from them. So is what cannot be read.
    """
    found: dict[str, frozenset[str]] = {}
    for section in checklist.sections:
        shared = _names(section.when)
        if shared:
            found[section.id] = shared
        for criterion in section.criteria:
            if shared or criterion.when or criterion.calculate is not None:
                names = shared | _decided_by(criterion)
                if names:
                    found[criterion.id] = names
    return found


def _decided_by(criterion: Criterion) -> frozenset[str]:
    texts = [w.text for w in expressions_of(criterion) if w.decides]
    return frozenset().union(*map(_names, texts))


def _names(text: str) -> frozenset[str]:
    expression = readable(text) if text else None
    return frozenset() if expression is None else expression.names
