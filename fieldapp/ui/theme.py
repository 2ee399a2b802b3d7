"""Colours, type and sizes of the whole app; nothing else chooses a colour.

Green, amber and red are the scheme's tertiary, secondary and error, so that light
and dark follow by themselves: met, to check, not met, and nothing else.
"""

import flet as ft

FONT_FILES = {
    "BeVietnam": "fonts/BeVietnamPro-Regular.ttf",
    "BeVietnam-Medium": "fonts/BeVietnamPro-Medium.ttf",
    "BeVietnam-SemiBold": "fonts/BeVietnamPro-SemiBold.ttf",
    "BeVietnam-Bold": "fonts/BeVietnamPro-Bold.ttf",
}
"""One family name is one file: Flet would only imitate the other weights."""

BODY = "BeVietnam"
MEDIUM = "BeVietnam-Medium"
STRONG = "BeVietnam-SemiBold"

WIDE_FROM_PX = 700
"""From this window width the rail replaces the bottom bar."""

CONTENT_WIDTH_PX = 760
"""A reading column does not grow beyond this."""

MET = ft.Colors.TERTIARY
TO_CHECK = ft.Colors.SECONDARY
NOT_MET = ft.Colors.ERROR
MUTED = ft.Colors.ON_SURFACE_VARIANT

_SEED = "#0B3D91"

_LIGHT = ft.ColorScheme(
    primary="#0B3D91",
    on_primary="#FFFFFF",
    primary_container="#D9E2FF",
    on_primary_container="#001944",
    secondary="#7A4A00",
    on_secondary="#FFFFFF",
    secondary_container="#D9E2FF",
    on_secondary_container="#001944",
    tertiary="#155D27",
    on_tertiary="#FFFFFF",
    tertiary_container="#D3F1D7",
    on_tertiary_container="#00210A",
    error="#A3161B",
    error_container="#FFDAD7",
    on_error_container="#410004",
    surface="#FAFAFD",
    on_surface="#16181D",
    on_surface_variant="#43474E",
    outline="#6F747C",
    outline_variant="#C9CCD3",
)
_DARK = ft.ColorScheme(
    primary="#B1C5FF",
    on_primary="#002C71",
    primary_container="#1F4388",
    on_primary_container="#DAE2FF",
    secondary="#FFB95C",
    on_secondary="#462A00",
    secondary_container="#2F4578",
    on_secondary_container="#DAE2FF",
    tertiary="#8FD89B",
    on_tertiary="#00390F",
    tertiary_container="#17522A",
    on_tertiary_container="#ABF5B6",
    error="#FFB4AB",
    error_container="#7A1016",
    on_error_container="#FFDAD6",
    surface="#111318",
    on_surface="#E4E5EB",
    on_surface_variant="#C5C8D0",
    outline="#8F939B",
    outline_variant="#43474E",
)


def _text_theme(colour: ft.ColorValue | None) -> ft.TextTheme:
    """Sizes and weights; a style without a colour would be black in the dark."""

    def style(size: int, family: str, height: float) -> ft.TextStyle:
        return ft.TextStyle(size=size, font_family=family, height=height, color=colour)

    return ft.TextTheme(
        headline_small=style(24, STRONG, 1.3),
        title_large=style(20, STRONG, 1.3),
        title_medium=style(16, STRONG, 1.4),
        body_large=style(16, BODY, 1.45),
        body_medium=style(16, BODY, 1.45),
        body_small=style(14, BODY, 1.4),
        label_large=style(15, MEDIUM, 1.3),
        label_medium=style(14, MEDIUM, 1.3),
    )


def _button() -> ft.ButtonStyle:
    return ft.ButtonStyle(
        shape=ft.RoundedRectangleBorder(radius=12),
        padding=ft.Padding.symmetric(horizontal=16, vertical=12),
        text_style=ft.TextStyle(size=15, font_family=MEDIUM),
    )


def _quiet_button() -> ft.ButtonStyle:
    """Text buttons stand in rows under a card: little padding, so three fit."""
    return ft.ButtonStyle(
        shape=ft.RoundedRectangleBorder(radius=12),
        padding=ft.Padding.symmetric(horizontal=8, vertical=12),
        text_style=ft.TextStyle(size=14, font_family=MEDIUM),
    )


def _theme(colours: ft.ColorScheme) -> ft.Theme:
    style = _button()
    return ft.Theme(
        color_scheme_seed=_SEED,
        color_scheme=colours,
        font_family=BODY,
        text_theme=_text_theme(colours.on_surface),
        filled_button_theme=ft.FilledButtonTheme(style=style),
        outlined_button_theme=ft.OutlinedButtonTheme(style=style),
        text_button_theme=ft.TextButtonTheme(style=_quiet_button()),
        page_transitions=ft.PageTransitionsTheme(
            linux=ft.PageTransitionTheme.NONE,
            macos=ft.PageTransitionTheme.NONE,
            windows=ft.PageTransitionTheme.NONE,
        ),
        visual_density=ft.VisualDensity.STANDARD,
    )


def dress(page: ft.Page) -> None:
    """Give the page its fonts, both themes and the Vietnamese locale."""
    page.title = "Kiểm tra cải cách hành chính"
    page.fonts = dict(FONT_FILES)
    page.theme = _theme(_LIGHT)
    page.dark_theme = _theme(_DARK)
    page.theme_mode = ft.ThemeMode.SYSTEM
    vietnamese = ft.Locale("vi", "VN")
    page.locale_configuration = ft.LocaleConfiguration(
        supported_locales=[vietnamese], current_locale=vietnamese
    )
