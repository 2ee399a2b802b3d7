"""`checklist preview` and `checklist move`: try a checklist, take a newer one over."""

from pathlib import Path
from typing import Annotated

import typer

from fieldapp import config
from fieldapp.cli.desk import Data, desk, say
from fieldapp.cli.screens import NoBrowser, Port, show
from fieldapp.domain.moving import OUTCOME_NAMES, MoveReport, Outcome
from fieldapp.errors import ProblemsError
from fieldapp.library import read_checklist_text
from fieldapp.services import rehearsal, versions

File = Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp bộ tiêu chí YAML.")]
InspectionId = Annotated[
    str, typer.Argument(metavar="MÃ", help="Mã cuộc kiểm tra đang làm.")
]
Newer = Annotated[
    Path | None,
    typer.Option(
        "--to", metavar="TỆP", help="Bản mới; không ghi thì lấy ở thư viện bộ tiêu chí."
    ),
]
Really = Annotated[
    bool, typer.Option("--yes", help="Chuyển thật; không ghi thì chỉ báo cáo.")
]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the group `checklist`."""
    app.command("preview")(preview)
    app.command("move")(move)


def preview(
    ctx: typer.Context,
    file: File,
    data: Data = None,
    port: Port = None,
    *,
    no_browser: NoBrowser = False,
) -> None:
    """Diễn tập bộ tiêu chí trên một phường giả định; không lẫn vào dữ liệu thật."""
    from fieldapp import wiring  # noqa: PLC0415 - its libraries are slow to load

    text = _text(file)
    settings = config.settings(
        data=data or ctx.obj, port=port, open_browser=False if no_browser else None
    )
    with wiring.workspace(settings) as ws:
        made = rehearsal.rehearse_text(ws, text, file.name)
        show(ws, settings, window=False, at=f"/kiem-tra/{made}")


def move(
    ctx: typer.Context,
    inspection: InspectionId,
    newer: Newer = None,
    data: Data = None,
    *,
    really: Really = False,
) -> None:
    """Chuyển một cuộc kiểm tra đang làm sang bản mới của bộ tiêu chí."""
    text = None if newer is None else _text(newer)
    with desk(ctx, data) as ws:
        act = versions.move if really else versions.move_report
        report = act(ws, inspection, text)
    _tell(report)
    if really:
        say("Đã chuyển. Không có gì bị xóa; trả lời để riêng xem ở mục “Để riêng”.")
    else:
        say("Chưa chuyển gì. Thêm --yes để chuyển.")


def _tell(report: MoveReport) -> None:
    say(f"Phiên bản {report.old_version} sang phiên bản {report.new_version}:")
    for outcome in Outcome:
        found = report.of(outcome)
        if found:
            say(f"- {OUTCOME_NAMES[outcome]}: {len(found)}")
        if outcome is Outcome.CARRIED:
            continue
        for moved in found:
            say(f"  {moved.criterion}: {moved.name}")


def _text(file: Path) -> str:
    text, problems = read_checklist_text(file)
    if problems:
        raise ProblemsError(f"Không đọc được {file.name}.", problems)
    return text
