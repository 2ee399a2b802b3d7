"""Small signs: verdict, saved, unverified. Never colour alone: icon and word too."""

import flet as ft

from fieldapp.domain.verdicts import VERDICT_NAMES, Verdict
from fieldapp.ui import theme

_VERDICTS: dict[Verdict, tuple[ft.IconData, str]] = {
    Verdict.MET: (ft.Icons.CHECK_CIRCLE, theme.MET),
    Verdict.NOT_MET: (ft.Icons.CANCEL, theme.NOT_MET),
    Verdict.RECORDED: (ft.Icons.TASK_ALT, theme.MUTED),
    Verdict.UNKNOWN: (ft.Icons.RADIO_BUTTON_UNCHECKED, theme.MUTED),
    Verdict.NOT_APPLICABLE: (ft.Icons.DO_NOT_DISTURB_ON, theme.MUTED),
}


def verdict_icon(verdict: Verdict, size: int = 20) -> ft.Icon:
    """The icon of a verdict in its colour."""
    icon, colour = _VERDICTS[verdict]
    return ft.Icon(icon, color=colour, size=size)


def verdict_colour(verdict: Verdict) -> str:
    """The colour of a verdict."""
    return _VERDICTS[verdict][1]


def verdict_row(
    verdict: Verdict, word: str = "", value: str = "", target: str = ""
) -> ft.Control:
    """Value, verdict, target in one line; `word` replaces the verdict's own."""
    spans = [
        ft.TextSpan(
            word or VERDICT_NAMES[verdict],
            ft.TextStyle(font_family=theme.STRONG, color=verdict_colour(verdict)),
        )
    ]
    if value:
        spans.insert(
            0, ft.TextSpan(f"{value}  ", ft.TextStyle(font_family=theme.STRONG))
        )
    if target:
        note = ft.TextStyle(color=theme.MUTED, size=15)
        spans.append(ft.TextSpan(f"  ·  Chỉ tiêu {target}", note))
    return ft.Row(
        [verdict_icon(verdict), ft.Text(spans=spans, size=16, expand=True)],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def to_correct(text: str) -> ft.Control:
    """Stands where the verdict would while a field cannot be read."""
    style = ft.TextStyle(font_family=theme.STRONG, color=theme.TO_CHECK)
    return ft.Row(
        [
            ft.Icon(ft.Icons.ERROR_OUTLINE, color=theme.TO_CHECK, size=20),
            ft.Text(text, style=style, expand=True),
        ],
        spacing=8,
    )


def badge(text: str, icon: ft.IconData, colour: str = theme.TO_CHECK) -> ft.Control:
    """A small word with an icon, for example "Chưa xác minh"."""
    return ft.Row(
        [ft.Icon(icon, size=16, color=colour), ft.Text(text, size=14, color=colour)],
        spacing=4,
        tight=True,
    )


def verdict_badge(verdict: Verdict, text: str) -> ft.Control:
    """A verdict in small beside the field it is about."""
    icon, colour = _VERDICTS[verdict]
    return badge(text, icon, colour)


def unverified_mark() -> ft.Control:
    """Says that the checklist's wording or figure was confirmed by no source."""
    return badge("Chưa xác minh", ft.Icons.HELP_OUTLINE)


def saved_mark(text: str, *, failed: bool) -> ft.Control:
    """When it was saved; takes no room while there is nothing to say."""
    if not text:
        return ft.Container()
    icon = ft.Icons.ERROR_OUTLINE if failed else ft.Icons.CLOUD_DONE_OUTLINED
    return badge(text, icon, theme.NOT_MET if failed else theme.MUTED)
