"""`checklist export` and `checklist import`: a checklist as a workbook, and back.

`checklist import` also takes a form of ODK or Kobo (XLSForm).
"""

from pathlib import Path
from typing import Annotated

import typer

from fieldapp.cli.desk import Data, say, warn, write_file
from fieldapp.domain.checklist import Checklist
from fieldapp.errors import Problem, UserError
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
    """Nhập bộ tiêu chí từ bảng tính Excel hoặc XLSForm; có lỗi thì không ghi gì."""
    del data  # as above
    from fieldapp.library.workbook.opening import (  # noqa: PLC0415 - only this command reads workbooks
        read_book,
    )
    from fieldapp.library.workbook.reading import (  # noqa: PLC0415 - as above
        checklist_of,
    )
    from fieldapp.library.xlsform.reading import (  # noqa: PLC0415 - as above
        form_of,
        is_xlsform,
    )

    book = read_book(file)
    form = form_of(book, file.name) if is_xlsform(book) else None
    checklist = form.checklist if form else checklist_of(book, file.name)
    write_file(out, write_checklist(checklist).encode())
    _tell(form.notices if form else ())
    say(f"Đã nhập vào {out}: {_counted(checklist)}.")


def _tell(notices: tuple[Problem, ...]) -> None:
    """List what of a form did not come over as it stands."""
    for notice in notices:
        warn(str(notice))
    if notices:
        message = f"{len(notices)} chỗ không có tương ứng; xem rồi sửa tệp ghi ra."
        warn(message)


def _counted(checklist: Checklist) -> str:
    criteria = sum(1 for _ in checklist.criteria())
    return f"{len(checklist.sections)} phần, {criteria} tiêu chí"
