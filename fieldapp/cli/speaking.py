"""Typer in Vietnamese: help texts, panel titles and usage errors.

Typer's own words are English constants; this is the one place that replaces them.
"""

from typing import Annotated, Any

import typer
from typer import rich_utils
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException

rich_utils.ARGUMENTS_PANEL_TITLE = "Tham số"
rich_utils.OPTIONS_PANEL_TITLE = "Tùy chọn"
rich_utils.COMMANDS_PANEL_TITLE = "Lệnh"
rich_utils.DEFAULT_STRING = "[mặc định: {}]"
rich_utils.REQUIRED_LONG_STRING = "[bắt buộc]"


def _metavar(param: Any, ctx: Any) -> str:  # noqa: ANN401 - Typer's private types
    """What a value is called; Typer would print Python's types (<bool>, <path>)."""
    del ctx
    return str(param.metavar or "") if param.param_type_name == "option" else ""


# Typer has no setting for it.
for _param in (TyperOption, TyperArgument):
    setattr(_param, "display_type_rich", _metavar)  # noqa: B010 - mypy refuses the plain form


class Command(TyperCommand):
    """A command whose help speaks Vietnamese."""

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer's private types
        """Return --help, explained in Vietnamese."""
        return _explained(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401 - Typer's private types
        """Return the usage line in Vietnamese."""
        return _usage(super().get_usage(ctx))


class Group(TyperGroup):
    """A group of commands whose help speaks Vietnamese."""

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer's private types
        """Return --help, explained in Vietnamese."""
        return _explained(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401 - Typer's private types
        """Return the usage line in Vietnamese."""
        return _usage(super().get_usage(ctx))


def _explained(option: Any) -> Any:  # noqa: ANN401 - Typer's private types
    if option is not None:
        option.help = "Hiện trợ giúp này rồi thoát."
    return option


def _usage(line: str) -> str:
    words = {
        "Usage:": "Cách dùng:",
        "[OPTIONS]": "[TÙY CHỌN]",
        "COMMAND [ARGS]...": "LỆNH [THAM SỐ]...",
        "{": "",  # Typer braces a required argument; here brackets mark optional ones
        "}": "",
    }
    for english, vietnamese in words.items():
        line = line.replace(english, vietnamese)
    return line


def usage_message(error: TyperException) -> str:
    """One Vietnamese line that says what is wrong with the command and what to do."""
    name = type(error).__name__
    what = {
        "NoSuchOption": f"không có tùy chọn {getattr(error, 'option_name', '')}",
        "MissingParameter": f"thiếu {_parameter(error)}",
        "BadParameter": f"giá trị không hợp lệ cho {_parameter(error)}",
        "BadOptionUsage": f"tùy chọn {getattr(error, 'option_name', '')} thiếu giá trị",
        "NoArgsIsHelpError": "thiếu tên lệnh",
        "NoSuchCommand": "không có lệnh này",
    }.get(name, "lệnh không đúng cú pháp")
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "fieldapp"
    return f"Lỗi cú pháp: {what}. Xem cách dùng: {command} --help"


def _parameter(error: TyperException) -> str:
    param = getattr(error, "param", None)
    if param is None:
        return "tham số"
    metavar = getattr(param, "metavar", None)
    if param.param_type_name == "argument":
        return str(metavar or param.name).upper()
    return str(param.opts[0])


class Application(typer.Typer):
    """A Typer application whose commands speak Vietnamese."""

    def command(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - as Typer's
        """Register a command; its class is `Command`."""
        return super().command(*args, **{"cls": Command, **options})


def typer_app(help_text: str) -> typer.Typer:
    """Return an empty Typer application that speaks Vietnamese."""
    return Application(
        cls=Group,
        help=help_text,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        options_metavar="[TÙY CHỌN]",
        subcommand_metavar="LỆNH [THAM SỐ]...",
    )


DATA_HELP = "Thư mục dữ liệu; mặc định là thư mục dữ liệu của người dùng."
JSON_HELP = "In JSON cho chương trình khác đọc."

AsJson = Annotated[bool, typer.Option("--json", help=JSON_HELP)]
