"""Opening the workspace for one command, and reading and writing its files."""

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from fieldapp import config
from fieldapp.cli.speaking import DATA_HELP
from fieldapp.durable import replace_file
from fieldapp.errors import TryLaterError, UserError, system_reason
from fieldapp.services.ports import SignatureDesk
from fieldapp.services.workspace import Workspace

Data = Annotated[Path | None, typer.Option("--data", metavar="THƯ_MỤC", help=DATA_HELP)]


class Signing(NamedTuple):
    """Signing without an inspection: the desk, whom to trust, and the time."""

    desk: SignatureDesk
    trust: tuple[bytes, ...]
    now: dt.datetime


def notice_signing(ctx: typer.Context, data: Path | None) -> Signing:
    """Give what signing or verifying one file needs; opens no database."""
    from fieldapp import wiring  # noqa: PLC0415 - its libraries take a second to load

    folder = config.settings(data=data or ctx.obj).data
    trust = wiring.trusted_certificates(folder)
    return Signing(wiring.signature_desk(), trust, wiring.utc_now())


@contextmanager
def desk(ctx: typer.Context, data: Path | None) -> Iterator[Workspace]:
    """Open the workspace in `data`, else in what came before the command's name."""
    from fieldapp import wiring  # noqa: PLC0415 - its libraries take a second to load

    with wiring.workspace(config.settings(data=data or ctx.obj)) as ws:
        yield ws


def read_file(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        UserError: It is not there or may not be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = system_reason(error)
        message = f"Không đọc được tệp {path} ({reason}). Hãy kiểm tra đường dẫn."
        raise UserError(message) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a whole file or nothing.

    Raises:
        TryLaterError: The folder is missing, read-only or full.
    """
    try:
        replace_file(path, data)
    except OSError as error:
        reason = system_reason(error)
        message = f"Không ghi được tệp {path} ({reason}). Hãy chọn nơi khác."
        raise TryLaterError(message) from error


def say(line: str = "") -> None:
    """Print one line for the person or program that called.

    Raises:
        Exit: It cannot be written: the reader left (`| head`) or the disk is full.
            Code 1, since what was not read may have been bad news.
    """
    with _output():
        typer.echo(line)


def flush() -> None:
    """Bring out what was said; errors as `say`."""
    with _output():
        if sys.stdout is not None:  # closed by `>&-`
            sys.stdout.flush()


@contextmanager
def _output() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # Python would try again on leaving, and complain in English.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            warn(
                f"Không in được kết quả ra ({system_reason(error)}). Hãy chọn nơi khác."
            )
        raise typer.Exit(1) from error


def warn(line: str) -> None:
    """Print one line beside the result."""
    typer.echo(line, err=True)


def speak_utf8() -> None:
    """Print Vietnamese also where the system's own encoding cannot."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
