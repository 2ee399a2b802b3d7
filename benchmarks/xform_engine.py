"""ODK's web forms engine in Node: what opens a compiled form in ODK's web client.

Its packages are installed into `build/` by the lock file beside our script, which
holds hashes and no registry address. jsdom is the one the engine is tested with.
"""

import shutil
import subprocess
from pathlib import Path

from benchmarks.apart import ROOT, Outcome, run

SOURCE = Path(__file__).parent / "engine"
HOME = ROOT / "build" / "bench-engine"
NO_NODE = "node and npm are not on PATH: @getodk/xforms-engine was left out."
NOT_INSTALLED = "npm could not install @getodk/xforms-engine: it was left out."
_FILES = ("package.json", "package-lock.json", ".npmrc")
_STAMP = HOME / "node_modules" / ".installed"


def installed() -> bool:
    """Whether node is there, and the packages of the lock file as it is now."""
    if shutil.which("node") is None or not _STAMP.exists():
        return False
    return _STAMP.read_bytes() == (SOURCE / "package-lock.json").read_bytes()


def install() -> str:
    """Install where needed, which asks npm's registry; why not, or empty."""
    if installed():
        return ""
    if shutil.which("node") is None or (npm := shutil.which("npm")) is None:
        return NO_NODE
    HOME.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        shutil.copyfile(SOURCE / name, HOME / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    command += ["--loglevel=error"]
    if subprocess.run(command, cwd=HOME, timeout=300, check=False).returncode:
        return NOT_INSTALLED
    shutil.copyfile(SOURCE / "package-lock.json", _STAMP)
    return ""


def open_form(task: Path) -> Outcome:
    """The outcome of the engine on a task whose form is an XForm."""
    script = HOME / "open_form.mjs"  # beside node_modules: Node looks there
    shutil.copyfile(SOURCE / script.name, script)
    return run(["node", script, task])
