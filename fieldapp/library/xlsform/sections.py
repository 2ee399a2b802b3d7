"""Groups and repeats as sections: a checklist has one level of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from fieldapp.library.xlsform.ids import Ids
from fieldapp.library.xlsform.outline import Group, Question


@dataclass(eq=False)
class Planned:
    """A section to be: consecutive questions of the same groups.

    `continues` when its group went on after a group inside it had ended.
    """

    id: str
    groups: tuple[Group, ...]
    continues: bool
    questions: list[Question] = field(default_factory=list)

    @property
    def repeat(self) -> Group | None:
        """The group that repeats, if it is one."""
        last = self.groups[-1] if self.groups else None
        return last if last is not None and last.repeats else None


def planned(questions: Iterable[Question], ids: Ids) -> list[Planned]:
    """Return the sections in the order of their questions."""
    sections: list[Planned] = []
    seen: set[tuple[Group, ...]] = set()
    for question in questions:
        home = question.groups[: question.home]
        if not sections or sections[-1].groups != home:
            name = home[-1].row.get("name") if home else "chung"
            sections.append(Planned(ids.make(name or "nhom"), home, home in seen))
            seen.add(home)
        sections[-1].questions.append(question)
    return sections
