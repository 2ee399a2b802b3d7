"""`checklist diff`: what a new version of a checklist changes."""

import json
from itertools import groupby
from pathlib import Path
from typing import Annotated, Final

import typer

from fieldapp.cli.desk import Data, say
from fieldapp.cli.speaking import AsJson
from fieldapp.domain.changes import Change, changes
from fieldapp.library import load_checklist

Old = Annotated[Path, typer.Argument(metavar="CŨ", help="Tệp bộ tiêu chí bản cũ.")]
New = Annotated[Path, typer.Argument(metavar="MỚI", help="Tệp bộ tiêu chí bản mới.")]

ARROW: Final = f" {chr(0x2192)} "
"""Terminals draw it; the app's own fonts do not, so no text of the app has it."""


def add_to(app: typer.Typer) -> None:
    """Add the command to the group `checklist`."""
    app.command("diff")(diff)


def diff(old: Old, new: New, data: Data = None, *, as_json: AsJson = False) -> None:
    """So hai bản của một bộ tiêu chí: từng thay đổi, theo từng phần."""
    del data  # every command takes --data; this one has no use for it
    before, after = load_checklist(old), load_checklist(new)
    found = changes(before, after)
    if as_json:
        plain = [_plain(change) for change in found]
        say(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    titles = {s.id: s.title for s in (*before.sections, *after.sections)}
    for section, group in groupby(found, key=lambda change: change.where.section):
        say(f"Phần {section}. {titles[section]}" if section else "Thông tin chung")
        for change in group:
            say(f"- {change.said(' ', ARROW)}")
    say(f"{len(found)} thay đổi." if found else "Không có thay đổi.")


def _plain(change: Change) -> dict[str, str]:
    return {
        "kind": change.kind.value,
        **change.where.model_dump(),
        **change.model_dump(include={"what", "old", "new"}),
        "text": change.text,
    }
