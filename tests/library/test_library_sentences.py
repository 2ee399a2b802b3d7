"""Where each placeholder may stand, and which must stand in brackets."""

import pytest

from fieldapp.domain.checklist import Criterion
from fieldapp.library.checks.sentences import sentence_mistakes
from tests.builders import criterion

KINDS: dict[str, Criterion] = {
    kind: criterion("a", kind)
    for kind in ("count", "ratio", "score", "inventory", "initiatives", "index")
} | {
    "breakdown": criterion(
        "a",
        "breakdown",
        answer={"parts": [{"id": "tre-hen", "label": "trễ hẹn"}]},
        target={"op": "==", "value": "0"},
    )
}


def mistakes(kind: str, field: str, text: str) -> list[str]:
    asked = KINDS[kind].model_copy(update={field: text})
    return [str(m.code) for m in sentence_mistakes(asked, ())]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("count", "{change} so với {change_from}"),
        ("ratio", "{change}"),
        ("score", "{change}"),
        ("breakdown", "{parts} {part.tre-hen} {unexplained} {change}"),
        ("breakdown", "{target} {target_basis}"),
        ("inventory", "{items}"),
        ("initiatives", "{initiatives}"),
        ("index", "{rank} {rank_change} {band} {rank_text} {index_year} {change}"),
    ],
)
def test_a_placeholder_stands_with_the_kind_it_comes_from(kind: str, text: str) -> None:
    assert mistakes(kind, "achievement", text) == []
    assert mistakes(kind, "zero", text) == []


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("count", "{parts}", "CK07"),
        ("count", "{part.tre-hen}", "CK07"),
        ("breakdown", "{part.la}", "CK07"),
        ("breakdown", "{part.}", "CK05"),
        ("breakdown", "{part}", "CK05"),
        ("breakdown", "{value.x}", "CK06"),
        ("breakdown", "{items}", "CK07"),
        ("inventory", "{change}", "CK07"),
        ("initiatives", "{rank}", "CK07"),
        ("count", "{target_basis}", "CK07"),
        ("count", "{rang}", "CK06"),
    ],
)
def test_elsewhere_it_is_refused(kind: str, text: str, code: str) -> None:
    assert mistakes(kind, "achievement", text) == [code]


def test_a_part_that_may_be_unknown_stands_in_brackets_in_a_shortcoming() -> None:
    assert mistakes("breakdown", "shortcoming", "Có {part.tre-hen}.") == ["CK08"]
    assert mistakes("breakdown", "shortcoming", "Có[ {part.tre-hen}].") == []
    assert mistakes("index", "shortcoming", "Hạng {rank}.") == ["CK08"]


def test_an_aggregate_has_no_parts_of_its_own() -> None:
    assert mistakes("breakdown", "shortcoming_aggregate", "{parts}") == ["CK07"]
