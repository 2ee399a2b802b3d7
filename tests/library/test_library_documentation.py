import re
from pathlib import Path

from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.record import NoticeDetails, SentenceEdit
from fieldapp.domain.sentences import PLACEHOLDERS
from fieldapp.library import Library, parse_checklist
from fieldapp.library.codes import Code
from fieldapp.library.exchange import read_inspection
from fieldapp.library.exchange_file import (
    AnswerPart,
    ExchangeFile,
    FindingPart,
    InspectionPart,
    PhotoPart,
    RecommendationPart,
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
    assert [c.id for c in checklist.criteria()] == ["A01", "A02"]


def test_every_key_of_the_exchange_file_is_documented() -> None:
    text = EXCHANGE.read_text(encoding="utf-8")
    models = (ExchangeFile, InspectionPart, AnswerPart, FindingPart)
    others = (RecommendationPart, PhotoPart, SentenceEdit, NoticeDetails)
    for model in models + others:
        for name, field in model.model_fields.items():
            assert f"`{field.alias or name}`" in text, (model, name)


def test_the_example_of_the_exchange_format_is_imported() -> None:
    text = EXCHANGE.read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert example
    library = Library((DOC.parents[1] / "checklists",))
    found = read_inspection(example[1], library.load, DOC.parent)
    assert [a.criterion for a in found.answers] == ["C05", "C06"]
