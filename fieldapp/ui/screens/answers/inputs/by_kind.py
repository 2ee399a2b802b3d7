"""Which input each answer kind has."""

from collections.abc import Callable

import flet as ft

from fieldapp.domain.asking import AnswerKind
from fieldapp.ui.screens.answers.inputs.breakdown import breakdown
from fieldapp.ui.screens.answers.inputs.choices import choice, yes_no
from fieldapp.ui.screens.answers.inputs.fields import InputCalls
from fieldapp.ui.screens.answers.inputs.figures import number, ratio
from fieldapp.ui.screens.answers.inputs.index import index
from fieldapp.ui.screens.answers.inputs.initiatives import initiatives
from fieldapp.ui.screens.answers.inputs.inventory import inventory
from fieldapp.ui.screens.answers.inputs.words import date, document, photos, text
from fieldapp.ui.state.cells import CellState


def answer_input(cell: CellState, calls: InputCalls) -> ft.Control:
    """The input of a cell."""
    return INPUTS[cell.criterion.answer.type](cell, calls)


INPUTS: dict[AnswerKind, Callable[[CellState, InputCalls], ft.Control]] = {
    AnswerKind.YES_NO: yes_no,
    AnswerKind.COUNT: number,
    AnswerKind.RATIO: ratio,
    AnswerKind.SCORE: number,
    AnswerKind.DATE: date,
    AnswerKind.TEXT: text,
    AnswerKind.CHOICE: choice,
    AnswerKind.DOCUMENT: document,
    AnswerKind.PHOTO: photos,
    AnswerKind.BREAKDOWN: breakdown,
    AnswerKind.INVENTORY: inventory,
    AnswerKind.INITIATIVES: initiatives,
    AnswerKind.INDEX: index,
}
