"""Named models and initiatives, one row each.

Fields of row 3: "model-3-name", "model-3-scope", "model-3-result", "model-3-where".
"""

from fieldapp.domain.answers import AnswerValue, Initiative
from fieldapp.domain.checklist import Criterion
from fieldapp.ui.state.entries.pieces import Family, Piece, Texts
from fieldapp.ui.state.entries.rows import (
    row_numbers,
    row_prefix,
    row_texts,
    rows_as_texts,
)

MODEL = "model"
_NO_NAME = "Hãy ghi tên mô hình, sáng kiến."


def _read(_criterion: Criterion, texts: Texts, _before: AnswerValue | None) -> Piece:
    rows = [(n, row_texts(texts, MODEL, n)) for n in row_numbers(texts, MODEL)]
    told = [(number, row) for number, row in rows if any(row.values())]
    nameless = [number for number, row in told if not row.get("name")]
    if nameless:
        names = [f"{row_prefix(MODEL, number)}name" for number in nameless]
        return Piece(problems=dict.fromkeys(names, _NO_NAME))
    found = tuple(_initiative(row) for _, row in told)
    return Piece({"initiatives": found} if found else {})


def _initiative(row: Texts) -> Initiative:
    named = {name: row.get(name, "") for name in Initiative.model_fields}
    return Initiative.model_validate(named)


def _write(_criterion: Criterion, body: AnswerValue) -> dict[str, str]:
    return rows_as_texts(MODEL, [model.model_dump() for model in body.initiatives])


MODELS = Family(_read, _write, frozenset({"initiatives"}))
