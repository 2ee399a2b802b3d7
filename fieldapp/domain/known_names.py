"""Which names an expression may use, and as what: that depends on where it stands.

Seen from the inspected unit, a criterion asked of sub-units only has one value for
each of them: rows. Seen from a sub-unit it has one value, and what only the inspected
unit is asked is read there. Seen from an entry of a repeating section, the criteria of
that section have the entry's value; seen from anywhere else they are rows.
"""

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping

from fieldapp.domain.asking import AnswerKind, Scope
from fieldapp.domain.checklist import Checklist, Criterion, Section
from fieldapp.domain.expressions import Kind, Symbol

VALUE_KINDS: Mapping[AnswerKind, Kind] = {
    AnswerKind.YES_NO: Kind.BOOL,
    AnswerKind.COUNT: Kind.NUMBER,
    AnswerKind.RATIO: Kind.NUMBER,
    AnswerKind.SCORE: Kind.NUMBER,
    AnswerKind.DATE: Kind.DATE,
    AnswerKind.TEXT: Kind.TEXT,
    AnswerKind.CHOICE: Kind.CHOICE,
    AnswerKind.DOCUMENT: Kind.TEXT,
    AnswerKind.PHOTO: Kind.NUMBER,
    AnswerKind.BREAKDOWN: Kind.NUMBER,
    AnswerKind.INVENTORY: Kind.NUMBER,
    AnswerKind.INITIATIVES: Kind.NUMBER,
    AnswerKind.INDEX: Kind.NUMBER,
}
"""The kind of a criterion's bare name.

A ratio is its percentage, a breakdown its total, an inventory how many things it
counts, initiatives and photos how many there are, an index its score.
"""

Names = Mapping[str, Symbol]


class KnownNames:
    """The names of one checklist, from every place where an expression can stand."""

    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist
        self._seen: dict[str, Names] = {}

    def seen_from(self, section: Section, criterion: Criterion | None = None) -> Names:
        """The names that hold in `criterion` of `section`, made once for each place.

        Without a criterion: in the section's own `when`, which must make sense for all
        of its criteria, and for a group before there is any entry.
        """
        if section.repeat is not None and criterion is not None:
            return self._once(section.id, lambda: self._from_entry(section))
        hosts = section.criteria if criterion is None else (criterion,)
        if any(host.asked_of is Scope.UNIT for host in hosts):
            return self._once("/unit", self._from_unit)
        return self._once("/sub_units", self._from_sub_unit)

    def _once(self, place: str, make: Callable[[], Names]) -> Names:
        if place not in self._seen:
            self._seen[place] = make()
        return self._seen[place]

    def _from_unit(self) -> Names:
        names = self._groups()
        for section, criterion in self._everything():
            entries = section.repeat is not None
            only_below = criterion.asked_of is Scope.SUB_UNITS
            names[criterion.id] = symbol_of(
                criterion,
                rows=entries or only_below,
                rows_too=criterion.asked_of is Scope.BOTH,
            )
        return names

    def _from_sub_unit(self) -> Names:
        names = self._groups()
        for section, criterion in self._everything():
            entries = section.repeat is not None
            names[criterion.id] = symbol_of(criterion, rows=entries)
        return names

    def _from_entry(self, section: Section) -> Names:
        same = {c.id: symbol_of(c) for c in section.criteria}
        around = self._once("/unit", self._from_unit)
        return ChainMap(same, dict(around))

    def _groups(self) -> dict[str, Symbol]:
        repeating = [s for s in self._checklist.sections if s.repeat is not None]
        return {s.id: Symbol(Kind.NUMBER, section=True) for s in repeating}

    def _everything(self) -> Iterator[tuple[Section, Criterion]]:
        for section in self._checklist.sections:
            for criterion in section.criteria:
                yield section, criterion


def symbol_of(
    criterion: Criterion, *, rows: bool = False, rows_too: bool = False
) -> Symbol:
    """What expressions may do with a criterion; `rows` and `rows_too` as in Symbol."""
    spec = criterion.answer
    return Symbol(
        VALUE_KINDS[spec.type],
        parts=_parts(criterion),
        choices=tuple(choice.id for choice in spec.choices),
        rows=rows,
        rows_too=rows_too,
        never_zero=_never_zero(criterion),
    )


_NOTHING: Mapping[str, Kind] = {}
_RATIO: Mapping[str, Kind] = {"num": Kind.NUMBER, "den": Kind.NUMBER}


def _parts(criterion: Criterion) -> Mapping[str, Kind]:
    if criterion.answer.type is AnswerKind.RATIO:
        return _RATIO
    if not criterion.answer.parts:
        return _NOTHING
    return {part.id: Kind.NUMBER for part in criterion.answer.parts}


def _never_zero(criterion: Criterion) -> frozenset[str]:
    """A typed denominator is 1 or more; what is calculated is held to nothing."""
    if criterion.calculate is not None:
        return frozenset()
    if criterion.answer.type is AnswerKind.RATIO:
        return _DENOMINATOR
    least = criterion.answer.min
    return _VALUE if least is not None and least > 0 else frozenset()


_DENOMINATOR = frozenset({"den"})
_VALUE = frozenset({"value"})
