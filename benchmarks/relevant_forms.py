"""Forms in which every third criterion hangs on an earlier one: ours, an XLSForm.

Also answers to them, and which criteria then apply, worked out here by ten lines that
know neither program: a contender that evaluates nothing cannot match them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from benchmarks.forms import SECTION_SIZE, checklist_text
from benchmarks.xlsform import CHOICES, SURVEY, Row, Sheets, question

SECTIONS_A_BLOCK = 3


@dataclass(frozen=True)
class Kind:
    """One kind of source: the condition in both languages, and answers to try.

    In both, a condition on an answer that is not there does not hold, nor does one on
    an answer to a criterion that does not apply.
    """

    name: str
    ours: str
    theirs: str
    holding: str
    failing: str
    holds: Callable[[str], bool]


# In the order of `forms.KINDS`.
KINDS = (
    Kind(
        "yes_no",
        "{} == yes",
        "${{{}}} = 'yes'",
        holding="yes",
        failing="no",
        holds=lambda value: value == "yes",
    ),
    Kind(
        "ratio",
        "{}.num >= 3",
        "${{{}}} >= 3",
        holding="5",
        failing="2",
        holds=lambda value: int(value) >= 3,  # noqa: PLR2004 - the 3 of the condition
    ),
    Kind(
        "count",
        "{} > 2",
        "${{{}}} > 2",
        holding="4",
        failing="2",
        holds=lambda value: int(value) > 2,  # noqa: PLR2004 - the 2 of the condition
    ),
    Kind(
        "date",
        "{} <= 2026-01-31",
        "${{{}}} <= date('2026-01-31')",
        holding="2026-01-15",
        failing="2026-02-01",
        holds=lambda value: value <= "2026-01-31",
    ),
    Kind(
        "text",
        "answered({})",
        "${{{}}} != ''",
        holding="Kế hoạch",
        failing="",
        holds=bool,
    ),
)


@dataclass(frozen=True)
class Step:
    """One answer given, and the criteria that hang on it, directly or through others.

    A ratio's `value` is its numerator, out of 10; an empty one takes the answer back.
    """

    id: str
    kind: str
    value: str
    dependents: tuple[str, ...]


def name(number: int) -> str:
    """The criterion's id in both forms."""
    return f"T{number:05}"


def kind(number: int) -> Kind:
    return KINDS[number % len(KINDS)]


def source(number: int) -> int | None:
    """The criterion that this one hangs on; None where it always applies.

    Some hang on the first of their section, some on their neighbour, and some on
    one that hangs on another: chains of up to four. A section's first hangs on the
    first of the section before.
    """
    if number % 3 != 2:  # noqa: PLR2004 - every third
        return None
    first = number - number % SECTION_SIZE
    if number == first:
        return number - SECTION_SIZE
    return max(first, (first, number - 3, number - 3, number - 1)[number // 3 % 4])


def our_text(criteria: int, *, plain: bool) -> str:
    """Our YAML; `plain` says nothing that the XLSForm does not."""
    return checklist_text(criteria, plain=plain, when=_when)


def their_sheets(criteria: int) -> Sheets:
    """The XLSForm: a group for each of our sections."""
    survey: list[Row] = [(*SURVEY, "relevant")]
    for number in range(criteria):
        if number % SECTION_SIZE == 0:
            section = number // SECTION_SIZE
            survey += [("end_group",)] if number else []
            survey.append(("begin_group", f"S{section}", f"Lĩnh vực {section}"))
        survey.append((*question(number), _relevant(number)))
    return {"survey": [*survey, ("end_group",)], "choices": CHOICES}


def _when(number: int) -> str:
    on = source(number)
    return "" if on is None else kind(on).ours.format(name(on))


def _relevant(number: int) -> str:
    on = source(number)
    return "" if on is None else kind(on).theirs.format(name(on))


def steps(criteria: int, count: int) -> list[Step]:
    """At most `count` answers, all to criteria that others hang on, all over the form.

    In a block of sections every source is answered, most so that the condition
    holds; then each section's first is turned to no, which takes the chains away.
    """
    hanging = _dependents(criteria)
    found = islice(_walk(criteria, count, sorted(hanging)), count)
    return [
        Step(name(number), kind(number).name, value, tuple(map(name, hanging[number])))
        for number, value in found
    ]


def _walk(
    criteria: int, count: int, sources: Sequence[int]
) -> Iterator[tuple[int, str]]:
    size = SECTIONS_A_BLOCK * SECTION_SIZE
    blocks = -(-criteria // size)
    a_block = size // 3  # about as many steps as a block gives
    for block in range(0, blocks, max(1, blocks * a_block // count)):
        inside = [n for n in sources if n // size == block]
        for number in inside:
            failing = number % 4 == 3  # noqa: PLR2004 - one in four
            first = number % SECTION_SIZE == 0
            of = kind(number)
            yield number, of.failing if failing and not first else of.holding
        yield from ((n, "no") for n in inside if n % SECTION_SIZE == 0)


def _dependents(criteria: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number in range(criteria):
        on = source(number)
        while on is not None:
            found.setdefault(on, []).append(number)
            on = source(on)
    return found


def relevant(criteria: int, taken: Sequence[Step]) -> list[int]:
    """How many criteria apply: before any answer, then after each step."""
    answers: dict[str, str] = {}
    found = [_applying(criteria, answers)]
    for step in taken:
        answers[step.id] = step.value
        found.append(_applying(criteria, answers))
    return found


def _applying(criteria: int, answers: dict[str, str]) -> int:
    applies: list[bool] = []
    for number in range(criteria):
        on = source(number)
        value = "" if on is None or not applies[on] else answers.get(name(on), "")
        applies.append(on is None or (value != "" and kind(on).holds(value)))
    return sum(applies)
