"""`doctor`: is this installation and its data sound?"""

import json
import platform
from typing import Annotated

import typer

from fieldapp import config
from fieldapp.cli.desk import Data, desk, say
from fieldapp.cli.speaking import AsJson
from fieldapp.errors import IntegrityError
from fieldapp.services import health

Rebuild = Annotated[
    bool, typer.Option("--rebuild", help="Lập lại các bảng dẫn xuất từ nhật ký.")
]


def add_to(app: typer.Typer) -> None:
    """Add this command to the root."""
    app.command("doctor")(doctor)


def doctor(
    ctx: typer.Context,
    data: Data = None,
    *,
    as_json: AsJson = False,
    rebuild: Rebuild = False,
) -> None:
    """Kiểm tra bản cài đặt, cơ sở dữ liệu, ảnh và bộ tiêu chí trên máy này."""
    from fieldapp import wiring  # noqa: PLC0415 - its libraries are slow to load

    settings = config.settings(data=data or ctx.obj)
    with desk(ctx, data) as ws:
        if rebuild:
            ws.store.rebuild()
        report = health.examine(ws)
    facts = {
        "data": str(settings.data),
        "python": platform.python_version(),
        "sqlite": wiring.sqlite_version(),
        **report.model_dump(mode="json"),
    }
    if as_json:
        say(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        _tell(facts, report)
    if report.faults:
        message = f"Có {len(report.faults)} lỗi dữ liệu. Hãy sao lưu thư mục dữ liệu."
        raise IntegrityError(message)


def _tell(facts: dict[str, object], report: health.Report) -> None:
    say(f"Thư mục dữ liệu: {facts['data']}")
    say(f"Python {facts['python']}, SQLite {facts['sqlite']}")
    say(f"Cuộc kiểm tra: {report.inspections}, thao tác: {report.ops}")
    say(f"Ảnh: {report.photos}, thông báo đã ký: {report.signed}")
    say(f"Bộ tiêu chí: {', '.join(report.checklists)}")
    for fault in report.faults:
        say(f"LỖI: {fault}")
    if not report.faults:
        say("Không thấy lỗi.")
