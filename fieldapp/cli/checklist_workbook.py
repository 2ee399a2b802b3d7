"""`checklist export` and `checklist import`: a checklist as a workbook, and back."""

from pathlib import Path
from typing import Annotated

import typer

from fieldapp.cli.desk import Data, say, write_file
from fieldapp.domain.checklist import Checklist
from fieldapp.errors import UserError
from fieldapp.library import load_checklist
from fieldapp.library.checklist_text import write_checklist

Source = Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp bộ tiêu chí YAML.")]
Workbook = Annotated[Path, typer.Argument(metavar="TỆP", help="Bảng tính .xlsx.")]
OutWorkbook = Annotated[
    Path, typer.Option("--out", metavar="TỆP", help="Bảng tính ghi ra, đuôi .xlsx.")
]
OutChecklist = Annotated[
    Path, typer.Option("--out", metavar="TỆP", help="Tệp bộ tiêu chí YAML ghi ra.")
]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the group `checklist`."""
    app.command("export")(export)
    app.command("import")(import_workbook)


def export(file: Source, out: OutWorkbook, data: Data = None) -> None:
    """Xuất bộ tiêu chí ra bảng tính Excel để sửa."""
    del data  # every command takes --data; this one has no use for it
    from fieldapp.library.workbook.writing import (  # noqa: PLC0415 - phones have no openpyxl
        write_workbook,
    )

    if out.suffix.lower() != ".xlsx":
        raise UserError(f"{out}: tên tệp phải có đuôi .xlsx. Hãy đổi --out.")
    checklist = load_checklist(file)
    written = write_workbook(checklist)
    write_file(out, written)
    say(f"Đã xuất ra {out}: {_counted(checklist)}.")


def import_workbook(file: Workbook, out: OutChecklist, data: Data = None) -> None:
    """Nhập bộ tiêu chí từ bảng tính Excel; có lỗi thì in mọi lỗi, không ghi gì."""
    del data  # as above
    from fieldapp.library.workbook.opening import (  # noqa: PLC0415 - only this command reads workbooks
        read_book,
    )
    from fieldapp.library.workbook.reading import (  # noqa: PLC0415 - as above
        checklist_of,
    )

    # Other kinds of workbooks are told apart by the names of their sheets: here.
    checklist = checklist_of(read_book(file), file.name)
    write_file(out, write_checklist(checklist).encode())
    say(f"Đã nhập vào {out}: {_counted(checklist)}.")


def _counted(checklist: Checklist) -> str:
    criteria = sum(1 for _ in checklist.criteria())
    return f"{len(checklist.sections)} phần, {criteria} tiêu chí"
