"""Administrative units: what an inspection visits and what a roll-up counts over.

Kinds that ended on 30/6/2025 (quận, huyện, thị xã, thị trấn, thành phố thuộc
tỉnh) stay readable for ever: an old notice must read as it was.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from fieldapp.domain.ids import UnitCode
from fieldapp.domain.value import Label, Value


class UnitKind(StrEnum):
    """Kind of an administrative unit; the value is what files say."""

    TINH = "tinh"
    THANH_PHO = "thanh_pho"
    QUAN = "quan"
    HUYEN = "huyen"
    THI_XA = "thi_xa"
    TP_THUOC_TINH = "tp_thuoc_tinh"
    XA = "xa"
    PHUONG = "phuong"
    THI_TRAN = "thi_tran"
    DAC_KHU = "dac_khu"
    SO = "so"
    PHONG = "phong"
    KHAC = "khac"


UNIT_KIND_NAMES: dict[UnitKind, str] = {
    UnitKind.TINH: "tỉnh",
    UnitKind.THANH_PHO: "thành phố",
    UnitKind.QUAN: "quận",
    UnitKind.HUYEN: "huyện",
    UnitKind.THI_XA: "thị xã",
    UnitKind.TP_THUOC_TINH: "thành phố",
    UnitKind.XA: "xã",
    UnitKind.PHUONG: "phường",
    UnitKind.THI_TRAN: "thị trấn",
    UnitKind.DAC_KHU: "đặc khu",
    UnitKind.SO: "sở",
    UnitKind.PHONG: "phòng",
    UnitKind.KHAC: "đơn vị",
}
"""Vietnamese words, lower case, as they stand before a name."""


SUB_UNIT_KINDS: dict[UnitKind, UnitKind] = {
    UnitKind.TINH: UnitKind.XA,
    UnitKind.THANH_PHO: UnitKind.PHUONG,
    UnitKind.QUAN: UnitKind.PHUONG,
    UnitKind.TP_THUOC_TINH: UnitKind.PHUONG,
    UnitKind.THI_XA: UnitKind.PHUONG,
    UnitKind.HUYEN: UnitKind.XA,
    UnitKind.SO: UnitKind.PHONG,
}
"""What the units below a kind usually are; below a commune their names say it."""


def sub_unit_kind(kind: UnitKind) -> UnitKind:
    """The usual kind of the units below `kind`; KHAC where names say it themselves."""
    return SUB_UNIT_KINDS.get(kind, UnitKind.KHAC)


class Unit(Value):
    """One unit; `name` is as written on paper ("UBND quận Cái Răng", "Ba Láng")."""

    code: Annotated[UnitCode, StringConstraints(min_length=1, max_length=64)]
    name: Label
    kind: UnitKind

    @property
    def kind_name(self) -> str:
        """The kind in words, lower case: "phường"."""
        return UNIT_KIND_NAMES[self.kind]

    @property
    def full_name(self) -> str:
        """The name with its kind in front unless it already says it.

        Example:
            >>> Unit(code="BL", name="Ba Láng", kind="phuong").full_name
            'phường Ba Láng'
            >>> Unit(code="CR", name="UBND quận Cái Răng", kind="quan").full_name
            'UBND quận Cái Răng'
        """
        says_kind = self.kind_name in self.name.casefold()
        if self.kind is UnitKind.KHAC or says_kind:
            return self.name
        return f"{self.kind_name} {self.name}"
