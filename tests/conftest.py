"""Rules that hold for every test: nothing leaves the machine, nothing is left behind, nothing warns unheard.

Works without Qt and without its pytest plugin, as tests/unit runs where they are not installed.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.helpers.components import require, require_linux
from tests.helpers.leaks import Leaks
from tests.helpers.logs import LogWatch
from tests.helpers.network_guard import NetworkGuard
from watchlist.bridge.singletons import keep_singletons

keep_singletons()  # before anything imports Qt

if TYPE_CHECKING:
    from tests.helpers.desktop import Desktop

ROOT = Path(__file__).resolve().parents[1]
HAS_QT_PLUGIN = importlib.util.find_spec("pytestqt") is not None
ORDER = ["unit", "test_conventions.py", "contract", "ui", "end_to_end"]  # fast ones first
GUARD = NetworkGuard()

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
if "WATCHLIST_TEST_DESKTOP" not in os.environ:  # a real session's bus, keyring and notifications stay out of tests
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)

hypothesis.settings.register_profile(
    "watchlist", deadline=None, max_examples=60, derandomize=bool(os.environ.get("CI"))
)  # new inputs by hand
hypothesis.settings.load_profile("watchlist")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Make the settings of the Qt plugin known where it is not installed."""
    if not HAS_QT_PLUGIN:
        parser.addini("qt_api", "the Qt binding")
        parser.addini("qt_log_level_fail", "the Qt message level that fails a test")
        parser.addini("qt_log_ignore", "Qt messages that are let through", type="linelist")


def pytest_configure() -> None:
    """Give the whole run folders of its own, so that no test meets the user's data."""
    home = Path(tempfile.mkdtemp(prefix="watchlist-tests-"))
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[variable] = str(home / variable.split("_")[1].lower())


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the fast folders first; within a folder the order stays random."""

    def rank(item: pytest.Item) -> int:
        part = item.path.relative_to(ROOT / "tests").parts[0]
        return ORDER.index(part) if part in ORDER else 0

    items.sort(key=rank)


@pytest.fixture(autouse=True)
def log_watch(request: pytest.FixtureRequest) -> Iterator[LogWatch]:
    """Fail a test that logs a warning or worse unless it said so: ``log_watch.expect(pattern)`` or ``expect_logs``."""
    watch = LogWatch(pattern for mark in request.node.iter_markers("expect_logs") for pattern in mark.args)
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    if unexpected := watch.unexpected():
        pytest.fail("unexpected log records:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture(autouse=True)
def stays_on_this_machine() -> Iterator[None]:
    """Refuse every address but loopback, and fail the test that tried, whatever it did with the error."""
    GUARD.take()
    GUARD.armed = True
    yield
    GUARD.armed = False
    if attempts := GUARD.take():
        pytest.fail("tried to reach " + ", ".join(sorted(set(attempts))), pytrace=False)


@pytest.fixture(autouse=True)
def leaves_nothing_behind(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fail a test that leaves a thread, a timer, a window, a socket or an open file behind."""
    before = Leaks(tmp_path_factory.getbasetemp())
    yield
    if left := before.found(threads=request.node.get_closest_marker("keeps_threads") is None):
        pytest.fail("left behind:\n" + "\n".join(left), pytrace=False)


@pytest.fixture(scope="session")
def artifacts() -> Path:
    """Return the folder for pictures and files that people look at after a run."""
    folder = ROOT / "build" / "artifacts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """Return a real desktop of its own, shared by the run: screen, session bus, keyring, notifications."""
    require_linux()
    require("Xvfb", "dbus-daemon", "openbox", "gnome-keyring-daemon", "dunst", "at-spi-bus-launcher")
    from tests.helpers.desktop import Desktop

    with Desktop() as running:
        yield running
