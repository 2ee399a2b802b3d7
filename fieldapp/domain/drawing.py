"""Drawing a random sample that anybody can draw again.

The numbers of a list are put in the order of the SHA-256 of "seed:number" and the first
ones are taken: with the same seed, list length and sample size the unit, the team and a
reader twenty years later get the same dossiers.
"""

import hashlib


def drawn(population: int, size: int, seed: str) -> tuple[int, ...]:
    """The numbers (from 1) of the entries to look at, in ascending order.

    All of them when `size` is not below `population`.
    """

    def place(number: int) -> bytes:
        return hashlib.sha256(f"{seed}:{number}".encode()).digest()

    chosen = sorted(range(1, population + 1), key=place)[: max(size, 0)]
    return tuple(sorted(chosen))
