"""Write the pinned dependency files, every file of every version with its hash.

`constraints.txt` is what the app needs to run; `constraints-dev.txt` and
`constraints-package.txt` hold only what tests and packaging add to it, so that the
three can never disagree. No index address is written: pip's own settings choose
where to fetch, and the hashes decide what is accepted. One resolution covers
CPython 3.11 and later on Linux, macOS and Windows through markers.

Run it with `make constraints`, which installs uv outside the app's environment.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADER = (
    "# Made by `make constraints` from pyproject.toml; do not edit by hand.\n"
    "# {purpose}\n"
)
RUNTIME = "constraints.txt"
ADDITIONS = {
    "constraints-dev.txt": ("dev", "What tests and linters add to constraints.txt."),
    "constraints-package.txt": (
        "package",
        "What `make build` adds to constraints.txt.",
    ),
    "constraints-bench.txt": (
        "bench",
        "What `make bench` adds to the other two.",
    ),
}


def compiled(*extras: str, constraints: Path | None = None) -> str:
    """Return one universal resolution of pyproject.toml with `extras`, hashed."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml"]
    command += ["--quiet", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-annotate", "--no-header"]
    command += ["--no-emit-index-url", "--no-emit-find-links"]
    command += [f"--extra={extra}" for extra in extras]
    command += ["--constraint", str(constraints)] if constraints else []
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


def entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield (requirement line, the entry with its hashes) in file order."""
    entry: list[str] = []
    for line in text.splitlines():
        if entry and not line.startswith(" "):
            yield entry[0], "\n".join(entry)
            entry = []
        entry.append(line)
    if entry:
        yield entry[0], "\n".join(entry)


def added(runtime: str, text: str) -> str:
    """Return the entries of `text` that `runtime` lacks.

    An entry with another version or marker is a conflict that pip would refuse
    ("double requirement"), so it stops here.
    """
    known = dict(entries(runtime))
    names = {line.split("==")[0] for line in known}
    new = [(line, entry) for line, entry in entries(text) if line not in known]
    for line, _ in new:
        if line.split("==")[0] in names:
            sys.exit(f"pinned differently in {RUNTIME}: {line}")
    return "\n".join(entry for _, entry in new) + "\n"


def main() -> None:
    """Write all three files."""
    target = ROOT / RUNTIME
    runtime = compiled("laptop", "install")
    target.write_text(HEADER.format(purpose="What the app needs to run.") + runtime)
    for name, (extra, purpose) in ADDITIONS.items():
        text = added(runtime, compiled("laptop", "install", extra, constraints=target))
        (ROOT / name).write_text(HEADER.format(purpose=purpose) + text)
    sys.stdout.write(f"{RUNTIME} {' '.join(ADDITIONS)}\n")


if __name__ == "__main__":
    main()
