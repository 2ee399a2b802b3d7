import re
from pathlib import Path

from fieldapp.domain.answers import IndexStanding, Initiative, InventoryLine
from fieldapp.domain.asking import AnswerKind, AnswerSpec, Choice, Item, Part
from fieldapp.domain.checklist import (
    Calculation,
    Checklist,
    Constraint,
    Criterion,
    English,
    Evidence,
    Repeat,
    Section,
)
from fieldapp.domain.entries import Entry, Sampling
from fieldapp.domain.expressions import CONTEXT, FUNCTIONS
from fieldapp.domain.inspection import Campaign, Person
from fieldapp.domain.law import LegalBasis
from fieldapp.domain.points import Band, Points
from fieldapp.domain.record import CriterionScores, NoticeDetails, SentenceEdit
from fieldapp.domain.sentences import PLACEHOLDERS
from fieldapp.domain.targets import Target, TargetRow
from fieldapp.library import Library, parse_checklist, write_inspection
from fieldapp.library.codes import Code
from fieldapp.library.exchange import read_inspection
from fieldapp.library.exchange_file import (
    AnswerPart,
    ExchangeFile,
    FindingPart,
    InspectionPart,
    MeetingPart,
    PhotoPart,
    RecommendationPart,
    ResponsePart,
)

DOC = Path(__file__).parents[2] / "docs" / "checklist-language.md"
EXCHANGE = DOC.with_name("exchange-format.md")


def _first_cells(text: str) -> list[str]:
    return re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)


def test_every_code_is_documented_once_and_no_other() -> None:
    table = DOC.read_text(encoding="utf-8").split("## Bảng mã lỗi")[1]
    codes = [cell for cell in _first_cells(table) if re.match(r"[A-Z]{2}\d\d$", cell)]
    assert codes == [code.value for code in Code]


def test_every_placeholder_is_documented() -> None:
    table = DOC.read_text(encoding="utf-8").split("## Câu và chỗ điền")[1]
    table = table.split("## Bảng mã lỗi")[0]
    named = set()
    for cell in _first_cells(table):
        named |= set(re.findall(r"`(\w+)`", cell))
    assert named == PLACEHOLDERS


def test_every_answer_kind_is_documented() -> None:
    cells = _first_cells(DOC.read_text(encoding="utf-8"))
    assert {f"`{kind}`" for kind in AnswerKind} <= set(cells)


def test_the_example_of_the_documentation_loads() -> None:
    example = re.search(
        r"```yaml\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL
    )
    assert example
    checklist = parse_checklist(example[1])
    kinds = {c.answer.type for c in checklist.criteria()}
    assert {AnswerKind.BREAKDOWN, AnswerKind.INVENTORY, AnswerKind.INDEX} <= kinds
    assert any(s.repeat for s in checklist.sections)


def test_every_key_of_the_language_is_documented() -> None:
    text = DOC.read_text(encoding="utf-8")
    for model in (
        *(Checklist, Section, Repeat, Criterion, Constraint, Calculation, English),
        *(AnswerSpec, Choice, Part, Item, Target, TargetRow, Points, Band),
        *(Evidence, LegalBasis),
    ):
        for name in model.model_fields:
            assert f"`{name}`" in text or f"`{name}: " in text, (model, name)


def test_every_function_of_expressions_is_documented_as_it_is() -> None:
    text = DOC.read_text(encoding="utf-8").split("| Hàm | Giá trị |\n|---|---|\n")[1]
    table = text.split("\n\n")[0]
    rows = [f"| `{f.signature}` | {f.does} |" for f in FUNCTIONS.values()]
    assert table.splitlines() == rows


def test_every_fact_of_the_inspection_is_documented() -> None:
    text = DOC.read_text(encoding="utf-8")
    for name in CONTEXT:
        assert f"`{name}`" in text


def test_every_key_of_the_exchange_file_is_documented() -> None:
    text = EXCHANGE.read_text(encoding="utf-8")
    models = (ExchangeFile, InspectionPart, AnswerPart, FindingPart)
    others = (RecommendationPart, PhotoPart, SentenceEdit, NoticeDetails)
    groups = (Entry, Sampling, CriterionScores, MeetingPart, ResponsePart)
    lines = (InventoryLine, Initiative, IndexStanding, Campaign, Person)
    for model in models + others + groups + lines:
        for name, field in model.model_fields.items():
            assert f"`{field.alias or name}`" in text, (model, name)


EXAMPLES = re.findall(
    r"```yaml\n(.*?)```", EXCHANGE.read_text(encoding="utf-8"), re.DOTALL
)

EVERY_KEY = """\
format: fieldapp/checklist@1
id: vi-du
title: "Ví dụ"
version: "1"
points_step: 0.25
sections:
  - id: A
    title: "Một cửa"
    criteria:
      - id: dung-han
        question: "Tỷ lệ đúng hạn?"
        answer: {type: ratio, numerator: "đúng hạn", denominator: "đã giải quyết"}
        target: {op: ">=", value: 98, unit: "%"}
        points: {max: 4}
      - {id: muc-do-4, question: "Mức độ 4?", answer: {type: count, unit: "hồ sơ"}}
      - id: tiep-nhan
        question: "Tiếp nhận?"
        answer:
          type: breakdown
          parts: [{id: huyen, label: "cấp huyện"}, {id: xa, label: "cấp xã"}]
      - id: thiet-bi
        question: "Thiết bị?"
        answer: {type: inventory, items: [{id: may-in, label: "máy in"}]}
      - {id: mo-hinh, question: "Mô hình?", answer: {type: initiatives}}
      - {id: chi-so, question: "Chỉ số?", answer: {type: index, unit: "%"}}
  - id: S
    title: "Hồ sơ"
    repeat: {entry: "hồ sơ", label: so-ho-so, sampled: true}
    criteria:
      - {id: so-ho-so, question: "Số hồ sơ?", answer: {type: text}}
"""


def test_the_example_of_the_exchange_format_is_imported() -> None:
    library = Library((DOC.parents[1] / "checklists",))
    found = read_inspection(EXAMPLES[0], library.load, DOC.parent)
    assert [a.criterion for a in found.answers] == ["C05", "C06"]


def test_the_example_with_every_key_is_imported_and_exported_again() -> None:
    checklist = parse_checklist(EVERY_KEY)
    found = read_inspection(EXAMPLES[1], lambda _id: checklist, DOC.parent)
    again = write_inspection(found.record, checklist)
    assert read_inspection(again, lambda _id: checklist, DOC.parent) == found
    assert len(found.answers) == 7
