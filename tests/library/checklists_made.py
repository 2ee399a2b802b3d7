"""Hypothesis strategies for valid checklists that use the whole language."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from fieldapp.domain.checklist import Checklist
from fieldapp.domain.targets import province_key

Raw = dict[str, Any]

WORDS = (
    *("Số", "hồ sơ", "đã", "giải quyết", "đúng hạn", "Bộ phận Một cửa", "niêm yết"),
    *("thủ tục hành chính", "phường", "kế hoạch", "không", "Ủy ban", "chưa", "ở"),
    *("công khai", "tỷ lệ", "nộp trực tuyến", "ĐẶC KHU", "văn thư", "năm", "và", "là"),
)
AWKWARD = (
    *("no", "yes", "~", "null", "true", "1.0", "007", "-", "- a", "? b", "a: b"),
    *("a #b", "#đầu", "'nháy đơn'", 'có "nháy" kép', "cả \" và '", "\\ ngược \\n"),
    *("kết thúc:", "%phần trăm", "@a", "`b`", "!thẻ", "&neo", "*bí danh", "| a", "> b"),
    *(
        "a, b",
        "[ngoặc]",
        "2025-07-01",
        "=1+1",
        "+84",
        "hai\ndòng",
        "cột\tcột",
        "“trích”",
    ),
    *("Ngày 5/9: 12%", "---", "...", "dấu …", "100 %", "0.50", "Ở Ứng Ẵ", "\u2028đoạn"),
)
SENTENCE_PARTS: dict[str, tuple[str, ...]] = {
    "achievement": ("năm {year}", "[ ({value})]", "của {unit}", "[[a]]", "{{b}}"),
    "achievement_aggregate": ("{pass_count}/{total} {unit_kind}", "[: {pass_list}]"),
    "shortcoming": (
        "năm {year}",
        "[ ({note})]",
        "[ còn {value}|một số]",
        "{unit_kind}",
    ),
    "shortcoming_aggregate": ("{fail_count}/{total} {unit_kind}", "[: {fail_list}]"),
    "recommendation": ("năm {year}", "[ trước ngày {deadline}]", "tại {unit}"),
    "zero": ("năm {year}", "tại {unit}"),
}
UNIT_KINDS = ("xa", "phuong", "dac_khu", "quan", "so", "khac")
PROVINCES = ("", "Thành phố Cần Thơ", "Đồng Tháp", "tỉnh Vĩnh Long")
NUMBERS = frozenset({"count", "ratio", "score"})
COUNTABLE = frozenset({"count", "breakdown", "inventory", "initiatives", "photo"})
TARGETED = NUMBERS | {"breakdown", "inventory", "initiatives", "index"}
KINDS = (
    *("yes_no", "count", "ratio", "score", "date", "text", "choice", "document"),
    *("photo", "breakdown", "inventory", "initiatives", "index"),
)


@dataclass
class Made:
    """What the criteria made so far offer to those that follow."""

    step: Decimal
    lists: dict[str, list[Raw]]
    ids: list[str] = field(default_factory=list)
    asked: dict[str, str] = field(default_factory=dict)  # once at the unit, by id
    of_entries: list[str] = field(default_factory=list)  # yes/no, asked of each entry
    rows: list[Raw] = field(default_factory=list)


def words() -> st.SearchStrategy[str]:
    """A few words, sometimes English, sometimes what trips a writer of files."""
    plain = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
    marked = st.tuples(plain, st.sampled_from(AWKWARD)).map(" ".join)
    return st.one_of(plain, plain, marked, st.sampled_from(AWKWARD))


def blank_or_words() -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), words())


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """What `strategy` gives, or None."""
    return st.one_of(st.none(), strategy)


def dates() -> st.SearchStrategy[dt.date]:
    return st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31))


@st.composite
def decimals(draw: st.DrawFn, most: int = 1000) -> Decimal:
    """A number with up to two decimals, trailing zeros kept."""
    places = draw(st.integers(0, 2))
    return Decimal(draw(st.integers(0, most * 10**places))).scaleb(-places)


def _without(raw: Raw) -> Raw:
    """Return `raw` without the keys that were not chosen."""
    return {key: value for key, value in raw.items() if value not in (None, "", [], {})}


@st.composite
def _labelled(draw: st.DrawFn, prefix: str, extra: str = "") -> list[Raw]:
    """Two to four things with an id and a label; `extra` is one more key."""
    items: list[Raw] = []
    for number in range(draw(st.integers(2, 4))):
        item: Raw = {"id": f"{prefix}-{number}", "label": draw(words())}
        item["en"] = draw(st.sampled_from(["", "On time", "Late: no"]))
        if extra == "met":
            item["met"] = draw(st.sampled_from([None, True, False]))
        elif extra:
            item[extra] = draw(st.sampled_from(["", "bộ", "cái"]))
        items.append({k: v for k, v in item.items() if v not in (None, "")})
    return items


@st.composite
def _answer(draw: st.DrawFn, kind: str, made: Made) -> Raw:
    spec: Raw = {"type": kind}
    if kind == "ratio":
        spec |= {"numerator": draw(words()), "denominator": draw(words())}
        spec["at_most_denominator"] = draw(st.booleans())
    elif kind == "choice":
        name = draw(st.sampled_from(["", *made.lists]))
        spec["choices_from"] = name
        spec["choices"] = made.lists[name] if name else draw(_labelled("lc", "met"))
    elif kind == "breakdown":
        spec["parts"] = draw(_labelled("phan"))
        spec["must_add_up"] = draw(st.booleans())
        spec["judged"] = draw(st.sampled_from(["", "phan-0"]))
    elif kind == "inventory":
        spec["items"] = draw(_labelled("loai", "unit"))
    elif kind == "score":
        step = draw(st.sampled_from([None, Decimal("0.25"), Decimal("0.50")]))
        most = (
            draw(decimals(90)) + 1 if step is None else step * draw(st.integers(1, 99))
        )
        spec |= {"min": draw(maybe(st.just(Decimal(0)))), "max": most, "step": step}
    if kind in {"count", "breakdown"}:
        spec["unit"] = draw(st.sampled_from(["", "hồ sơ", "bộ"]))
        spec["measure"] = bool(spec["unit"]) and draw(st.booleans())
    if kind == "count" and draw(st.booleans()):
        spec["min"] = draw(decimals(10))
        spec["max"] = spec["min"] + draw(decimals(500))
    return {k: v for k, v in spec.items() if v not in (None, "")}


@st.composite
def _target(draw: st.DrawFn, kind: str, criterion_id: str, made: Made) -> Raw | None:
    told = _without({"basis": draw(blank_or_words())})
    told["verified"] = draw(st.booleans())
    if kind == "yes_no":
        return told | {"answer": draw(st.sampled_from(["yes", "no"]))}
    if kind == "date":
        day = draw(st.sampled_from(["{year}-01-31", "2025-12-15", "{year}-02-29"]))
        return told | {"op": draw(st.sampled_from(["<=", "<"])), "by_date": day}
    if kind == "photo":
        return told | {"value": draw(st.integers(1, 5))}
    return draw(_level(told, criterion_id, made)) if kind in TARGETED else None


@st.composite
def _level(draw: st.DrawFn, told: Raw, criterion_id: str, made: Made) -> Raw:
    """The target of a figure: for every year, by year, or in the target table."""
    told["op"] = draw(st.sampled_from([">=", ">", "<=", "<", "=="]))
    told |= _without({"unit": draw(st.sampled_from(["", "%", "hồ sơ/năm"]))})
    where = draw(st.sampled_from(["value", "by_year", "table"]))
    if where == "value":
        return told | {"value": draw(decimals())}
    if where == "by_year":
        years = st.dictionaries(st.integers(2020, 2030), decimals(), min_size=1)
        return told | {"by_year": draw(years)}
    made.rows += draw(_rows(criterion_id))
    return told


def _place(row: tuple[int, str | None, str]) -> tuple[int, str | None, str]:
    """What may stand only once in a table."""
    return (*row[:2], province_key(row[2]))


@st.composite
def _rows(draw: st.DrawFn, criterion_id: str) -> list[Raw]:
    places = st.tuples(
        st.integers(2023, 2027),
        st.sampled_from([None, *UNIT_KINDS]),
        st.sampled_from(PROVINCES),
    )
    rows = []
    chosen = st.lists(places, min_size=1, max_size=3, unique_by=_place)
    for year, unit_kind, province in draw(chosen):
        row = {"criterion": criterion_id, "year": year, "unit_kind": unit_kind}
        row |= {"province": province, "basis": draw(blank_or_words())}
        row = _without(row)
        row |= {"value": draw(decimals()), "verified": draw(st.booleans())}
        rows.append(row)
    return rows


@st.composite
def _points(draw: st.DrawFn, spec: Raw, target: Raw | None, made: Made) -> Raw | None:
    rules = ["none", *_fitting_rules(spec, target)]
    rule = draw(st.sampled_from([None, *rules]))
    if rule is None:
        return None
    steps = draw(st.integers(2, 12))
    points: Raw = {"max": made.step * steps, "rule": rule}
    if rule == "bands":
        low = draw(decimals(50))
        points["bands"] = [
            {"at_least": low, "points": made.step},
            {"at_least": low + 10, "points": made.step * steps},
        ]
    elif rule == "deduct":
        points["per_violation"] = made.step
    elif rule == "bonus" and spec["type"] in COUNTABLE:
        points["per_item"] = made.step
    return points


def _fitting_rules(spec: Raw, target: Raw | None) -> list[str]:
    kind = spec["type"]
    if kind == "choice":
        met = {choice.get("met") for choice in spec["choices"]}
        return ["full_or_zero"] if {True, False} <= met else []
    if target is None:
        return ["bonus"] if kind in COUNTABLE else []
    rules = ["full_or_zero", "bonus"]
    if kind in NUMBERS:
        rules.append("bands")
    if kind in TARGETED and target["op"] in {">=", ">"}:
        rules.append("proportional")
    if kind == "count" or spec.get("judged"):
        rules.append("deduct")
    return rules


@st.composite
def _condition(draw: st.DrawFn, made: Made) -> str:
    """A simple expression over criteria that were asked before, or the context."""
    choices = [
        "year >= 2025",
        'unit_kind == "phuong" or unit_kind == "xa"',
        "visited_on >= 2025-07-01",
    ]
    for criterion_id, kind in made.asked.items():
        choices.append(f"answered({criterion_id})")
        if kind == "yes_no":
            choices += [criterion_id, f"not {criterion_id}", f"{criterion_id} == no"]
        if kind in NUMBERS:
            choices += [f"{criterion_id} > 12.5", f"given({criterion_id}, 0) <= 100"]
    return draw(st.sampled_from(choices))


@st.composite
def _calculation(draw: st.DrawFn, kind: str, made: Made) -> Raw | None:
    counts = [i for i, asked in made.asked.items() if asked == "count"]
    if kind == "count" and counts:
        first, last = draw(st.sampled_from(counts)), draw(st.sampled_from(counts))
        return {"value": f"{first} + given({last}, 0)"}
    if kind == "ratio" and made.of_entries:
        row = draw(st.sampled_from(made.of_entries))
        return {"num": f"count_met({row})", "den": f"count_answered({row})"}
    return None


@st.composite
def _sentence(draw: st.DrawFn, name: str, kind: str) -> str:
    parts = SENTENCE_PARTS[name]
    if kind == "ratio" and not name.endswith("_aggregate") and name != "zero":
        parts = (*parts, "[: {num}/{den}, đạt {pct}]")
    used = draw(st.lists(st.sampled_from(parts), max_size=2))
    start = draw(st.sampled_from(WORDS))
    return " ".join([start, *used]) + draw(st.sampled_from([".", ": no #1", '"a"']))


@st.composite
def _bases(draw: st.DrawFn) -> list[Raw]:
    found = []
    for _ in range(draw(st.integers(0, 2))):
        start, end = sorted([draw(dates()), draw(dates())])
        basis: Raw = {
            "ref": draw(words()),
            "cite": draw(st.sampled_from(["", "NĐ 118"])),
        }
        basis["issued_on"] = draw(maybe(dates()))
        basis["valid_from"] = draw(st.sampled_from([None, start]))
        basis["valid_to"] = draw(st.sampled_from([None, end]))
        found.append(_without(basis) | {"verified": draw(st.booleans())})
    return found


@st.composite
def _evidence(draw: st.DrawFn) -> Raw:
    kinds = st.lists(st.sampled_from(["document", "photo"]), unique=True)
    told = {
        "required": draw(kinds),
        "description": draw(blank_or_words()),
    }
    spare = [k for k in ("document", "photo") if k not in told["required"]]
    return _without(told | {"optional": draw(st.sampled_from([[], spare]))})


@st.composite
def _criterion(draw: st.DrawFn, criterion_id: str, made: Made, kind: str = "") -> Raw:
    """One criterion asked once, at the unit, or of each entry of a group."""
    kind = kind or draw(st.sampled_from(KINDS))
    raw: Raw = {"id": criterion_id, "question": draw(words())}
    raw["short"] = draw(blank_or_words())
    raw["help"] = draw(blank_or_words())
    if draw(st.booleans()):
        raw["en"] = {
            "question": "How many?",
            "help": draw(st.sampled_from(["", "a: b"])),
        }
    raw["answer"] = draw(_answer(kind, made))
    raw["calculate"] = draw(_calculation(kind, made)) if draw(st.booleans()) else None
    if draw(st.integers(0, 3)) == 0:
        raw["when"] = draw(_condition(made))
    target = draw(_target(kind, criterion_id, made)) if draw(st.booleans()) else None
    raw["points"] = draw(_points(raw["answer"], target, made))
    raw["evidence"] = draw(_evidence())
    for name in SENTENCE_PARTS:
        if draw(st.booleans()) and (name != "zero" or kind == "count"):
            raw[name] = draw(_sentence(name, kind))
    raw["legal_basis"] = draw(_bases())
    if draw(st.integers(0, 3)) == 0:
        check = {"check": f"answered({criterion_id})", "message": draw(words())}
        level = draw(st.sampled_from(["error", "warning"]))
        raw["constraints"] = [check | {"level": level}]
    raw = _without(raw) | {"verified": draw(st.booleans())}
    return raw if target is None else raw | {"target": target}


@st.composite
def _section(draw: st.DrawFn, section_id: str, made: Made) -> Raw:
    raw: Raw = {"id": section_id, "title": draw(words())}
    if draw(st.booleans()):
        raw["en"] = "Steering"
    if draw(st.integers(0, 3)) == 0:
        raw["when"] = draw(_condition(made))
    count = draw(st.integers(1, 4))
    names = [f"{section_id}{number:02d}" for number in range(count)]
    if draw(st.integers(0, 2)) == 0:
        return raw | draw(_repeated(names, made))
    criteria = []
    for name in names:
        one = draw(_criterion(name, made))
        one |= _without({"asked_of": draw(st.sampled_from(["", "sub_units", "both"]))})
        if one.get("asked_of") and "calculate" in one:
            del one["asked_of"]
        criteria.append(one)
        if "asked_of" not in one and "calculate" not in one:
            made.asked[name] = one["answer"]["type"]
    return raw | {"criteria": criteria}


@st.composite
def _repeated(draw: st.DrawFn, names: list[str], made: Made) -> Raw:
    """A group of entries: its first criterion names them."""
    label = f"{names[0]}-ten"
    criteria = [draw(_criterion(label, made, "text"))]
    criteria += [draw(_criterion(name, made)) for name in names]
    for one in criteria:
        one.pop("calculate", None)
    repeat: Raw = {"entry": draw(words()), "label": draw(st.sampled_from(["", label]))}
    repeat |= {"fewest": draw(st.sampled_from([0, 10])), "sampled": draw(st.booleans())}
    met = [c["id"] for c in criteria if c["answer"]["type"] == "yes_no"]
    made.of_entries += [i for i in met if i not in made.of_entries]
    return {"repeat": repeat, "criteria": criteria}


def _used(lists: dict[str, list[Raw]], sections: list[Raw]) -> dict[str, list[Raw]]:
    """Return the lists that a criterion names: a list nobody uses is a mistake."""
    named = {c["answer"].get("choices_from") for s in sections for c in s["criteria"]}
    return {name: items for name, items in lists.items() if name in named}


@st.composite
def checklists(draw: st.DrawFn) -> Checklist:
    """A valid checklist of one to four sections."""
    step = draw(st.sampled_from([Decimal("0.25"), Decimal("0.5"), Decimal("1.00")]))
    lists = {
        name: draw(_labelled("ds", "met"))
        for name in draw(st.sampled_from([[], ["dung-gio"], ["dung-gio", "no"]]))
    }
    made = Made(step, lists)
    sections = [
        draw(_section(section_id, made))
        for section_id in "ABCD"[: draw(st.integers(1, 4))]
    ]
    start, end = sorted([draw(dates()), draw(dates())])
    raw: Raw = {
        "format": "fieldapp/checklist@1",
        "id": draw(st.sampled_from(["bo-tieu-chi", "no", "7x", "CCHC_xa"])),
        "title": draw(words()),
        "version": draw(st.sampled_from(["1.0", "2025-07", "no", "thử: 1"])),
        "description": draw(blank_or_words()),
        "en": draw(st.sampled_from(["", "Checklist"])),
        "valid_from": draw(st.sampled_from([None, start])),
        "valid_to": draw(st.sampled_from([None, end])),
        "points_step": draw(st.sampled_from([None, step])),
        "choice_lists": _used(lists, sections),
        "targets": made.rows,
        "sections": sections,
    }
    raw = _without(raw) | {
        "normalise": draw(st.booleans()),
        "percent_decimals": draw(st.integers(0, 2)),
        "leading_zero": draw(st.booleans()),
    }
    whole = Checklist.model_validate(raw)
    if draw(st.booleans()):
        total = sum((s.max_points for s in whole.sections), Decimal(0))
        return whole.model_copy(update={"total_points": total})
    return whole
