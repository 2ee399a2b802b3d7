"""`notice draft | render | sign | verify`: from the draft to the verified PDF."""

import getpass
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from fieldapp.cli.desk import (
    Data,
    desk,
    notice_signing,
    read_file,
    say,
    warn,
    write_file,
)
from fieldapp.cli.inspections import Id
from fieldapp.cli.speaking import AsJson, typer_app
from fieldapp.domain.plain_text import notice_text, verification_text
from fieldapp.errors import UserError
from fieldapp.services import conclusions, notices

app = typer_app("Thông báo kết luận kiểm tra.")

Pdf = Annotated[Path, typer.Argument(metavar="PDF", help="Tệp PDF.")]
Out = Annotated[Path, typer.Option("--out", metavar="PDF", help="Tệp ghi ra.")]
P12 = Annotated[Path, typer.Option("--p12", metavar="TỆP", help="Tệp PKCS#12.")]
PasswordFile = Annotated[
    Path | None,
    typer.Option("--password-file", metavar="TỆP", help="Tệp có mật khẩu ở dòng đầu."),
]
Trust = Annotated[
    list[Path] | None,
    typer.Option("--trust", metavar="TỆP", help="Chứng thư gốc được tin cậy."),
]
Sample = Annotated[
    bool, typer.Option("--sample", help="Đóng dấu MẪU - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ.")
]
AsText = Annotated[
    bool, typer.Option("--text", help="In văn bản (mặc định).", show_default=False)
]


@app.callback()
def notice() -> None:
    """Thông báo kết luận kiểm tra."""


@app.command("draft")
def draft(
    ctx: typer.Context,
    inspection: Id,
    data: Data = None,
    *,
    as_text: AsText = True,
    as_json: AsJson = False,
) -> None:
    """In dự thảo; cảnh báo cho người soạn in riêng ra stderr."""
    del as_text  # the default; the flag lets a script say it
    with desk(ctx, data) as ws:
        drafted = conclusions.draft(ws, inspection)
        words = notices.content(ws, inspection)
    if as_json:
        say(json.dumps(drafted.model_dump(mode="json"), ensure_ascii=False, indent=2))
        return
    say(notice_text(words))
    for warning in drafted.warnings:
        warn(f"Cảnh báo: {warning}")
    for sentence in drafted.sentences:
        for warning in sentence.warnings:
            warn(f"Cảnh báo [{', '.join(sentence.sources)}]: {warning}")


@app.command("render")
def render(
    ctx: typer.Context,
    inspection: Id,
    out: Out,
    data: Data = None,
    *,
    sample: Sample = False,
) -> None:
    """Lập tệp PDF/A-2b chưa ký."""
    with desk(ctx, data) as ws:
        paper = notices.render(ws, inspection, sample=sample)
    write_file(out, paper.pdf)
    say(f"Đã lập {out}: {paper.page_count} trang, PDF/A-2b, chưa ký.")


@app.command("sign")
def sign(
    ctx: typer.Context,
    pdf: Pdf,
    p12: P12,
    out: Out,
    password_file: PasswordFile = None,
    data: Data = None,
) -> None:
    """Ký số một tệp PDF do fieldapp lập; mật khẩu được hỏi và không lưu lại."""
    signing = notice_signing(ctx, data)
    password = _password(password_file)
    paper = signing.desk.paper_of(read_file(pdf))
    signed = signing.desk.sign(paper, read_file(p12), password, signing.now)
    write_file(out, signed)
    say(f"Đã ký {out}.")
    say(verification_text(signing.desk.verify(signed, signing.trust)))


@app.command("verify")
def verify(
    ctx: typer.Context,
    pdf: Pdf,
    trust: Trust = None,
    data: Data = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Kiểm tra chữ ký: còn nguyên vẹn, ai ký, lúc nào, có tin cậy không.

    Ngoài --trust, các chứng thư trong thư mục trust của thư mục dữ liệu được tin cậy.
    """
    signing = notice_signing(ctx, data)
    certificates = tuple(read_file(path) for path in trust or ())
    found = signing.desk.verify(read_file(pdf), (*certificates, *signing.trust))
    if as_json:
        say(json.dumps(found.model_dump(mode="json"), ensure_ascii=False, indent=2))
    else:
        say(verification_text(found))
    if not found.valid:
        message = (
            "Tệp này không có chữ ký hợp lệ; lý do ở trên. Đừng dùng làm bản chính."
        )
        raise UserError(message)


def _password(file: Path | None) -> str:
    if file is not None:
        return _first_line(file)
    if not sys.stdin.isatty():
        raise UserError("Không có bàn phím để hỏi mật khẩu. Hãy dùng --password-file.")
    return getpass.getpass("Mật khẩu của tệp PKCS#12: ")


def _first_line(file: Path) -> str:
    try:
        text = read_file(file).decode("utf-8-sig")  # Notepad writes a mark in front
    except UnicodeDecodeError as error:
        message = f"Tệp mật khẩu {file} không phải UTF-8. Hãy lưu lại dạng UTF-8."
        raise UserError(message) from error
    return text.split("\n", 1)[0].rstrip("\r")
