"""A real desk in a folder of its own, with an inspection of any size on it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.forms import FORM_ID, answer_to, checklist_text
from fieldapp import config, wiring
from fieldapp.domain import facts
from fieldapp.services import inspections
from fieldapp.services.inspections import NewInspection
from fieldapp.services.workspace import Workspace


@contextlib.contextmanager
def desk(folder: Path) -> Iterator[Workspace]:
    """Open the app's own workspace, data and exports inside `folder`."""
    exports = str(folder / "exports")
    settings = config.settings(data=folder, env={"FIELDAPP_EXPORTS": exports})
    with wiring.workspace(settings) as ws:
        yield ws


def fill(
    ws: Workspace, folder: Path, *, criteria: int, units: int, answers: int
) -> str:
    """Start an inspection of a unit and `units` - 1 sub-units, answer `answers`.

    Every criterion is asked of every unit. Returns the inspection's id.
    """
    shelf = folder / "checklists"
    shelf.mkdir(parents=True, exist_ok=True)
    text = checklist_text(criteria, asked_of="both")
    (shelf / f"{FORM_ID}.yaml").write_text(text, encoding="utf-8")
    names = tuple(f"UBND phường Số {number}" for number in range(1, units))
    inspection_id = inspections.start(
        ws,
        NewInspection(
            checklist=FORM_ID,
            campaign_name="Kiểm tra công tác CCHC",
            year=2026,
            unit_name="UBND xã Tân Thạnh",
            sub_unit_names=names,
            place="Cần Thơ",
        ),
    )
    opened = inspections.open_inspection(ws, inspection_id)
    asked = [
        (criterion, unit.code)
        for unit in opened.record.inspection.units
        for criterion in opened.checklist.criteria()
    ]
    ws.record(
        inspection_id,
        *(
            facts.write_answer(criterion.id, unit, answer_to(criterion, number))
            for number, (criterion, unit) in enumerate(asked[:answers])
        ),
    )
    return inspection_id
