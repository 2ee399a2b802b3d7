"""The drafted conclusion: sentences with their sources, warnings beside them."""

from enum import StrEnum

from fieldapp.domain.value import Text, Value


class DraftPart(StrEnum):
    """Where a sentence stands in the notice, in the notice's order."""

    MEETING = "meeting"
    ACHIEVEMENT = "achievement"
    SHORTCOMING = "shortcoming"
    CAUSE = "cause"
    RECOMMENDATION = "recommendation"
    NOTED = "noted"
    RESPONSE = "response"


DRAFT_PART_NAMES: dict[DraftPart, str] = {
    DraftPart.MEETING: "Khái quát: cuộc họp",
    DraftPart.ACHIEVEMENT: "Kết quả đạt được",
    DraftPart.SHORTCOMING: "Tồn tại, hạn chế",
    DraftPart.CAUSE: "Nguyên nhân",
    DraftPart.RECOMMENDATION: "Kiến nghị",
    DraftPart.NOTED: "Ghi nhận khác",
    DraftPart.RESPONSE: "Ý kiến của đơn vị",
}


class DraftSentence(Value):
    """One sentence of the draft.

    `key` is stable while its sources stay the same kind of thing
    ("so-hoa#aggregate", "finding:…"). `sources` are the ids of the answers, findings,
    meetings and the like that it was derived from. `text` is what will be printed;
    `derived` is what the rules made (equal unless `edited`). `omitted` sentences are
    shown on the desk but not printed. `addressee` is set for recommendations.
    `has_figure`: an answer beneath carries a number. `warnings` are for the
    screen only and never printed.
    """

    key: str
    part: DraftPart
    text: Text
    derived: Text
    sources: tuple[str, ...]
    criterion: str = ""
    addressee: Text = ""
    has_figure: bool = False
    edited: bool = False
    omitted: bool = False
    warnings: tuple[Text, ...] = ()


class Draft(Value):
    """The whole draft, in printing order, and warnings that belong to no sentence."""

    sentences: tuple[DraftSentence, ...]
    warnings: tuple[Text, ...] = ()

    def part(self, part: DraftPart) -> tuple[DraftSentence, ...]:
        """The printed sentences of one part, in order."""
        return tuple(s for s in self.sentences if s.part is part and not s.omitted)
