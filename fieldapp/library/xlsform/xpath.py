"""An XLSForm's expression (a part of XPath) in the words of our expressions."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedInput, VisitError

from fieldapp.domain.asking import AnswerKind
from fieldapp.library.xlsform.parts import Known, NoCounterpartError, Said

_GRAMMAR = r"""
?start: or_
?or_: and_ ("or" and_)*
?and_: cmp ("and" cmp)*
?cmp: sum (OP sum)?
?sum: prod ((PLUS|MINUS) prod)*
?prod: unary ((TIMES|DIV|MOD) unary)*
?unary: MINUS unary -> negative
      | atom
?atom: "${" NAME "}" -> ref
     | "." -> own
     | NUMBER -> number
     | STRING -> string
     | FUNCTION "(" [or_ ("," or_)*] ")" -> call
     | "(" or_ ")" -> group
OP: "!=" | "<=" | ">=" | "=" | "<" | ">"
PLUS: "+"
MINUS: "-"
TIMES: "*"
DIV: "div"
MOD: "mod"
NUMBER: /[0-9]+(\.[0-9]+)?/
STRING: /"[^"]*"/ | /'[^']*'/
FUNCTION.2: /[a-z][a-z-]*(?=\s*\()/
NAME: /[^\W\d][\w.-]*/
%import common.WS
%ignore WS
"""
MOST_CHARACTERS = 1_000


def translated(
    source: str,
    names: Mapping[str, Known],
    own: Known | None = None,
    *,
    is_condition: bool = False,
) -> str:
    """Return `source` in our expressions; `own` is what `.` stands for.

    As a condition the name of a choice alone asks whether it is answered (XPath:
    a text is true when it is not empty), be the answer "no".

    Raises:
        NoCounterpartError: It cannot be read, or says what our language cannot.
    """
    if len(source) > MOST_CHARACTERS:
        raise NoCounterpartError(f"dài hơn {MOST_CHARACTERS} ký tự")
    try:
        tree = _grammar().parse(source)
        said: Said = _Words(names, own).transform(tree)
    except UnexpectedInput as error:
        raise NoCounterpartError(f"không đọc được từ ký tự {error.column}") from None
    except VisitError as error:
        if isinstance(error.orig_exc, NoCounterpartError):
            raise error.orig_exc from None
        raise
    return _truth(said).words if is_condition else said.words


@cache
def _grammar() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", maybe_placeholders=False)


@v_args(inline=True)
class _Words(Transformer[Token, Said]):
    """Turns the tree into words, bottom up."""

    def __init__(self, names: Mapping[str, Known], own: Known | None) -> None:
        super().__init__()
        self._names = names
        self._own = own

    def ref(self, name: Token) -> Said:
        known = self._names.get(str(name))
        if known is None:
            raise NoCounterpartError(f"không có câu hỏi tên {name}")
        return Said(known.id, known)

    def own(self) -> Said:
        if self._own is None:
            raise NoCounterpartError("dấu chấm chỉ dùng trong constraint")
        return Said(self._own.id, self._own)

    def number(self, digits: Token) -> Said:
        return Said(str(digits))

    def string(self, quoted: Token) -> Said:
        text = str(quoted)[1:-1]
        if '"' in text:
            raise NoCounterpartError("chữ trong ngoặc kép không chứa dấu ngoặc kép")
        return Said(f'"{text}"', text=text)

    def group(self, inner: Said) -> Said:
        return inner

    def negative(self, _sign: Token, inner: Said) -> Said:
        return Said(f"-{inner.inside}", is_simple=False)

    def or_(self, *parts: Said) -> Said:
        return _joined(" or ", parts)

    def and_(self, *parts: Said) -> Said:
        return _joined(" and ", parts)

    def sum(self, *parts: Any) -> Said:  # noqa: ANN401 - words and signs in turn
        return _chain(parts)

    def prod(self, *parts: Any) -> Said:  # noqa: ANN401 - as above
        return _chain(parts)

    def cmp(self, left: Said, sign: Token, right: Said) -> Said:
        if right.known is not None and left.known is None:
            left, sign, right = right, Token("OP", _TURNED[sign]), left
        operator = _OPERATORS.get(str(sign), str(sign))
        if left.known is not None and right.text == "":
            answered = f"answered({left.known.id})"
            if operator == "!=":
                return Said(answered)
            return _condition(f"not {answered}")
        words = _literal(left.known, right) if left.known else right.inside
        return _condition(f"{left.inside} {operator} {words}")

    def call(self, name: Token, *arguments: Said) -> Said:
        make = _FUNCTIONS.get(str(name))
        if make is None:
            raise NoCounterpartError(f"hàm {name}() không có ở đây")
        return make(arguments)


def _joined(word: str, parts: tuple[Said, ...]) -> Said:
    told = map(_truth, parts)
    words = (part.words if part.is_condition else part.inside for part in told)
    return Said(word.join(words), is_simple=False)


def _truth(part: Said) -> Said:
    """A part where XPath asks whether it is true."""
    known = part.known
    if known is None or not known.words or known.is_calculated:
        return part
    return Said(f"answered({known.id})")


def _condition(words: str) -> Said:
    return Said(words, is_simple=False, is_condition=True)


def _chain(parts: tuple[Any, ...]) -> Said:
    words = parts[0].inside
    for sign, part in zip(parts[1::2], parts[2::2], strict=True):
        if sign == "mod":
            raise NoCounterpartError("phép mod không có ở đây")
        if sign != "div":
            words = f"{words} {sign} {part.inside}"
        elif part.is_simple and part.words.strip("0.") and part.words[:1].isdigit():
            words = f"{words} / {part.words}"
        else:  # what XPath calls infinite has no value here
            words = f"div({words}, {part.words}, 0)"
    return Said(words, is_simple=False)


def _literal(known: Known, right: Said) -> str:
    """What stands beside a name, as that name's kind writes it.

    A choice may be named "1": the form then writes the number.
    """
    written = right.words if right.text is None else right.text
    if known.words and (right.text is not None or written.isdigit()):
        if written not in known.words:
            raise NoCounterpartError(f"danh sách không có lựa chọn {written}")
        return known.words[written]
    if right.text is None:
        return right.inside
    if known.kind in _WRITTEN_BARE:
        return right.text
    return right.words


_WRITTEN_BARE = {AnswerKind.DATE, AnswerKind.COUNT, AnswerKind.SCORE, AnswerKind.INDEX}


def _one(arguments: tuple[Said, ...], name: str) -> Said:
    if len(arguments) != 1:
        raise NoCounterpartError(f"{name}() cần một giá trị")
    return arguments[0]


def _selected(arguments: tuple[Said, ...]) -> Said:
    known = arguments[0].known if arguments else None
    if len(arguments) != 2 or known is None:  # noqa: PLR2004 - name and choice
        raise NoCounterpartError("selected() cần một câu hỏi và một lựa chọn")
    if not known.words:
        raise NoCounterpartError("selected() chỉ dùng với câu hỏi chọn một")
    return _condition(f"{known.id} == {_literal(known, arguments[1])}")


def _count(arguments: tuple[Said, ...]) -> Said:
    known = _one(arguments, "count").known
    if known is None or not known.section or known.kind is not None:
        raise NoCounterpartError("count() chỉ đếm được một nhóm lặp")
    return Said(f"entries({known.section})")


def _over_rows(ours: str, plain: str) -> Callable[[tuple[Said, ...]], Said]:
    def make(arguments: tuple[Said, ...]) -> Said:
        first = arguments[0].known if arguments else None
        if len(arguments) == 1 and first is not None and first.section:
            return Said(f"{ours}({first.id})")
        if not plain or not arguments:
            raise NoCounterpartError(f"{ours}() chỉ tính trên một nhóm lặp")
        return Said(f"{plain}({', '.join(a.words for a in arguments)})")

    return make


def _same(name: str, count: int) -> Callable[[tuple[Said, ...]], Said]:
    def make(arguments: tuple[Said, ...]) -> Said:
        if len(arguments) != count:
            raise NoCounterpartError(f"{name}() cần {count} giá trị")
        return Said(f"{name}({', '.join(a.words for a in arguments)})")

    return make


def _round(arguments: tuple[Said, ...]) -> Said:
    if len(arguments) == 1:
        return Said(f"round({arguments[0].words}, 0)")
    return _same("round", 2)(arguments)


def _date(arguments: tuple[Said, ...]) -> Said:
    inner = _one(arguments, "date")
    return Said(inner.text) if inner.text is not None else inner


_TURNED = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_OPERATORS = {"=": "=="}
_FUNCTIONS: dict[str, Callable[[tuple[Said, ...]], Said]] = {
    "not": lambda a: _condition(f"not {_truth(_one(a, 'not')).inside}"),
    "true": lambda _: Said("yes"),
    "false": lambda _: Said("no"),
    "selected": _selected,
    "count": _count,
    "sum": _over_rows("sum", ""),
    "min": _over_rows("lowest", "min"),
    "max": _over_rows("highest", "max"),
    "if": _same("if", 3),
    "coalesce": _same("given", 2),
    "round": _round,
    "abs": _same("abs", 1),
    "number": lambda a: _one(a, "number"),
    "string": lambda a: _one(a, "string"),
    "date": _date,
}
"""Every function of XPath that has a counterpart (docs/xlsform.md lists them)."""

FUNCTIONS = tuple(_FUNCTIONS)
