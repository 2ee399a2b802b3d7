"""The checklist inside an exchange file comes back to the letter."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.errors import ProblemsError
from fieldapp.library.exchange import read_inspection
from fieldapp.library.exchange_text import write_inspection
from fieldapp.library.yaml_text import read_document
from tests.builders import checklist, criterion, record

lines = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
    | st.sampled_from("\t"),
    max_size=12,
)
texts = st.lists(lines, min_size=1, max_size=6).map("\n".join)
ends = st.sampled_from(["", "\n", "\n\n", "\r\n", "\n \n"])


@given(texts, ends)
def test_any_text_comes_back_to_the_letter(body: str, end: str) -> None:
    text = f"format: x\n{body}{end}"

    written = write_inspection(record(), checklist(criterion()), text)
    document, _ = read_document(written, "thu.yaml")

    assert document is not None
    assert document.data["checklist_text"] == text


def test_a_mistake_in_the_carried_checklist_is_told_at_its_place() -> None:
    text = write_inspection(record(), checklist(criterion()), "format: hỏng\n")

    with pytest.raises(ProblemsError) as refused:
        read_inspection(text, lambda _: checklist(criterion()), Path())

    (problem,) = refused.value.problems
    assert problem.code == "EX02"
    assert "bộ tiêu chí kèm trong tệp có lỗi" in problem.message
    assert text.splitlines()[problem.line - 1].startswith("checklist_text:")
