"""From what is typed into a criterion's fields to an answer, and back.

Pure. Which fields a kind has is the table at the end; the families in
`fieldapp.ui.state.entries` name them and read them.
"""

from collections.abc import Mapping
from dataclasses import replace

from fieldapp.domain.answers import CARRIERS, AnswerStatus, AnswerValue
from fieldapp.domain.asking import FIGURES, AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.ui.state.entries.changes import CHANGE
from fieldapp.ui.state.entries.figures import FIGURE, RATIO, read_reported
from fieldapp.ui.state.entries.lines import LINE, LINES, says_nothing
from fieldapp.ui.state.entries.models import MODEL, MODELS
from fieldapp.ui.state.entries.parts import PARTS
from fieldapp.ui.state.entries.pieces import Entry, Family, comma_text, whole
from fieldapp.ui.state.entries.ranks import RANKS
from fieldapp.ui.state.entries.rows import row_numbers, row_texts, rows_as_texts
from fieldapp.ui.state.entries.words import DATE, DOCUMENT, WORDS

__all__ = ["Entry", "kept", "read_entry", "settled", "texts_of"]


def read_entry(
    criterion: Criterion, texts: Mapping[str, str], before: AnswerValue | None = None
) -> Entry:
    """Read the fields of one criterion.

    `before` is the answer they were filled with: what has no field is kept from it,
    and empty fields under a chosen status ("không áp dụng") leave the status.
    """
    families = FAMILIES[criterion.answer.type]
    entry = whole([family.read(criterion, texts, before) for family in families])
    if not (entry.problems or entry.unfinished):
        entry = Entry(kept(criterion, entry.body or _status_of(before), before))
    if criterion.answer.type in FIGURES:
        return _with_reported(criterion, texts, entry, before)
    return entry


def kept(
    criterion: Criterion, body: AnswerValue | None, before: AnswerValue | None
) -> AnswerValue | None:
    """`body` with everything in `before` that the criterion has no field for."""
    if body is None or before is None:
        return body
    parts: dict[str, object] = {"reported": body.reported or before.reported}
    if body.status is AnswerStatus.GIVEN:
        owned = {n for f in FAMILIES[criterion.answer.type] for n in f.owns}
        loose = [n for n in (*CARRIERS, "change_from") if n not in owned]
        parts |= {n: getattr(body, n) or getattr(before, n) for n in loose}
        if "comparator" not in owned and body.value == before.value:
            parts["comparator"] = before.comparator
    return body.model_copy(update=parts)


def texts_of(criterion: Criterion, body: AnswerValue | None) -> dict[str, str]:
    """The texts that stand in the fields for a saved answer; none is empty."""
    if body is None:
        return {}
    kind, texts = criterion.answer.type, dict[str, str]()
    for family in FAMILIES[kind]:
        texts |= family.write(criterion, body)
    if body.reported and kind in FIGURES:
        texts["reported"] = comma_text(body.reported)
    return {name: text for name, text in texts.items() if text}


def settled(criterion: Criterion, texts: Mapping[str, str]) -> dict[str, str]:
    """`texts` as `texts_of` would write them: no empty ones, rows numbered from 0."""
    spec, loose = criterion.answer, dict(texts)
    for kind in (LINE, MODEL):
        rows = [row_texts(texts, kind, n) for n in row_numbers(texts, kind)]
        told = [row for row in rows if not says_nothing(spec, row)]
        loose = {n: t for n, t in loose.items() if not n.startswith(f"{kind}-")}
        loose |= rows_as_texts(kind, told)
    return {name: text for name, text in loose.items() if text.strip()}


def _status_of(before: AnswerValue | None) -> AnswerValue | None:
    """The chosen status an answer stands under, None for one with figures."""
    without = before is not None and before.status is not AnswerStatus.GIVEN
    return before if without else None


def _with_reported(
    criterion: Criterion,
    texts: Mapping[str, str],
    entry: Entry,
    before: AnswerValue | None,
) -> Entry:
    """Add the unit's own figure; alone it stands under "chưa có số liệu"."""
    typed = read_reported(criterion, texts.get("reported", ""), before)
    if typed.problem:
        problems = {**entry.problems, "reported": typed.problem}
        return replace(entry, body=None, problems=problems)
    if entry.problems or entry.unfinished:
        return entry
    body = entry.body
    if body is None and typed.digits:
        body = AnswerValue(status=AnswerStatus.UNKNOWN)
    return Entry(body and body.model_copy(update={"reported": typed.digits}))


FAMILIES: dict[AnswerKind, tuple[Family, ...]] = {
    AnswerKind.YES_NO: (WORDS,),
    AnswerKind.COUNT: (FIGURE, CHANGE),
    AnswerKind.RATIO: (RATIO, CHANGE),
    AnswerKind.SCORE: (FIGURE, CHANGE),
    AnswerKind.DATE: (DATE,),
    AnswerKind.TEXT: (WORDS,),
    AnswerKind.CHOICE: (WORDS,),
    AnswerKind.DOCUMENT: (DOCUMENT, WORDS),
    AnswerKind.PHOTO: (WORDS,),
    AnswerKind.BREAKDOWN: (FIGURE, PARTS, CHANGE),
    AnswerKind.INVENTORY: (LINES,),
    AnswerKind.INITIATIVES: (FIGURE, MODELS),
    AnswerKind.INDEX: (FIGURE, CHANGE, RANKS),
}
"""The fields of each kind."""
