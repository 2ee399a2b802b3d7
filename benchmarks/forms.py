"""Made-up checklists of any length, and answers to them: no two alike."""

import datetime as dt
from collections.abc import Callable

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion

FORM_ID = "do-toc-do"
SECTION_SIZE = 25

_HEAD = f"""\
format: fieldapp/checklist@1
id: {FORM_ID}
title: "Bộ tiêu chí để đo tốc độ"
version: "1"
sections:
"""
# One criterion as rich as those of checklists/cchc-xa.yaml.
_CRITERION = """\
      - id: T{n:05}
        question: "{question} (nội dung {n})?"
        short: "Nội dung {n}"
        help: "Đối chiếu hồ sơ gốc số {n} tại Bộ phận Một cửa."
        asked_of: {asked_of}
        answer: {answer}
        target: {target}
        points: {{max: 1.5, rule: full_or_zero}}
        evidence: {{required: [document], optional: [photo], description: "Hồ sơ {n}"}}
        achievement: "Thực hiện tốt nội dung {n}."
        shortcoming: "Chưa thực hiện tốt nội dung {n}."
        shortcoming_aggregate: "{{fail_count}}/{{total}} đơn vị chưa đạt nội dung {n}."
        recommendation: "Khắc phục nội dung {n} trong năm {{year}}."
        legal_basis:
          - {{ref: "Kế hoạch số {n}/KH-UBND", verified: false}}
"""
_TEXT = """\
      - id: T{n:05}
        question: "{question} (nội dung {n})?"
        short: "Nội dung {n}"
        help: "Ghi nguyên văn tên văn bản số {n}."
        asked_of: {asked_of}
        answer: {answer}
        legal_basis:
          - {{ref: "Kế hoạch số {n}/KH-UBND", verified: false}}
"""
# What a row of an XLSForm can say too: question, hint, kind, limit.
_PLAIN = """\
      - id: T{n:05}
        question: "{question} (nội dung {n})?"
        help: "Đối chiếu hồ sơ gốc số {n} tại Bộ phận Một cửa."
        answer: {answer}{limit}
"""
_YES_NO = ("Đơn vị đã niêm yết công khai", "{type: yes_no}", '{answer: "yes"}')
_RATIO = (
    "Tỷ lệ hồ sơ trực tuyến",
    "{type: ratio, numerator: hồ sơ trực tuyến, denominator: hồ sơ tiếp nhận}",
    '{op: ">=", value: 80, unit: "%"}',
)
_COUNT = ("Số hồ sơ trễ hạn", "{type: count, unit: hồ sơ}", '{op: "<=", value: 3}')
_DATE = (
    "Ngày ban hành kế hoạch",
    "{type: date}",
    '{op: "<=", by_date: "{year}-01-31"}',
)
_WORDS = ("Tên văn bản đã ban hành", "{type: text}", "")
KINDS = (_YES_NO, _RATIO, _COUNT, _DATE, _WORDS)


def checklist_text(
    criteria: int,
    *,
    asked_of: str = "unit",
    plain: bool = False,
    when: Callable[[int], str] = lambda _: "",
) -> str:
    """The YAML of a checklist: the five kinds in turn, 25 criteria a section.

    `plain` leaves out what only an inspection needs: sentences, points, law. `when`
    gives a criterion's relevance by its number, empty where it always applies.
    """
    parts = [_HEAD]
    for number in range(criteria):
        if number % SECTION_SIZE == 0:
            section = number // SECTION_SIZE
            parts.append(f'  - id: S{section}\n    title: "Lĩnh vực {section}"\n')
            parts.append("    criteria:\n")
        question, answer, target = KINDS[number % len(KINDS)]
        form = _PLAIN if plain else _CRITERION if target else _TEXT
        parts.append(
            form.format(
                n=number,
                question=question,
                answer=answer,
                limit=f"\n        target: {target}" if target else "",
                target=target,
                asked_of=asked_of,
            )
        )
        if relevance := when(number):
            parts.append(f"        when: '{relevance}'\n")
    return "".join(parts)


_FIRST_DAY = dt.date(2026, 1, 1)
_ANSWERS: dict[AnswerKind, Callable[[int], AnswerValue]] = {
    AnswerKind.YES_NO: lambda n: AnswerValue(value="no" if n % 3 else "yes"),
    AnswerKind.RATIO: lambda n: AnswerValue(num=n % 977, den=977),
    AnswerKind.COUNT: lambda n: AnswerValue(value=str(n % 11)),
    AnswerKind.DATE: lambda n: AnswerValue(
        value=(_FIRST_DAY + dt.timedelta(days=n % 60)).isoformat()
    ),
    AnswerKind.TEXT: lambda n: AnswerValue(value=f"Kế hoạch số {n}/KH-UBND"),
}


def answer_to(criterion: Criterion, number: int) -> AnswerValue:
    """An answer of the criterion's kind; `number` makes it differ from others."""
    return _ANSWERS[criterion.answer.type](number)
