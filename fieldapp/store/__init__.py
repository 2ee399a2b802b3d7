"""The only client code that knows SQL: one SQLite file, and folders of photos."""

from fieldapp.store.media import MediaFolder
from fieldapp.store.store import Store, open_store

__all__ = ["MediaFolder", "Store", "open_store"]
