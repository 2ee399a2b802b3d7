"""The inspection team, one row a person."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.inspection import TEAM_ROLE_NAMES, TeamRole
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.panels import Act
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.screens.header.entered import MemberRow

_HALF: dict[str | ft.ResponsiveRowBreakpoint, int | float] = {"xs": 12, "md": 6}


@dataclass(frozen=True)
class TeamCalls:
    """What a row reports: left or role chosen, and taken off."""

    changed: Act
    remove: Callable[[MemberRow], Awaitable[None]]
    add: Act


def team_rows(
    team: list[MemberRow], problems: dict[str, str], calls: TeamCalls
) -> list[ft.Control]:
    """All rows, and the way to one more."""
    rows = [
        keyed(f"member-{row.number}", MemberFields, row, problems, calls)
        for row in team
    ]
    more = ft.OutlinedButton(
        "Thêm thành viên", icon=ft.Icons.PERSON_ADD_ALT, on_click=calls.add, height=48
    )
    return [*rows, ft.Row([more])]


@ft.component
def MemberFields(
    row: MemberRow, problems: dict[str, str], calls: TeamCalls
) -> ft.Control:
    """Name, position and role of one person."""

    async def name_typed(text: str) -> None:
        row.name = text

    async def position_typed(text: str) -> None:
        row.position = text

    async def left(_text: str) -> None:
        await calls.changed()

    async def remove() -> None:
        await calls.remove(row)

    identifier = f"member-{row.number}"
    name = TextEntry(
        label="Họ tên",
        text=row.name,
        on_typed=name_typed,
        on_left=left,
        identifier=f"{identifier}-name",
        problem=problems.get(f"{identifier}-name", ""),
        expand=True,
    )
    position = TextEntry(
        label="Chức vụ",
        text=row.position,
        on_typed=position_typed,
        on_left=left,
        identifier=f"{identifier}-position",
        expand=True,
    )
    both = [ft.Container(ft.Row([field]), col=_HALF) for field in (name, position)]
    off = ft.TextButton(
        "Bỏ thành viên này", icon=ft.Icons.DELETE_OUTLINE, on_click=remove, height=48
    )
    return ft.Column(
        [
            ft.ResponsiveRow([*both], spacing=12, run_spacing=12),
            _roles(row, calls),
            ft.Row([off]),
            ft.Divider(height=1),
        ],
        spacing=8,
        tight=True,
    )


def _roles(row: MemberRow, calls: TeamCalls) -> ft.Control:
    async def chosen(event: ft.Event[ft.RadioGroup]) -> None:
        row.role = TeamRole(event.control.value or TeamRole.MEMBER)
        await calls.changed()

    radios: list[ft.Control] = [
        ft.Radio(value=role.value, label=TEAM_ROLE_NAMES[role]) for role in TeamRole
    ]
    return ft.Semantics(
        identifier=f"member-{row.number}-role",
        content=ft.RadioGroup(
            value=row.role.value,
            on_change=chosen,
            content=ft.Row(radios, wrap=True, spacing=16, run_spacing=0),
        ),
    )
