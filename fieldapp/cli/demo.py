"""`demo`: the whole main job without a screen, on the Cái Răng inspection."""

from pathlib import Path
from typing import Annotated

import typer

from fieldapp.cli.desk import Data

Exports = Annotated[
    Path | None, typer.Option("--exports", metavar="THƯ_MỤC", help="Nơi đặt PDF.")
]


def add_to(app: typer.Typer) -> None:
    """Add this command to the root."""
    app.command("demo")(demo)


def demo(ctx: typer.Context, exports: Exports = None, data: Data = None) -> None:
    """Chạy trọn quy trình mẫu: nhập, chụp, dự thảo, ký, kiểm tra chữ ký.

    Dữ liệu được xóa khi xong, trừ khi chọn nơi giữ bằng --data.
    """
    from fieldapp.cli.main_job import main_job  # noqa: PLC0415 - slow to load

    main_job(exports, data or ctx.obj)
