"""What every use case works with; `fieldapp.wiring` puts it together."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fieldapp.domain.ops import Write
from fieldapp.errors import RefusedError
from fieldapp.library import Library
from fieldapp.services.ports import Clock, IdMaker, PaperDesk, PhotoDesk, SignatureDesk
from fieldapp.store import MediaFolder, Store


@dataclass(frozen=True)
class Workspace:
    """One person's desk on one device.

    `author` is written into every op. `papers` and `signatures` are None on a phone,
    where notices are drafted but not printed or signed. `exports` is where finished
    files are put for people; `signed` keeps signed PDFs by their SHA-256; `trust` are
    the certificates signers must descend from. `rehearsals` gives the desk for made-up
    inspections, which has a store and photos of its own.
    """

    store: Store
    library: Library
    photos: PhotoDesk
    signed: MediaFolder
    clock: Clock
    new_id: IdMaker
    author: str
    exports: Path
    papers: PaperDesk | None = None
    signatures: SignatureDesk | None = None
    rehearsals: "Callable[[], Workspace] | None" = None
    trust: tuple[bytes, ...] = ()

    def record(
        self, inspection_id: str, *writes: Write, new: bool = False
    ) -> dt.datetime:
        """Append ops in one transaction, in this desk's name; returns their time.

        Raises:
            ConflictError: `new`, but an inspection of that id is here already.
        """
        at = self.clock()
        self.store.append(inspection_id, writes, author=self.author, at=at, new=new)
        return at

    @property
    def paper_desk(self) -> PaperDesk:
        """The desk that makes papers.

        Raises:
            RefusedError: This device makes none.
        """
        if self.papers is None:
            raise RefusedError("Thiết bị này không lập được PDF. Hãy dùng máy tính.")
        return self.papers

    @property
    def signature_desk(self) -> SignatureDesk:
        """The desk that signs and verifies.

        Raises:
            RefusedError: This device does not sign.
        """
        if self.signatures is None:
            raise RefusedError("Thiết bị này không ký số được. Hãy dùng máy tính.")
        return self.signatures
