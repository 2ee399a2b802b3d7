"""Shared choice lists, put where criteria name them.

A checklist file may write a list of choices once and name it in many criteria. What
works with a criterion sees its `choices` only.
"""

from fieldapp.domain.asking import Choice
from fieldapp.domain.checklist import Checklist, Criterion, Section

Lists = dict[str, tuple[Choice, ...]]


def linked(checklist: Checklist) -> Checklist:
    """The checklist with every `choices_from` followed; the same one if there is none.

    `choices_from` stays, so that the file can be written again. A criterion that names
    no known list, or has choices of its own, is left as it is: the checks tell.
    """
    if not any(c.answer.choices_from for c in checklist.criteria()):
        return checklist
    sections = tuple(_section(s, checklist.choice_lists) for s in checklist.sections)
    # A new object, not a copy: a copy would keep what the old one had looked up.
    fields = {name: getattr(checklist, name) for name in Checklist.model_fields}
    fields["sections"] = sections
    return Checklist.model_construct(checklist.model_fields_set, **fields)


def _section(section: Section, lists: Lists) -> Section:
    if not any(_follows(c, lists) for c in section.criteria):
        return section
    criteria = tuple(_criterion(c, lists) for c in section.criteria)
    return section.model_copy(update={"criteria": criteria})


def _criterion(criterion: Criterion, lists: Lists) -> Criterion:
    if not _follows(criterion, lists):
        return criterion
    choices = lists[criterion.answer.choices_from]
    answer = criterion.answer.model_copy(update={"choices": choices})
    return criterion.model_copy(update={"answer": answer})


def _follows(criterion: Criterion, lists: Lists) -> bool:
    spec = criterion.answer
    return spec.choices_from in lists and not spec.choices
