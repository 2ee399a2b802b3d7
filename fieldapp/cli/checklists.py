"""`checklist check`: is a checklist file right, and if not, where and why."""

import json
from pathlib import Path
from typing import Annotated

import typer

from fieldapp.cli.desk import Data, say
from fieldapp.cli.speaking import AsJson, typer_app
from fieldapp.domain.checklist import Checklist
from fieldapp.errors import Problem, ProblemsError
from fieldapp.library import load_checklist

app = typer_app("Bộ tiêu chí kiểm tra.")

Files = Annotated[
    list[Path], typer.Argument(metavar="TỆP", help="Một hay nhiều tệp YAML.")
]


@app.callback()
def checklist() -> None:
    """Bộ tiêu chí kiểm tra."""


@app.command("check")
def check(files: Files, data: Data = None, *, as_json: AsJson = False) -> None:
    """Kiểm tra tệp bộ tiêu chí; in mọi lỗi kèm tệp:dòng:cột."""
    del data  # every command takes --data; this one has no use for it
    problems: list[Problem] = []
    for file in files:
        try:
            loaded = load_checklist(file)
        except ProblemsError as error:
            problems += error.problems
        else:
            if not as_json:
                say(f"{file}: đúng. {_summary(loaded)}")
    if as_json:
        say(json.dumps([p.__dict__ for p in problems], ensure_ascii=False, indent=2))
    if problems:
        message = f"{len(problems)} lỗi trong tệp. Hãy sửa rồi kiểm tra lại."
        raise ProblemsError(message, () if as_json else problems)


def _summary(loaded: Checklist) -> str:
    criteria = list(loaded.criteria())
    unverified = sum(1 for c in criteria if not c.is_fully_verified)
    return (
        f"{loaded.title}: {len(loaded.sections)} lĩnh vực, {len(criteria)} tiêu chí, "
        f"{unverified} tiêu chí có nội dung chưa xác minh."
    )
