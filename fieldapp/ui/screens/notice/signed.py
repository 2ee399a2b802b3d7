"""The signed notice: what its signatures are worth, opening, saving."""

import re

import flet as ft

from fieldapp.domain.notice import SignatureVerdict, Verification
from fieldapp.services.notices import SignedNotice
from fieldapp.ui import theme
from fieldapp.ui.components.panels import heading, panel, warning
from fieldapp.ui.contexts import Surroundings
from fieldapp.ui.documents import ShelvedDocument
from fieldapp.ui.state.cells import moment_text

_STAMP = re.compile(r"(?<=-)\d{8}-\d{6}.*$")
_OUTDATED = (
    "Cuộc kiểm tra đã thay đổi sau lần ký này; tệp đã ký không có những thay đổi đó. "
    "Muốn đưa vào giấy thì ký lại."
)
_TRUST_IT = (
    "Việc cần làm: chép chứng thư gốc của tổ chức cấp vào thư mục “trust” trong thư "
    "mục dữ liệu rồi mở lại ứng dụng."
)
_GOOD = (ft.Icons.VERIFIED_OUTLINED, theme.MET)
_TO_CHECK = (ft.Icons.WARNING_AMBER, theme.TO_CHECK)
_BAD = (ft.Icons.GPP_BAD_OUTLINED, theme.NOT_MET)

Mark = tuple[ft.IconData, str]
"""An icon and its colour."""


def open_button(label: str, address: str) -> ft.Control:
    """Opens in a browser tab; a desktop window has no server to ask."""
    return ft.OutlinedButton(
        label,
        icon=ft.Icons.OPEN_IN_NEW,
        url=ft.Url(address, target=ft.UrlTarget.BLANK),
        height=48,
    )


@ft.component
def SignedPanel(signed: SignedNotice, around: Surroundings) -> ft.Control:
    """The signed file: verification, open, save."""
    address = ft.use_memo(
        lambda: around.documents.put(
            ShelvedDocument(signed.file_name, "application/pdf", signed.pdf)
        ),
        [signed.file_name],
    )

    async def save() -> None:
        await ft.FilePicker().save_file(
            dialog_title="Lưu thông báo đã ký",
            file_name=signed.file_name,
            src_bytes=signed.pdf,
        )

    return panel(
        heading("Thông báo đã ký"),
        file_name_row(signed.file_name),
        *([warning(_OUTDATED)] if signed.outdated else []),
        *_verification(signed.verification),
        ft.Row(
            [
                open_button("Mở thông báo", address),
                ft.OutlinedButton(
                    "Lưu tệp",
                    icon=ft.Icons.DOWNLOAD_OUTLINED,
                    on_click=save,
                    height=48,
                ),
            ],
            wrap=True,
            spacing=8,
        ),
        identifier="signed",
    )


def file_name_row(name: str) -> ft.Control:
    """A file name that breaks before its time, never within time or ".pdf"."""
    stamp = _STAMP.search(name)
    pieces = [name[: stamp.start()], stamp[0]] if stamp else [name]
    texts: list[ft.Control] = [ft.Text(piece, size=15) for piece in pieces]
    return ft.Row(texts, wrap=True, spacing=0, run_spacing=0)


def _verification(found: Verification) -> list[ft.Control]:
    untrusted = only_untrusted(found)
    bad = _TO_CHECK if untrusted else _BAD
    rows = [_fact(found.summary, _GOOD if found.valid else bad)]
    if untrusted:
        rows.append(ft.Text(_TRUST_IT, size=15))
    for verdict in found.signatures:
        rows.extend(_verdict(verdict, said=found.summary))
    return rows


def only_untrusted(found: Verification) -> bool:
    """Whether nothing is wrong but that this machine does not know the issuer."""
    bad = [v for v in found.signatures if not v.valid]
    return bool(bad) and all(
        v.intact and not v.changed_after and not v.trusted for v in bad
    )


def _verdict(verdict: SignatureVerdict, *, said: str) -> list[ft.Control]:
    when = f", {moment_text(verdict.signed_at)}" if verdict.signed_at else ""
    rows: list[ft.Control] = [
        ft.Text(f"Người ký: {verdict.signer}{when}", size=15),
        _fact(
            "Nội dung còn nguyên vẹn" if verdict.intact else "Nội dung đã bị thay đổi",
            _GOOD if verdict.intact else _BAD,
        ),
        _fact(
            "Có nội dung thêm sau khi ký"
            if verdict.changed_after
            else "Không có gì thêm sau khi ký",
            _BAD if verdict.changed_after else _GOOD,
        ),
    ]
    unsaid = [reason for reason in verdict.reasons if reason not in said]
    rows.extend(ft.Text(reason, size=15) for reason in unsaid)
    return rows


def _fact(text: str, mark: Mark) -> ft.Control:
    icon, colour = mark
    return ft.Row(
        [ft.Icon(icon, color=colour, size=20), ft.Text(text, expand=True)],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
