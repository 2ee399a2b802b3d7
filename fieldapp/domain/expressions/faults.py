"""Mistakes in expressions: column, what stands there, what to do."""

from dataclasses import dataclass
from enum import StrEnum


class FaultCode(StrEnum):
    """What is wrong, for programs; people read the message."""

    SYNTAX = "syntax"
    TOO_LONG = "too_long"
    TOO_DEEP = "too_deep"
    UNKNOWN_NAME = "unknown_name"
    UNKNOWN_FUNCTION = "unknown_function"
    WRONG_KIND = "wrong_kind"
    WRONG_COUNT = "wrong_count"
    DIVISION = "division"
    NEEDS_ROWS = "needs_rows"
    UNKNOWN_CHOICE = "unknown_choice"
    NUMBER_TOO_LARGE = "number_too_large"


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake of the author; `column` counts characters from 1.

    `message` is a whole Vietnamese sentence that names the column itself.
    """

    column: int
    message: str
    code: FaultCode


def fault_at(column: int, code: FaultCode, what: str) -> Fault:
    """Make a fault whose message begins with its column."""
    return Fault(column, f"Cột {column}: {what}", code)


class ExpressionError(ValueError):
    """A text that is no expression: the author's mistake, at the first place found."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault
        self.message = fault.message
        self.column = fault.column
        self.code = fault.code


def mistake(column: int, code: FaultCode, what: str) -> ExpressionError:
    """Make the error of one fault, ready to be raised."""
    return ExpressionError(fault_at(column, code, what))


def shown(text: str) -> str:
    """Quote what stands in the text; an invisible character becomes its number."""
    clean = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in text)
    return f"«{clean}»"
