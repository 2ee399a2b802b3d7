"""Sentence templates: text with placeholders and optional parts.

`{pct}` is replaced by a value. A part in brackets is dropped when any
placeholder inside has no value, `[ đạt {pct}]`, or replaced by what follows the
bar, `[{num}/{den}|một số]`. `{part.tre-hen}` is one part of a breakdown, by its id;
`{answer.S07}` what was found for another criterion at the same place.
Doubled signs are literal: `{{`, `}}`, `[[`, `]]`.
That is how a sentence stands when the figure is not known: nothing is invented.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

PART = "part"
"""The placeholder that takes an id: `{part.tre-hen}`."""

ANSWER = "answer"
"""The placeholder that takes the id of another criterion: `{answer.S07}`."""

WITH_ID = frozenset({PART, ANSWER})
"""The placeholders that take an id."""

INDEX_PLACEHOLDERS = frozenset(
    {"rank", "rank_change", "band", "rank_text", "index_year"}
)
"""Filled from the standing on a composite index."""

VALUE_PLACEHOLDERS = INDEX_PLACEHOLDERS | {
    *("value", "num", "den", "gap", "pct", "note", ANSWER),
    *("change", "change_from", "parts", PART, "unexplained", "items", "initiatives"),
}
"""Filled from the answer; without a value when the figure is not known."""

CONTEXT_PLACEHOLDERS = frozenset(
    {
        *("unit", "unit_kind", "target", "target_basis", "year", "deadline", "ref"),
        "legal_basis",
    }
)
"""Filled from the inspection and the criterion; `ref` from the entry of a group."""

AGGREGATE_PLACEHOLDERS = frozenset(
    {
        "fail_count",
        "pass_count",
        "unknown_count",
        "total",
        "fail_list",
        "pass_list",
        "parent_kind",
        "parent_value",
    }
)
"""Filled from a roll-up over sub-units; counts of 0 have no value."""

PLACEHOLDERS = VALUE_PLACEHOLDERS | CONTEXT_PLACEHOLDERS | AGGREGATE_PLACEHOLDERS


_PADDED = re.compile(r"0\d")


class TemplateError(ValueError):
    """A template cannot be read; the message is Vietnamese, a checklist author's."""


@dataclass(frozen=True)
class PlaceholderUse:
    """A placeholder in a template; `optional` when brackets protect it.

    `name` is as written, "part.tre-hen" with its id; `kind` without, "part".
    """

    name: str
    optional: bool

    @property
    def kind(self) -> str:
        """The placeholder without the id behind it."""
        return placeholder_kind(self.name)


@dataclass(frozen=True)
class _Part:
    """A run of literals and placeholder names; `instead` only for brackets."""

    pieces: tuple[tuple[str, bool], ...]
    instead: tuple[tuple[str, bool], ...] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(text for text, is_name in self.pieces if is_name)


@dataclass(frozen=True)
class Template:
    """A template that was read; see the module's docstring for the language."""

    parts: tuple[_Part, ...]

    @property
    def placeholders(self) -> tuple[PlaceholderUse, ...]:
        """Every placeholder in order of appearance, repeated if repeated."""
        return tuple(
            PlaceholderUse(name, optional=part.instead is not None)
            for part in self.parts
            for name in part.names
        )

    def render(self, values: Mapping[str, str | None]) -> str | None:
        """Return the sentence, or None when an unprotected placeholder has no value.

        Spaces are collapsed and the first letter is made a capital.
        """
        texts = []
        for part in self.parts:
            filled = _fill(part.pieces, values)
            if filled is None and part.instead is not None:
                filled = _fill(part.instead, values)
            if filled is None:
                return None
            texts.append(filled)
        return capitalised(" ".join("".join(texts).split()))


def placeholder_kind(name: str) -> str:
    """The placeholder of a written name: "part" of "part.tre-hen"."""
    return name.partition(".")[0]


def capitalised(text: str) -> str:
    """Return `text` with its first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


def _fill(
    pieces: tuple[tuple[str, bool], ...], values: Mapping[str, str | None]
) -> str | None:
    out = []
    for at, (text, is_name) in enumerate(pieces):
        value = values.get(text) if is_name else text
        if value is None or (is_name and value == ""):
            return None
        out.append(_bare(value) if is_name and _in_fraction(pieces, at) else value)
    return "".join(out)


def _in_fraction(pieces: tuple[tuple[str, bool], ...], at: int) -> bool:
    """Whether a stroke stands beside the placeholder: `{gap}/{den}`."""
    before = pieces[at - 1][0] if at else ""
    after = pieces[at + 1][0] if at + 1 < len(pieces) else ""
    return after.startswith("/") or before.endswith("/")


def _bare(value: str) -> str:
    """A count without the zero that counts below 10 have in running text."""
    return value[1:] if _PADDED.fullmatch(value) else value


@lru_cache(maxsize=4096)  # a draft fills the same few hundred again and again
def parse_template(text: str) -> Template:
    """Read a template.

    Raises:
        TemplateError: A sign without its partner, nested brackets, an empty or
            unknown name; the checklist author's mistake.
    """
    reader = _Reader(text)
    parts: list[_Part] = []
    while not reader.at_end():
        if reader.opens_bracket():
            parts.append(reader.bracket())
        else:
            parts.append(_Part(reader.pieces(stop="[")))
    return Template(tuple(parts))


class _Reader:
    """Reads one template from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def at_end(self) -> bool:
        return self._at >= len(self._text)

    def opens_bracket(self) -> bool:
        return self._starts("[") and not self._starts("[[")

    def bracket(self) -> _Part:
        self._at += 1
        pieces = self.pieces(stop="|]")
        instead: tuple[tuple[str, bool], ...] = ()
        if self._starts("|"):
            self._at += 1
            instead = self.pieces(stop="]")
        if not self._starts("]"):
            raise TemplateError("thiếu dấu ] đóng phần tùy chọn")
        self._at += 1
        if not any(is_name for _, is_name in pieces):
            raise TemplateError("phần trong [ ] không có {…} nào")
        return _Part(pieces, instead)

    def pieces(self, stop: str) -> tuple[tuple[str, bool], ...]:
        found: list[tuple[str, bool]] = []
        literal = ""
        while not self.at_end():
            sign = self._text[self._at]
            if self._text[self._at : self._at + 2] in {"{{", "}}", "[[", "]]"}:
                literal += sign
                self._at += 2
            elif sign in stop:
                break
            elif sign == "{":
                found += [(literal, False)] if literal else []
                found.append((self._name(), True))
                literal = ""
            elif sign in "}]" or (sign == "[" and stop != "["):
                raise TemplateError(f"dấu {sign} thừa ở vị trí {self._at + 1}")
            else:
                literal += sign
                self._at += 1
        return (*found, (literal, False)) if literal else tuple(found)

    def _name(self) -> str:
        end = self._text.find("}", self._at)
        if end < 0:
            raise TemplateError("thiếu dấu } đóng chỗ điền")
        name = self._text[self._at + 1 : end]
        kind, dot, part_id = name.partition(".")
        if kind not in PLACEHOLDERS or (dot and kind not in WITH_ID):
            raise TemplateError(f"không có chỗ điền {{{name}}}")
        if kind in WITH_ID and not part_id:
            raise TemplateError(f"{{{kind}}} cần mã đứng sau, ví dụ {{{kind}.tre-hen}}")
        self._at = end + 1
        return name

    def _starts(self, sign: str) -> bool:
        return self._text.startswith(sign, self._at)
