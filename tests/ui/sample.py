"""A small checklist with every answer kind, and the calls of a screen in memory."""

import datetime as dt
import io
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from fieldapp.domain.answers import Answer, AnswerValue
from fieldapp.domain.asking import AnswerKind, Choice, Item, Part, Scope
from fieldapp.domain.checklist import Checklist, Criterion, Evidence, Section
from fieldapp.domain.draft import Draft
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.findings import Finding, FindingKind, Photo, Recommendation
from fieldapp.domain.inspection import Campaign, Inspection, Issuer
from fieldapp.domain.moving import MoveReport, report_move
from fieldapp.domain.notice import SignatureVerdict, Verification
from fieldapp.domain.points import Points
from fieldapp.domain.record import (
    InspectionRecord,
    LooseNote,
    NoticeDetails,
    SentenceEdit,
)
from fieldapp.domain.standing import standings
from fieldapp.domain.targets import Target
from fieldapp.domain.units import Unit, UnitKind
from fieldapp.domain.verdicts import Verdict
from fieldapp.errors import Problem, ProblemsError, UserError
from fieldapp.services.inspections import (
    InspectionCard,
    NewInspection,
    OpenInspection,
)
from fieldapp.services.notices import SignedNotice
from fieldapp.ui.state.services import ChecklistChoice, Services
from tests.ui.groups import MemoryGroups
from tests.ui.meetings import MemoryMeetings

NOW = dt.datetime(2026, 2, 5, 3, 32, tzinfo=dt.UTC)
"""10:32 in Việt Nam."""


def _criterion(name: str, question: str, kind: AnswerKind, **more: object) -> Criterion:
    given = more.pop("spec", {})
    assert isinstance(given, dict)
    spec = {"type": kind, **given}
    return Criterion.model_validate(
        {"id": name, "question": question, "answer": spec, **more}
    )


def sample_checklist() -> Checklist:
    full = Points(max=Decimal(2))
    first = (
        _criterion(
            "A01",
            "Ngày ban hành Kế hoạch cải cách hành chính năm {year} của đơn vị?",
            AnswerKind.DATE,
            target=Target(op="<=", by_date="{year}-01-31", verified=False),
            points=full,
            evidence=Evidence(description="Kế hoạch: số, ngày, bản chụp"),
            shortcoming="Ban hành Kế hoạch cải cách hành chính năm {year} chậm.",
        ),
        _criterion(
            "A02",
            "Có kế hoạch tuyên truyền cải cách hành chính và đã thực hiện?",
            AnswerKind.YES_NO,
            points=full,
            shortcoming="Công tác tuyên truyền cải cách hành chính chưa hiệu quả.",
            recommendation="Đẩy mạnh, đa dạng hóa hình thức tuyên truyền.",
        ),
        _criterion(
            "A03",
            "Số mô hình, sáng kiến mới được áp dụng trong kỳ?",
            AnswerKind.COUNT,
            spec={"unit": "mô hình"},
            target=Target(value=Decimal(1)),
            points=full,
        ),
        _criterion(
            "A04", "Văn bản giao nhiệm vụ cải cách hành chính?", AnswerKind.DOCUMENT
        ),
        _criterion("A05", "Ảnh bảng niêm yết thủ tục hành chính?", AnswerKind.PHOTO),
    )
    second = (
        _criterion(
            "C05",
            "Số hồ sơ giải quyết trước hạn, đúng hạn / số hồ sơ đã giải quyết?",
            AnswerKind.RATIO,
            spec={
                "numerator": "hồ sơ trước hạn, đúng hạn",
                "denominator": "hồ sơ đã giải quyết",
            },
            target=Target(value=Decimal(98), unit="%", verified=False),
            points=Points(max=Decimal(4), rule="proportional"),
            evidence=Evidence(description="Báo cáo hệ thống TTHC"),
            shortcoming="Tỷ lệ đúng hạn đạt {pct} (chỉ tiêu {target}).",
            recommendation="Theo dõi, đôn đốc giải quyết hồ sơ đúng hạn.",
        ),
        _criterion(
            "C06",
            "Cơ sở vật chất Trung tâm Phục vụ hành chính công?",
            AnswerKind.SCORE,
            spec={"min": Decimal(0), "max": Decimal("1.5")},
            points=Points(max=Decimal("1.5"), rule="proportional"),
        ),
        _criterion(
            "C07",
            "Hình thức tiếp nhận phản ánh, kiến nghị?",
            AnswerKind.CHOICE,
            spec={
                "choices": (
                    Choice(id="day-du", label="Đầy đủ", met=True),
                    Choice(id="mot-phan", label="Một phần", met=False),
                    Choice(id="chua-co", label="Chưa có", met=False),
                )
            },
        ),
        _criterion("C08", "Nhận xét chung về bộ phận Một cửa?", AnswerKind.TEXT),
        _criterion(
            "C09",
            "Số hồ sơ đã số hóa / tổng số hồ sơ?",
            AnswerKind.RATIO,
            asked_of=Scope.BOTH,
            target=Target(value=Decimal(80), unit="%"),
            shortcoming="Tỷ lệ số hóa đạt {pct}, chưa đạt chỉ tiêu ({target}).",
        ),
    )
    listed = (
        _criterion(
            "E01",
            "Số hồ sơ tiếp nhận, chia theo cấp giải quyết?",
            AnswerKind.BREAKDOWN,
            spec={
                "unit": "hồ sơ",
                "parts": (
                    Part(id="huyen", label="cấp huyện"),
                    Part(id="xa", label="cấp xã"),
                    Part(id="qua-han", label="trễ hẹn"),
                ),
                "judged": "qua-han",
            },
            target=Target(op="==", value=Decimal(0)),
        ),
        _criterion(
            "E02",
            "Trang thiết bị của Bộ phận Một cửa?",
            AnswerKind.INVENTORY,
            spec={
                "items": (
                    Item(id="may-tinh", label="máy vi tính", unit="bộ"),
                    Item(id="may-quet", label="máy quét", unit="chiếc"),
                    Item(id="ghe-cho", label="ghế chờ"),
                )
            },
            en={"question": "Equipment of the one-stop shop?", "help": "Count it."},
            help="Đếm tại chỗ.",
        ),
        _criterion(
            "E03", "Các mô hình, sáng kiến đang áp dụng?", AnswerKind.INITIATIVES
        ),
        _criterion(
            "E04",
            "Chỉ số cải cách hành chính của đơn vị?",
            AnswerKind.INDEX,
            spec={"max": Decimal(100)},
        ),
    )
    many = tuple(
        _criterion(f"D{n:02d}", f"Nội dung kiểm tra thứ {n}?", AnswerKind.YES_NO)
        for n in range(1, 13)
    )
    return Checklist(
        format="fieldapp/checklist@1",
        id="mau",
        title="Phiếu kiểm tra mẫu",
        version="2026.1",
        sections=(
            Section(id="A", title="Chỉ đạo, điều hành", criteria=first),
            Section(id="C", title="Thủ tục hành chính, một cửa", criteria=second),
            Section(id="D", title="Nội dung khác", criteria=many),
            Section(id="E", title="Danh mục và chỉ số", criteria=listed),
        ),
    )


def sample_inspection() -> Inspection:
    wards = ("Ba Láng", "Lê Bình", "Phú Thứ")
    return Inspection(
        id="CR-2026",
        checklist="mau",
        campaign=Campaign(
            id="CT", name="Kiểm tra công tác cải cách hành chính năm 2026", year=2026
        ),
        unit=Unit(code="CR", name="UBND quận Cái Răng", kind=UnitKind.QUAN),
        sub_units=tuple(
            Unit(code=f"P{n}", name=name, kind=UnitKind.PHUONG)
            for n, name in enumerate(wards, start=1)
        ),
        visited_on=dt.date(2026, 2, 5),
        issuer=Issuer(
            parent="UBND THÀNH PHỐ CẦN THƠ",
            agency="SỞ NỘI VỤ",
            symbol="TB-SNV",
            place="Cần Thơ",
        ),
    )


@dataclass
class MemoryServices(MemoryGroups, MemoryMeetings, Services):
    """Keeps everything in memory; the rules are the real ones.

    `fails_with`, when set, is raised by the next save.
    """

    records: dict[str, InspectionRecord] = field(default_factory=dict)
    checklist: Checklist = field(default_factory=sample_checklist)
    files: dict[str, bytes] = field(default_factory=dict)
    signed: dict[str, SignedNotice] = field(default_factory=dict)
    saves: list[tuple[str, str, AnswerValue | None]] = field(default_factory=list)
    fails_with: Exception | None = None
    _count: int = 0

    def _id(self) -> str:
        self._count += 1
        return f"n{self._count}"

    def _change(self, key: str, /, **parts: object) -> None:
        if self.fails_with is not None:
            error, self.fails_with = self.fails_with, None
            raise error
        record = self.records[key]
        # not model_copy: a record caches its answers by id, and copies the cache
        whole = {name: getattr(record, name) for name in InspectionRecord.model_fields}
        self.records[key] = InspectionRecord(**{**whole, **parts})

    def today(self) -> dt.date:
        return dt.date(2026, 2, 5)

    def cards(self) -> tuple[InspectionCard, ...]:
        return tuple(self._card(r) for r in self.records.values())

    def _card(self, record: InspectionRecord) -> InspectionCard:
        rows = standings(self.checklist, record)
        saved = [a.saved_at for a in record.answers if a.saved_at]
        return InspectionCard(
            id=record.inspection.id,
            unit_name=record.inspection.unit.name,
            campaign_name=record.inspection.campaign.name,
            checklist_title=self.checklist.title,
            answered=sum(r.body is not None for r in rows),
            total=len(rows),
            not_met=sum(r.verdict is Verdict.NOT_MET for r in rows),
            photo_count=len(record.photos),
            visited_on=record.inspection.visited_on,
            last_saved_at=max(saved, default=None),
        )

    def checklists(self) -> tuple[ChecklistChoice, ...]:
        criteria = list(self.checklist.criteria())
        entry = ChecklistChoice(
            id=self.checklist.id,
            title=self.checklist.title,
            version=self.checklist.version,
            criteria_count=len(criteria),
        )
        return (entry,)

    def start(self, new: NewInspection) -> str:
        made = sample_inspection().model_copy(
            update={
                "id": f"KT-{self._id()}",
                "unit": Unit(code="DV", name=new.unit_name, kind=new.unit_kind),
                "sub_units": (),
            }
        )
        self.records[made.id] = InspectionRecord(inspection=made)
        return made.id

    def rehearse(self, checklist: str) -> str:
        del checklist
        return next(iter(self.records))

    def rehearsals(self) -> tuple[InspectionCard, ...]:
        return ()

    def newer_version(self, inspection: str) -> str:
        del inspection
        return ""

    def move_report(self, inspection: str) -> MoveReport:
        record = self.records[inspection]
        return report_move(self.checklist, self.checklist, record)

    def move(self, inspection: str) -> MoveReport:
        return self.move_report(inspection)

    def import_yaml(self, file_name: str, data: bytes) -> str:
        del data
        problem = Problem(file_name, 3, 1, "EX001", "Thiếu mục “inspection”.")
        raise ProblemsError("Tệp có lỗi, chưa nhập gì.", [problem])

    def export_yaml(self, inspection: str) -> bytes:
        return inspection.encode()

    def open_inspection(self, inspection: str) -> OpenInspection:
        if inspection not in self.records:
            raise UserError("Không có cuộc kiểm tra này.")
        return OpenInspection(checklist=self.checklist, record=self.records[inspection])

    def _put(self, inspection: str, answer: Answer) -> dt.datetime:
        known = self.records[inspection].answers
        others = tuple(a for a in known if a.id != answer.id)
        self._change(inspection, answers=(*others, answer))
        return NOW

    def saved_answer(
        self, inspection: str, criterion: str, unit: str
    ) -> AnswerValue | None:
        return self.records[inspection].value(criterion, unit)

    def save_header(self, inspection: Inspection) -> None:
        self._change(inspection.id, inspection=inspection)

    def save_answer(
        self, inspection: str, criterion: str, unit: str, body: AnswerValue | None
    ) -> dt.datetime:
        known = self.records[inspection]
        old = known.answer(criterion, unit)
        if body is None:
            left = tuple(a for a in known.answers if a != old)
            self._change(inspection, answers=left)
        else:
            note = old.note if old else ""
            self._put(
                inspection,
                Answer(
                    criterion=criterion, unit=unit, body=body, note=note, saved_at=NOW
                ),
            )
        self.saves.append((criterion, unit, body))
        return NOW

    def save_note(
        self, inspection: str, criterion: str, unit: str, note: str
    ) -> dt.datetime:
        old = self.records[inspection].answer(criterion, unit)
        if old is not None:
            return self._put(inspection, old.model_copy(update={"note": note}))
        loose = LooseNote(criterion=criterion, unit=unit, text=note)
        self._change(inspection, loose_notes=(loose,))
        return NOW

    def attach_photo(
        self, inspection: str, criterion: str, unit: str, file_name: str, data: bytes
    ) -> Photo:
        sha256 = f"{len(data):064x}"
        self.files[sha256] = data
        photo = Photo(
            id=self._id(),
            sha256=sha256,
            media_type="image/jpeg",
            size_bytes=len(data),
            width_px=800,
            height_px=600,
            criterion=criterion,
            unit=unit,
            file_name=file_name,
        )
        self._change(inspection, photos=(*self.records[inspection].photos, photo))
        return photo

    def _photo(self, inspection: str, photo_id: str) -> Photo:
        photos = self.records[inspection].photos
        return next(p for p in photos if p.id == photo_id)

    def caption_photo(self, inspection: str, photo_id: str, caption: str) -> Photo:
        named = self._photo(inspection, photo_id).model_copy(
            update={"caption": caption}
        )
        photos = self.records[inspection].photos
        self._change(
            inspection,
            photos=tuple(named if p.id == photo_id else p for p in photos),
        )
        return named

    def remove_photo(self, inspection: str, photo_id: str) -> Photo:
        photo = self._photo(inspection, photo_id)
        photos = self.records[inspection].photos
        self._change(inspection, photos=tuple(p for p in photos if p is not photo))
        return photo

    def restore_photo(self, inspection: str, photo: Photo) -> None:
        self._change(inspection, photos=(*self.records[inspection].photos, photo))

    def thumbnail(self, inspection: str, sha256: str) -> bytes:
        assert inspection in self.records
        assert sha256 in self.files
        return _blank_page()

    def add_finding(
        self,
        inspection: str,
        kind: FindingKind,
        text: str,
        units: tuple[str, ...],
        scope: str = "",
    ) -> Finding:
        finding = Finding(id=self._id(), kind=kind, text=text, units=units, scope=scope)
        self.save_finding(inspection, finding)
        return finding

    def save_finding(self, inspection: str, finding: Finding) -> None:
        known = self.records[inspection].findings
        others = tuple(f for f in known if f.id != finding.id)
        self._change(inspection, findings=(*others, finding))

    def remove_finding(self, inspection: str, finding_id: str) -> None:
        known = self.records[inspection].findings
        left = tuple(f for f in known if f.id != finding_id)
        self._change(inspection, findings=left)

    def add_recommendation(
        self, inspection: str, to: str, text: str, deadline: dt.date | None
    ) -> Recommendation:
        made = Recommendation(id=self._id(), to=to, text=text, deadline=deadline)
        self.save_recommendation(inspection, made)
        return made

    def save_recommendation(
        self, inspection: str, recommendation: Recommendation
    ) -> None:
        known = self.records[inspection].recommendations
        others = tuple(r for r in known if r.id != recommendation.id)
        self._change(inspection, recommendations=(*others, recommendation))

    def remove_recommendation(self, inspection: str, recommendation_id: str) -> None:
        known = self.records[inspection].recommendations
        left = tuple(r for r in known if r.id != recommendation_id)
        self._change(inspection, recommendations=left)

    def draft(self, inspection: str) -> Draft:
        return draft_conclusion(self.checklist, self.records[inspection])

    def _edit(self, inspection: str, edit: SentenceEdit) -> None:
        others = tuple(e for e in self.records[inspection].edits if e.key != edit.key)
        self._change(inspection, edits=(*others, edit))

    def _derived(self, inspection: str, key: str) -> str:
        sentences = self.draft(inspection).sentences
        return next(s.derived for s in sentences if s.key == key)

    def edit_sentence(self, inspection: str, key: str, text: str) -> None:
        if not text.strip():
            raise UserError("Câu đang để trống. Muốn bỏ câu này, hãy chọn “Không in”.")
        derived = self._derived(inspection, key)
        self._edit(inspection, SentenceEdit(key=key, text=text, derived=derived))

    def omit_sentence(self, inspection: str, key: str) -> None:
        derived = self._derived(inspection, key)
        self._edit(inspection, SentenceEdit(key=key, derived=derived))

    def restore_sentence(self, inspection: str, key: str) -> None:
        left = tuple(e for e in self.records[inspection].edits if e.key != key)
        self._change(inspection, edits=left)

    def save_notice_details(self, inspection: str, details: NoticeDetails) -> None:
        self._change(inspection, notice=details)

    def preview(self, inspection: str) -> tuple[bytes, ...]:
        del inspection
        return (_blank_page(),)

    def paper(self, inspection: str) -> bytes:
        return b"%PDF-1.7 " + inspection.encode()

    def sign(self, inspection: str, p12: bytes, password: str) -> SignedNotice:
        del p12
        if password != "dung":  # noqa: S105 - the sample's own
            raise UserError("Mật khẩu chứng thư không đúng. Hãy gõ lại.")
        verdict = SignatureVerdict(
            field="ChuKy",
            signer="Trương Hồng Dự",
            signed_at=NOW,
            valid=True,
            intact=True,
            trusted=False,
            changed_after=False,
            covers_whole_file=True,
            reasons=("Chứng thư chưa nằm trong danh sách tin cậy của máy này.",),
        )
        self.signed[inspection] = SignedNotice(
            file_name=f"thong-bao-ket-luan-{inspection}.pdf",
            pdf=self.paper(inspection),
            path=Path("exports"),
            verification=Verification(
                signatures=(verdict,), valid=True, summary="Chữ ký hợp lệ"
            ),
        )
        return self.signed[inspection]

    def latest_signed(self, inspection: str) -> SignedNotice | None:
        return self.signed.get(inspection)


def _blank_page() -> bytes:
    from PIL import Image  # noqa: PLC0415 - only the fake paper needs it

    out = io.BytesIO()
    Image.new("RGB", (420, 594), "white").save(out, "PNG")
    return out.getvalue()


def sample_services() -> MemoryServices:
    made = sample_inspection()
    services = MemoryServices({made.id: InspectionRecord(inspection=made)})
    services.save_answer("CR-2026", "A02", "CR", AnswerValue(value="no"))
    services.save_answer("CR-2026", "C05", "CR", AnswerValue(num=8600, den=8650))
    services.save_answer("CR-2026", "C09", "P1", AnswerValue(value="93.48"))
    services.save_answer("CR-2026", "C09", "P2", AnswerValue(num=40, den=100))
    return services
