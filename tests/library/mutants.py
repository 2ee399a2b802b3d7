"""Random single changes to the text of a checklist, such as people make.

A mutant knows where it was changed, so that a test can ask whether the change was
refused or told at the right place. Texts are as `write_checklist` lays them out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random

_SECTION = re.compile(r"  - id: (\S+)")
_CRITERION = re.compile(r"      - id: (\S+)")
_ROW = re.compile(r"  - \{criterion: ([^,]+),")
_NUMBER = re.compile(r"(?<=: )-?\d+(?:\.\d+)?(?=[,}\]]|$)|\b20\d\d(?=: )")
_DATE = re.compile(r"(?:\d{4}|\{year\})-\d\d-\d\d")
_EXPRESSION = re.compile(r"\b(when|check|value|num|den): (['\"])(.+?)\2")
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyạệốừ"
_WORDS = {
    "type": (
        *("yes_no", "count", "ratio", "score", "date", "text", "choice", "document"),
        *("photo", "breakdown", "inventory", "initiatives", "index"),
    ),
    "rule": ("full_or_zero", "proportional", "bands", "deduct", "bonus", "none"),
    "asked_of": ("unit", "sub_units", "both"),
    "op": ('">="', '">"', '"<="', '"<"', '"=="'),
    "answer": ('"yes"', '"no"'),
    "level": ("error", "warning"),
    "unit_kind": ("xa", "phuong", "dac_khu", "so"),
    "met": ("true", "false"),
    "verified": ("true", "false"),
    "sampled": ("true", "false"),
    "leading_zero": ("true", "false"),
}
_SENTENCES = (
    *("achievement", "achievement_aggregate", "shortcoming", "shortcoming_aggregate"),
    *("zero", "recommendation"),
)
_PLAIN = ("question", "short", "help", "title", "label", "description", "message")

_IN_GROUPS = (
    *("numerator", "denominator", "unit", "basis", "ref", "cite", "entry", "province"),
)


@dataclass(frozen=True)
class Mutant:
    """A changed text; `places` are the ids one of which must be named.

    No places means that the change is in the head: any telling will do.
    """

    kind: str
    sheet: "Sheet"
    text: str
    places: frozenset[str]


@dataclass(frozen=True)
class Sheet:
    """A checklist's text in lines, and whose each line is."""

    text: str

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of all criteria and sections."""
        return tuple(dict.fromkeys(owner for owner in self.owners if owner))

    @property
    def told(self) -> list[int]:
        """The lines that say something: no comment, not empty."""
        return [
            i for i, line in enumerate(self.lines) if line.strip()[:1] not in {"", "#"}
        ]

    @cached_property
    def owners(self) -> list[str]:
        """The criterion of each line, or its section, or ""."""
        found, section, criterion = [], "", ""
        for line in self.lines:
            if match := _SECTION.match(line):
                section, criterion = match[1], ""
            elif match := _CRITERION.match(line):
                criterion = match[1]
            row = _ROW.match(line)
            found.append(row[1] if row else criterion or section)
        return found

    def blocks(self, start: re.Pattern[str]) -> list[tuple[int, int]]:
        """Where each criterion (or section) begins and ends."""
        begins = [i for i, line in enumerate(self.lines) if start.match(line)]
        ends = []
        for begin in begins:
            depth = len(self.lines[begin]) - len(self.lines[begin].lstrip())
            end = begin + 1
            while end < len(self.lines) and (
                not self.lines[end].strip()
                or self.lines[end].startswith(" " * (depth + 1))
            ):
                end += 1
            ends.append(end)
        return list(zip(begins, ends, strict=True))

    def with_line(self, index: int, *new: str) -> str:
        return "\n".join([*self.lines[:index], *new, *self.lines[index + 1 :]]) + "\n"

    def part(self, first: int, last: int) -> "Sheet":
        """The checklist with some of its sections only, the head as far as it fits."""
        blocks = self.blocks(_SECTION)
        start, end = blocks[first][0], blocks[last][1]
        kept = self.lines[start:end]
        ids = {match[1] for line in kept if (match := _CRITERION.match(line))}
        head = [
            line
            for line in self.lines[: blocks[0][0]]
            if not line.startswith("total_points:")
            and (not (row := _ROW.match(line)) or row[1] in ids)
        ]
        if not any(_ROW.match(line) for line in head):
            head = [line for line in head if line != "targets:"]
        return Sheet(self.with_lines([*head, *kept]))

    def with_lines(self, lines: list[str]) -> str:
        return "\n".join(lines) + "\n"


Change = Callable[[Random, Sheet], "tuple[str, set[str]] | None"]


def _matches(sheet: Sheet, pattern: re.Pattern[str]) -> list[tuple[int, re.Match[str]]]:
    return [
        (index, match)
        for index, line in enumerate(sheet.lines)
        if not line.lstrip().startswith("#")
        for match in pattern.finditer(line)
    ]


def _replaced(
    sheet: Sheet, at: tuple[int, re.Match[str]], new: str, group: int = 0
) -> tuple[str, set[str]]:
    index, match = at
    line = sheet.lines[index]
    changed = line[: match.start(group)] + new + line[match.end(group) :]
    return sheet.with_line(index, changed), {sheet.owners[index]}


def _pick(
    random: Random, sheet: Sheet, pattern: re.Pattern[str]
) -> tuple[int, re.Match[str]] | None:
    found = _matches(sheet, pattern)
    return random.choice(found) if found else None


def number(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A figure: points, target, limit, year."""
    at = _pick(random, sheet, _NUMBER)
    if at is None:
        return None
    old = at[1][0]
    digits = [i for i, sign in enumerate(old) if sign.isdigit()]
    place = random.choice(digits)
    other = random.choice([d for d in "0123456789" if d != old[place]])
    typed = old[:place] + other + old[place + 1 :]
    slips = (typed, typed, typed, f"-{old}", f"{old}0", "", f"{old}a")
    return _replaced(sheet, at, random.choice(slips))


def date(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A date: validity, issue, deadline."""
    at = _pick(random, sheet, _DATE)
    if at is None:
        return None
    old = at[1][0]
    place = random.choice([len(old) - 1, len(old) - 2, len(old) - 4])
    other = random.choice([d for d in "0123" if d != old[place]])
    return _replaced(sheet, at, old[:place] + other + old[place + 1 :])


def _reworded(random: Random, text: str) -> str:
    words = text.split(" ")
    place = random.randrange(len(words))
    letter = random.randrange(len(text))
    ways = (
        lambda: text[:letter] + text[letter + 1 :],
        lambda: text[:letter] + random.choice(_LETTERS) + text[letter + 1 :],
        lambda: " ".join([*words[:place], *words[place + 1 :]]),
        lambda: " ".join([*words[:place], "không", *words[place:]]),
        lambda: " ".join(
            [*words[:place], words[place].swapcase(), *words[place + 1 :]]
        ),
        lambda: " ".join(
            [*words[:place], *reversed(words[place : place + 2]), *words[place + 2 :]]
        ),
    )
    return random.choice(ways)()


def _key_text(keys: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf'\b(?:{"|".join(keys)}): "((?:[^"\\]|\\.)+)"')


def _text_of(pattern: re.Pattern[str]) -> Change:
    def change(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
        at = _pick(random, sheet, pattern)
        return at and _replaced(sheet, at, _reworded(random, at[1][1]), 1)

    return change


def digit_in_text(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A digit inside quotes: a document's number, an article."""
    at = _pick(random, sheet, re.compile(r'(?<=[\w /."])\d(?=[^{}]*"[,}]|[^{}]*"$)'))
    return at and _replaced(sheet, at, str((int(at[1][0]) + random.randint(1, 9)) % 10))


def placeholder(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A placeholder of a sentence."""
    at = _pick(random, sheet, re.compile(r"\{([a-z_]+)\}"))
    names = ("value", "pct", "target", "year", "unit", "fail_list", "gia_tri", "num")
    return at and _replaced(sheet, at, random.choice(names), 1)


def bracket(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A bracket or brace that got lost."""
    at = _pick(random, sheet, re.compile(r"[\[\]{}]"))
    return at and _replaced(sheet, at, "")


def word(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A word of the language: kind of answer, rule, comparison, yes or no."""
    key = random.choice(list(_WORDS))
    at = _pick(
        random, sheet, re.compile(rf"\b{key}: ([a-z_]+|\"[<>=a-z]+\")(?=[,}}]|$)")
    )
    return at and _replaced(sheet, at, random.choice(_WORDS[key]), 1)


def evidence(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """What must or may prove an answer."""
    at = _pick(random, sheet, re.compile(r"(?:required|optional): \[([a-z, ]+)\]"))
    kinds = ("document", "photo", "document, photo", "photo, document", "")
    return at and _replaced(sheet, at, random.choice(kinds), 1)


def identifier(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """The id of a criterion, a section, a choice."""
    at = _pick(random, sheet, re.compile(r"\bid: ([\w-]+)"))
    if at is None:
        return None
    known = sheet.names
    old = at[1][1]
    new = random.choice([f"{old}9", random.choice(known), old.lower(), old[:-1], "mới"])
    text, places = _replaced(sheet, at, new, 1)
    return text, places | {new} if places != {""} else places


def reference(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """The id by which one thing names another."""
    keys = r"\b(?:criterion|judged|choices_from|label): ([A-Za-z][\w-]*)(?=[,}]|$)"
    at = _pick(random, sheet, re.compile(keys))
    if at is None:
        return None
    new = random.choice([*sheet.names, "khong-co"])
    text, places = _replaced(sheet, at, new, 1)
    return text, places | {new}


def expression(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """An operator, a name, a figure of an expression."""
    at = _pick(random, sheet, _EXPRESSION)
    if at is None:
        return None
    parts = re.findall(r"\w+(?:-\w+)*|[<>=!]+|\S|\s+", at[1][3])
    place = random.choice([i for i, part in enumerate(parts) if part.strip()])
    alike = next((kin for kin in _KIN if parts[place] in kin), sheet.names)
    if parts[place].isdigit():
        alike = ("0", "1", "12.5", "99")
    slips = ("khong_co", "(", ")", "__class__", "1 / 0", "")
    new = random.choice(
        [*alike, *alike, *slips] if len(alike) < 20 else [*alike, *slips]
    )
    return _replaced(sheet, at, "".join([*parts[:place], new, *parts[place + 1 :]]), 3)


_KIN = (
    ("and", "or"),
    ("==", "!=", "<", "<=", ">", ">="),
    ("+", "-", "*"),
    ("yes", "no"),
    ("met", "not_met", "answered"),
    ("count_met", "count_not_met", "count_answered"),
)
"""What people take for one another in an expression."""


def key(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A key with a slip of the finger, or another key."""
    at = _pick(random, sheet, re.compile(r"\b([a-z_]{2,})(?=: )"))
    if at is None:
        return None
    old = at[1][1]
    place = random.randrange(len(old))
    return _replaced(
        sheet, at, random.choice([old[:place] + old[place + 1 :], "unit"]), 1
    )


def lost_line(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """One line that is gone."""
    index = random.choice(sheet.told)
    return sheet.with_line(index), {sheet.owners[index]}


def lost_part(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """One key of a group that is gone."""
    pattern = r'(?:, |(?<=\{))[a-z_]+: (?:"(?:[^"\\]|\\.)*"|[\w.:-]+)(?:, (?=\w))?'
    at = _pick(random, sheet, re.compile(pattern))
    keep = ", " if at and at[1][0].startswith(", ") and at[1][0].endswith(", ") else ""
    return at and _replaced(sheet, at, keep)


def lost_block(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A whole criterion or section that is gone."""
    start, end = random.choice(
        sheet.blocks(random.choice([_CRITERION, _CRITERION, _SECTION]))
    )
    return sheet.with_lines(sheet.lines[:start] + sheet.lines[end:]), {
        sheet.owners[start]
    }


def copied_block(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A criterion copied, its id changed or forgotten."""
    start, end = random.choice(sheet.blocks(_CRITERION))
    block = sheet.lines[start:end]
    new = random.choice([sheet.owners[start], f"{sheet.owners[start]}-2"])
    block = [f"      - id: {new}", *block[1:]]
    return sheet.with_lines(sheet.lines[:end] + block + sheet.lines[end:]), {new}


def swapped(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """Two neighbours that changed places: criteria, sections."""
    blocks = sheet.blocks(random.choice([_CRITERION, _CRITERION, _SECTION]))
    if len(blocks) < 2:
        return None
    index = random.randrange(len(blocks) - 1)
    (a, b), (c, d) = blocks[index : index + 2]
    lines = sheet.lines
    mixed = lines[:a] + lines[c:d] + lines[b:c] + lines[a:b] + lines[d:]
    return sheet.with_lines(mixed), {sheet.owners[a], sheet.owners[c]}


def swapped_lines(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """Two items of a list that changed places: laws, rows, constraints, choices."""
    pairs = [
        index
        for index, (line, after) in enumerate(
            zip(sheet.lines, sheet.lines[1:], strict=False)
        )
        if line.lstrip().startswith("- {") and after.lstrip().startswith("- {")
    ]
    if not pairs:
        return None
    at = random.choice(pairs)
    lines = list(sheet.lines)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return sheet.with_lines(lines), {sheet.owners[at], sheet.owners[at + 1]}


def verified(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A mark "not verified" that came or went."""
    at = _pick(random, sheet, re.compile(r", verified: false|(?<=[\w\"])(?=\}$)"))
    return at and _replaced(sheet, at, "" if at[1][0] else ", verified: false")


def indent(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A line that slipped to the right or left."""
    index = random.choice([i for i in sheet.told if sheet.lines[i][0] == " "])
    line = random.choice([f"  {sheet.lines[index]}", sheet.lines[index][2:]])
    return sheet.with_line(index, line), {sheet.owners[index]}


def quote(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """A quotation mark that got lost."""
    at = _pick(random, sheet, re.compile('"'))
    return at and _replaced(sheet, at, "")


def looks(random: Random, sheet: Sheet) -> tuple[str, set[str]] | None:
    """Nothing but the looks: a comment, an empty line, a blank at a text's end."""
    index = random.randrange(len(sheet.lines))
    line = sheet.lines[index]
    ways = (f"{line}\n", f"{line}  # ghi chú", re.sub(r'"$', ' "', line))
    return sheet.with_line(index, random.choice(ways)), {sheet.owners[index]}


KINDS: dict[str, tuple[Change, int]] = {
    "số": (number, 14),
    "ngày": (date, 6),
    "câu": (_text_of(_key_text(_SENTENCES)), 12),
    "lời": (_text_of(_key_text(_PLAIN)), 8),
    "lời trong nhóm": (
        _text_of(
            _key_text(
                (
                    "numerator",
                    "denominator",
                    "unit",
                    "basis",
                    "ref",
                    "cite",
                    "entry",
                    "province",
                )
            )
        ),
        6,
    ),
    "chữ số trong lời": (digit_in_text, 5),
    "chỗ điền": (placeholder, 5),
    "ngoặc": (bracket, 4),
    "từ của ngôn ngữ": (word, 14),
    "minh chứng": (evidence, 4),
    "mã": (identifier, 7),
    "mã nêu tới": (reference, 4),
    "biểu thức": (expression, 8),
    "khóa": (key, 6),
    "mất dòng": (lost_line, 7),
    "mất khóa trong nhóm": (lost_part, 7),
    "mất tiêu chí, phần": (lost_block, 5),
    "chép tiêu chí": (copied_block, 3),
    "đổi chỗ tiêu chí, phần": (swapped, 6),
    "đổi chỗ mục": (swapped_lines, 4),
    "xác minh": (verified, 5),
    "thụt dòng": (indent, 3),
    "dấu nháy": (quote, 3),
    "trình bày": (looks, 1),
}
"""Every kind of change and how often it is made, in parts of the whole."""


def mutants(sheets: list[Sheet], count: int, random: Random) -> Iterator[Mutant]:
    """Yield `count` mutants of `sheets`, each with one change, chosen by `random`."""
    names = list(KINDS)
    weights = [weight for _, weight in KINDS.values()]
    for kind in random.choices(names, weights, k=count):
        yield _mutant(kind, sheets, random)


def _mutant(kind: str, sheets: list[Sheet], random: Random) -> Mutant:
    change, _ = KINDS[kind]
    while True:
        sheet = random.choice(sheets)
        found = change(random, sheet)
        if found is not None and found[0] != sheet.text:
            text, places = found
            return Mutant(kind, sheet, text, frozenset(places - {""}))
