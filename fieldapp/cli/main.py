"""The root command, and the one place where errors become a line and an exit code.

0 done; 1 the person can fix it; 2 the command was misspelt; 3 a fault of ours,
whose traceback goes to a file and never to a person.
"""

import tempfile
import traceback
from typing import Annotated

import typer
from typer.exceptions import Abort, Exit, TyperException

from fieldapp import __version__
from fieldapp.cli import (
    checklist_diff,
    checklist_replay,
    checklist_versions,
    checklist_workbook,
    checklists,
    demo,
    doctor,
    inspections,
    notices,
    screens,
)
from fieldapp.cli.desk import Data, flush, say, speak_utf8, warn
from fieldapp.cli.speaking import typer_app, usage_message
from fieldapp.errors import FieldappError, ProblemsError

app = typer_app("Kiểm tra cải cách hành chính: từ bộ tiêu chí đến thông báo ký số.")
for part in (screens, demo, inspections, doctor):
    part.add_to(app)
for part in (
    checklist_versions,
    checklist_diff,
    checklist_replay,
    checklist_workbook,
):
    part.add_to(checklists.app)
app.add_typer(checklists.app, name="checklist")
app.add_typer(notices.app, name="notice")


def _say_version(*, asked: bool) -> None:
    if asked:
        say(f"fieldapp {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option(
        "--version",
        help="In phiên bản rồi thoát.",
        is_eager=True,  # before Typer misses a command
        callback=lambda asked: _say_version(asked=asked),
    ),
]


@app.callback()
def root(ctx: typer.Context, data: Data = None, *, version: Version = False) -> None:
    """Kiểm tra cải cách hành chính: từ bộ tiêu chí đến thông báo ký số."""
    del version  # its callback has spoken
    ctx.obj = data


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    speak_utf8()
    try:
        code = app(arguments, standalone_mode=False)
        flush()
        return code if isinstance(code, int) else 0
    except Exit as leaving:
        return leaving.exit_code
    except (Abort, KeyboardInterrupt):
        warn("Đã dừng theo yêu cầu.")
        return 1
    except TyperException as error:
        warn(usage_message(error))
        return 2
    except FieldappError as error:
        _explain(error)
        return 1
    except Exception:  # noqa: BLE001 - the last line of defence: exit code 3
        warn(f"Lỗi của chương trình. Hãy gửi {_kept_traceback()} cho người hỗ trợ.")
        return 3


def _explain(error: FieldappError) -> None:
    if isinstance(error, ProblemsError):
        for problem in error.problems:
            warn(str(problem))
    warn(f"Lỗi: {error.message}")


def _kept_traceback() -> str:
    """What to send to those who help: a file, or one line where no file can be."""
    lines = traceback.format_exc()
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="fieldapp-loi-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(lines)
            return f"tệp {file.name}"
    except OSError:
        return f"dòng này ({lines.splitlines()[-1]})"
