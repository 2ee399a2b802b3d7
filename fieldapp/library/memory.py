"""Pausing the garbage collector while a large file becomes many small objects."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Run the block without cyclic collection; nothing in it makes cycles.

    Reading 5,000 criteria makes 150,000 containers, and the collector would walk
    all of them again and again: a third of the time. Afterwards they count as old,
    so that the next collection of young objects does not walk them all either.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()  # back from the permanent generation into the oldest
            gc.enable()
