"""Inspections in and out: `inspections`, `import`, `export`, `schema`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from fieldapp.cli.desk import Data, desk, read_file, say, write_file
from fieldapp.cli.speaking import AsJson
from fieldapp.durable import make_folder
from fieldapp.errors import UserError
from fieldapp.library import checklist_schema, inspection_schema
from fieldapp.services import exchange, inspections


def _readable(text: str) -> str:
    """A name without the bytes that are no UTF-8, which no id can hold."""
    return text.encode("utf-8", "replace").decode()


Id = Annotated[
    str, typer.Argument(metavar="MÃ", help="Mã cuộc kiểm tra.", callback=_readable)
]
_SCHEMAS = {"inspection": inspection_schema, "checklist": checklist_schema}


def add_to(app: typer.Typer) -> None:
    """Add these commands to the root."""
    app.command("inspections")(listing)
    app.command("import")(bring_in)
    app.command("export")(carry_out)
    app.command("schema")(schema)


def listing(ctx: typer.Context, data: Data = None, *, as_json: AsJson = False) -> None:
    """Liệt kê các cuộc kiểm tra trên máy này."""
    with desk(ctx, data) as ws:
        found = inspections.cards(ws)
    if as_json:
        cards = [card.model_dump(mode="json") for card in found]
        say(json.dumps(cards, ensure_ascii=False, indent=2))
        return
    if not found:
        say("Chưa có cuộc kiểm tra nào. Nhập tệp: fieldapp import TỆP.yaml")
    for card in found:
        say(
            f"{card.id}: {card.unit_name}. {card.campaign_name}. "
            f"Đã trả lời {card.answered}/{card.total}, chưa đạt {card.not_met}, "
            f"{card.photo_count} ảnh"
        )


def bring_in(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp .inspection.yaml.")],
    data: Data = None,
) -> None:
    """Nhập một cuộc kiểm tra từ tệp; sai một chỗ thì không nhập gì."""
    with desk(ctx, data) as ws:
        inspection_id = exchange.import_path(ws, file)
    say(f"Đã nhập cuộc kiểm tra {inspection_id}.")


def carry_out(
    ctx: typer.Context,
    inspection: Id,
    out: Annotated[Path, typer.Option("--out", metavar="TỆP", help="Tệp ghi ra.")],
    data: Data = None,
) -> None:
    """Xuất một cuộc kiểm tra ra tệp, kèm bộ tiêu chí; thư mục photos nằm cạnh tệp."""
    with desk(ctx, data) as ws:
        package = exchange.export_package(ws, inspection)
        for name, source in package.photos.items():
            target = out.parent / name
            make_folder(target.parent)
            write_file(target, read_file(source))
        # Last: a file that can be imported means that its photos are there.
        write_file(out, package.text.encode())
    say(f"Đã xuất {inspection} ra {out} kèm {len(package.photos)} ảnh.")


def schema(
    name: Annotated[
        str, typer.Argument(metavar="LOẠI", help="inspection hoặc checklist.")
    ],
    data: Data = None,
) -> None:
    """In JSON Schema của tệp trao đổi hoặc của bộ tiêu chí."""
    del data  # every command takes --data; this one has no use for it
    if name not in _SCHEMAS:
        message = f"Không có schema “{name}”. Hãy chọn inspection hoặc checklist."
        raise UserError(message)
    say(json.dumps(_SCHEMAS[name](), ensure_ascii=False, indent=2))
