"""From answers and findings to the sentences of the conclusion.

Every sentence names what it was derived from. Order: the checklist's, then what
people wrote by hand ("numbers first, then qualitative": domain reference A.3).
"""

from fieldapp.domain.checklist import Checklist
from fieldapp.domain.criterion_sentences import (
    criterion_recommendation,
    criterion_sentences,
)
from fieldapp.domain.doubts import open_questions
from fieldapp.domain.draft import Draft, DraftPart, DraftSentence
from fieldapp.domain.filling import Facts
from fieldapp.domain.record import InspectionRecord, SentenceEdit
from fieldapp.domain.recorded_sentences import (
    finding_sentence,
    meeting_sentence,
    recommendation_sentence,
    response_sentence,
)


def draft_conclusion(checklist: Checklist, record: InspectionRecord) -> Draft:
    """Derive the whole draft and apply what people changed in it.

    The same record always gives the same draft. Edits whose sentence is no longer
    derived are kept and named in the draft's warnings.
    """
    facts = Facts.model_construct(checklist=checklist, record=record)
    derived = [
        *(meeting_sentence(record.inspection, m) for m in record.meetings),
        *_figures_first(
            [s for c in checklist.criteria() for s in criterion_sentences(facts, c)]
        ),
        *(finding_sentence(f) for f in record.findings),
        *_derived_recommendations(facts),
        *(recommendation_sentence(r) for r in record.recommendations),
        *(response_sentence(record.inspection, r) for r in record.responses),
    ]
    edits = {edit.key: edit for edit in record.edits}
    known = {s.key for s in derived}
    lost = [e for e in record.edits if e.text and e.key not in known]
    return Draft(
        sentences=tuple(_edited(s, edits.get(s.key)) for s in derived),
        warnings=(*open_questions(facts), *(_lost(e) for e in lost)),
    )


def _figures_first(sentences: list[DraftSentence]) -> list[DraftSentence]:
    """Shortcomings with numbers come before those without (domain reference A.3)."""
    return sorted(
        sentences,
        key=lambda s: s.part is DraftPart.SHORTCOMING and not s.has_figure,
    )


def _derived_recommendations(facts: Facts) -> list[DraftSentence]:
    """One sentence per wording: two criteria asking for the same share it."""
    by_text: dict[str, DraftSentence] = {}
    for criterion in facts.checklist.criteria():
        sentence = criterion_recommendation(facts, criterion)
        if sentence is None:
            continue
        first = by_text.get(sentence.text)
        if first is not None:
            sources = (*first.sources, *sentence.sources)
            sentence = first.model_copy(update={"sources": sources})
        by_text[sentence.text] = sentence
    return list(by_text.values())


def _edited(sentence: DraftSentence, edit: SentenceEdit | None) -> DraftSentence:
    if edit is None:
        return sentence
    if not edit.text:
        return sentence.model_copy(update={"omitted": True})
    changed = {"text": edit.text, "edited": True}
    if edit.derived != sentence.derived:
        stale = "Số liệu nguồn đã thay đổi sau khi sửa câu này; câu tự lập hiện nay: "
        changed["warnings"] = (*sentence.warnings, f"{stale}{sentence.derived}")
    return sentence.model_copy(update=changed)


def _lost(edit: SentenceEdit) -> str:
    return f"Câu đã sửa không còn số liệu nguồn nên không được in: {edit.text}"
