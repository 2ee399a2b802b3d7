"""What every test stands on: fixed randomness, no network, found programs.

Tests may reach this machine's loopback and nothing else; a browser and poppler's
tools are prepared by `tools/prepare_tests.py`.
"""

import ipaddress
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
ON_CI = bool(os.environ.get("CI"))

# Timings say nothing on a shared machine, hence no deadline. CI repeats the same
# examples every time; a developer's machine explores.
settings.register_profile(
    "usual",
    deadline=None,
    max_examples=50,
    derandomize=ON_CI,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("torture", settings.get_profile("usual"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


class NetworkForbiddenError(AssertionError):
    """A test tried to leave this machine."""


def _check(address: object) -> None:
    """Refuse an address that is not loopback; files (Unix sockets) are fine."""
    if not isinstance(address, tuple):
        return
    host = str(address[0])
    if host in {"", "localhost"}:
        return
    try:
        is_loopback = ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        is_loopback = False
    if not is_loopback:
        message = f"tests may only reach loopback, not {host}"
        raise NetworkForbiddenError(message)


def _guarded(real: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, address: Any, *rest: Any) -> Any:
        _check(address)
        return real(self, address, *rest)

    return guarded


@pytest.fixture(autouse=True, scope="session")
def _only_loopback() -> Iterator[None]:
    real_lookup = socket.getaddrinfo

    def lookup(host: Any, *rest: Any, **options: Any) -> Any:
        if host is not None:
            _check((host.decode() if isinstance(host, bytes) else host,))
        return real_lookup(host, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", lookup)
        yield


@pytest.fixture(scope="session")
def browser_path() -> Path:
    """The browser for end-to-end tests; `make test` finds or installs it."""
    chosen = os.environ.get("FIELDAPP_BROWSER", "")
    answer = ROOT / ".venv" / "browser.path"
    if not chosen and answer.is_file():
        chosen = answer.read_text("utf-8").strip()
    for name in ("chromium", "google-chrome", "microsoft-edge"):
        chosen = chosen or shutil.which(name) or ""
    if not chosen:
        pytest.fail("no browser: run `make test`, which finds or installs one")
    return Path(chosen)


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Return a program's path by name; on CI its absence fails, elsewhere skips.

    `program("pdfsig")`: only root can install it, so a developer's machine may lack
    it, and then the test says so instead of failing.
    """

    def find(name: str) -> str:
        path = shutil.which(name)
        if path:
            return path
        message = f"{name} is not installed (Debian: poppler-utils, openssl)"
        if ON_CI:
            pytest.fail(message)
        pytest.skip(message)

    return find


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run browser tests last: Playwright's loop stays in the thread it started in."""
    items.sort(key=lambda item: item.get_closest_marker("e2e") is not None)
