"""The composition root: builds the window, connects it with the loop, the store and the services, and stops them all.

Order is everything here: the window is painted from a small file first, whatever is slow to import comes afterwards in
small pieces, and leaving closes in the opposite order within five seconds, hung servers or not.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from watchlist import about
from watchlist.bridge.hub import Hub
from watchlist.bridge.plain_import import TURN, Importer
from watchlist.domain.atomic_file import write_atomically
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.settings.paths import Paths
from watchlist.settings.redaction import REDACTION
from watchlist.settings.resources import resource
from watchlist.settings.state import State
from watchlist.settings.values import Settings, parse_assignments
from watchlist.ui.around import Around
from watchlist.ui.crash import CrashHook
from watchlist.ui.languages import speak
from watchlist.ui.last_table import read_last_table
from watchlist.ui.main_window import MainWindow
from watchlist.ui.single_instance import knock, take_lock
from watchlist.ui.theme import Theme

if TYPE_CHECKING:
    from concurrent.futures import Future

    from watchlist.__main__ import Options
    from watchlist.bridge.loop import Loop

log = logging.getLogger("watchlist.app")
FRAME, BACKSTAGE, PANELS, DOOR = "frame", "backstage", "panels", "door"
LEAVING = 5.0  # seconds for everything
BREATH = 1  # milliseconds between steps: with none, the next step comes before what the user did
ANSWERS = 4  # milliseconds between looks whether the first questions are answered
FRAME_PARTS = (
    "watchlist.settings.logs",
    "watchlist.ui.panels.context",
    "watchlist.ui.commands",
    "watchlist.ui.notifications",
    "watchlist.ui.tray",
    "watchlist.ui.icon",
    "watchlist.ui.end_signals",
)
"""What the rest of the frame needs. Imported before it is built: two threads that import wait for each other."""
HEAVY = (
    "asyncio",
    "anyio.from_thread",
    "anyio._backends._asyncio",
    "watchlist.bridge.boundary",
    "watchlist.bridge.merging",
    "watchlist.bridge.loop",
    "numpy",
    "watchlist.services.opening",
)
"""What the backstage needs, imported in a thread after the first paint."""


class Program(QObject):
    """The running program.

    Signals:
        ready(): the desk answers, and the panels that are seen have been filled.
        left(): everything is closed.
    """

    ready = Signal()
    _imported = Signal(str, object)
    _opened = Signal(object)

    def __init__(self, app: QApplication, options: Options, paths: Paths, settings: Settings, state: State) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self._paths = paths
        self.settings = settings
        self.state = state
        self.hub = Hub(self)
        self.crash = CrashHook(REDACTION.clean)
        self.hub.crashed.connect(self.crash.take)
        self.crash.install()
        theme = Theme(app, settings.get)
        theme.start()
        around = Around(
            hub=self.hub,
            theme=theme,
            choices=settings,
            memory=state,
            data_folder=paths.data,
            log_folder=paths.logs,
            last_table=paths.last_table,
            write=write_atomically,
            clean=REDACTION.clean,
            read_log=self._read_log,
            safe_mode=options.safe_mode,
        )
        hidden = options.safe_mode or settings["privacy_screen"]
        self.window = MainWindow(around, None if hidden else read_last_table(paths.last_table))
        self.window.painted.connect(self._begin)
        self.window.closing.connect(app.quit)
        self._work: Iterator[Callable[[], object]] = iter(())
        self._loop: Loop | None = None
        self._stop_house: Callable[[], None] = lambda: None
        self._house: Future[None] | None = None
        self._log: logging.Handler | None = None
        groups = {
            FRAME: FRAME_PARTS,
            BACKSTAGE: HEAVY,
            PANELS: () if options.safe_mode else self.window.host.modules(),
            DOOR: ("PySide6.QtNetwork",),
        }
        self._importer = Importer(groups, self._imported.emit)
        self._imported.connect(self._take_import)
        self._opened.connect(self._connect)
        self._frame_done = False
        self._panels_loaded = False
        self._making = False
        self._steps_done = False
        self._desk_there = False

    # Starting

    def _begin(self) -> None:
        """The first frame is there: start everything else, with threads that take turns often."""
        self._turn = sys.getswitchinterval()
        sys.setswitchinterval(TURN)
        self._importer.start()

    def _build_frame(self) -> None:
        """Go on with the window, in steps."""
        from watchlist.settings.logs import start_log

        level = self._options.log_level or str(self.settings["log_level"])
        self._log = start_log(self._paths.logs, level, to_terminal=bool(self._options.log_level))
        log.info("%s %s started", about.NAME, about.VERSION)
        self._work = self.window.steps()
        self._next_step()

    def _next_step(self) -> None:
        """Do one piece of the building per turn of the event loop."""
        step = next(self._work, None)
        if step is None:
            if self._making:
                self._steps_done = True
                self._check_ready()
                return
            self._tell_start()
            self._frame_done = True
            if self._panels_loaded:
                self._make_panels()
            return
        step()
        QTimer.singleShot(BREATH, self, self._next_step)

    def _take_import(self, group: str, trouble: BaseException | None) -> None:
        if trouble is not None:
            self.crash.take(trouble)
        elif group == BACKSTAGE:
            self._start_loop()
        if group == FRAME:
            self._build_frame()
        elif group == DOOR:
            self._open_door()
        elif group == PANELS:
            self._panels_loaded = True
            if self._frame_done:
                self._make_panels()

    def _make_panels(self) -> None:
        """Make what is seen, a panel per turn of the event loop."""
        self._work = iter([] if self._options.safe_mode else self.window.host.start())
        self._frame_done, self._panels_loaded = False, False
        self._making = True
        self._next_step()

    def _start_loop(self) -> None:
        from watchlist.bridge.loop import Loop

        self._loop = Loop()
        self._loop.start()
        self._house = self._loop.spawn(self._keep_house, "house")

    async def _keep_house(self) -> None:
        """Open the stores and the client, say so, and keep them until leaving; runs in the loop's thread."""
        import asyncio

        from watchlist.services.opening import open_house

        stop, loop = asyncio.Event(), asyncio.get_running_loop()

        def stop_house() -> None:
            loop.call_soon_threadsafe(stop.set)

        self._stop_house = stop_house
        try:
            async with open_house(
                self._paths,
                self.settings.get,
                self.settings.set,
                self.hub.publish,
                safe_mode=self._options.safe_mode,
                demo=self._options.demo,
            ) as desk:
                self._opened.emit(desk.ask)
                await stop.wait()
        except WatchlistError as error:
            self._opened.emit(error)

    def _connect(self, opened: object) -> None:
        if isinstance(opened, WatchlistError):
            self._refuse(opened)
            return
        if self._loop is not None and callable(opened):
            self.hub.connect_desk(self._loop, opened)
        self._desk_there = True
        self._check_ready()

    def _refuse(self, error: WatchlistError) -> None:
        """The store cannot be opened: say what to do, keep everything as it is."""
        from watchlist.ui.dialogs.refusal import show_refusal

        show_refusal(error, self._paths.data, self.window)
        self._app.exit(1)

    def _read_log(self) -> str:
        from watchlist.settings.logs import tail

        return REDACTION.clean(tail(self._paths.logs))

    def _check_ready(self) -> None:
        if self._steps_done and self._desk_there:
            if self.hub.under_way():  # the panels have asked, and are filled by the answers
                QTimer.singleShot(ANSWERS, self, self._check_ready)
                return
            sys.setswitchinterval(self._turn)
            gc.freeze()
            gc.enable()
            self.ready.emit()

    def _tell_start(self) -> None:
        """Everything that the user should know of the start, in the one channel for messages."""
        from watchlist.domain.messages import Notice, NoticeAction, Severity

        self.crash.found.connect(self.window.commands.show_crash)
        self.window.commands.quit_wanted.connect(self._app.quit)
        for problem in self.settings.problems:
            where = self.tr(" The old file is kept as {file}.").format(file=problem.kept_in) if problem.kept_in else ""
            title = self.tr("A setting could not be used and has its default value")
            self.window.notices.add(
                Notice(
                    f"setting:{problem.key}",
                    Severity.WARNING,
                    title if problem.key else self.tr("The settings could not be used"),
                    f"{problem.key}: {problem.reason}.{where}" if problem.key else f"{problem.reason}.{where}",
                    (NoticeAction(self.tr("Preferences"), "preferences"),),
                )
            )
        if self._options.safe_mode:
            self.window.notices.add(
                Notice("safe", Severity.INFO, self.tr("Safe mode: default settings, nothing is pulled"))
            )
        self._show_tray()
        from watchlist.ui.end_signals import EndSignals

        self._end_signals = EndSignals(self._app.quit, self)

    def test_itself(self) -> None:
        """Once ready, use everything that a build could have left out, and leave."""
        from watchlist.settings.secrets import Secrets
        from watchlist.ui.selftest import Selftest

        def keyring() -> None:
            secrets = Secrets(use_keyring=self.settings["keyring"] == "auto", timeout=10)
            secrets.set("selftest", "selftest-0123456789")
            secrets.forget()
            if not secrets.has("selftest"):
                raise LookupError("the test key is gone")
            secrets.remove("selftest")
            if secrets.has("selftest"):
                raise LookupError("the test key is still there")

        def charts() -> None:
            importlib.import_module("watchlist.ui.chart.stack")

        def saving() -> None:
            self.window.remember()
            self.state.save()
            self.settings.change({})

        checks: list[tuple[str, Callable[[], object]]] = [("keyring", keyring), ("charts", charts), ("saving", saving)]
        test = Selftest(checks, self._app.exit, self)
        self.ready.connect(test.start)

    def _open_door(self) -> None:
        from watchlist.ui.single_instance import Door

        self._door = Door(self._paths.lock_file, self)
        self._door.knocked.connect(self.window.bring_to_front)

    def _show_tray(self) -> None:
        from watchlist.ui.icon import app_icon

        icon = app_icon()
        self._app.setWindowIcon(icon)
        from watchlist.ui.tray import Tray

        if self.settings["tray"] and Tray.is_possible() and not self._options.selftest:
            self._tray = Tray(icon, self)
            self._tray.show_wanted.connect(self.window.bring_to_front)
            self._tray.refresh_wanted.connect(lambda: self.window.book.run("refresh"))
            self._tray.quit_wanted.connect(self._app.quit)
            self._tray.set_shown(True)
            self.window.stay = lambda: bool(self.settings["stay_in_tray"]) and self._tray.icon.isVisible()
            self._app.setQuitOnLastWindowClosed(False)

    # Leaving

    def leave(self) -> None:
        """Close everything in order; at most five seconds, whatever hangs."""
        end = time.monotonic() + LEAVING
        with ExitStack() as stack:
            stack.callback(self.crash.remove)
            stack.callback(self._stop_log)
            stack.callback(self._save_state)
            stack.callback(self._stop_loop, end - 0.3)
            stack.callback(self._close_house, end - 1.3)
            stack.callback(self.hub.close)

    def _close_house(self, end: float) -> None:
        """Ask the house to close its client and its stores in order."""
        self._importer.join(max(0.0, end - time.monotonic()))
        if self._house is None:
            return
        self._stop_house()
        try:
            self._house.result(max(0.0, end - time.monotonic()))
        except TimeoutError:
            log.warning("the services did not close in time")
        except Exception:  # the task boundary of the house: it is logged, and leaving goes on
            log.exception("the services did not close")

    def _stop_loop(self, end: float) -> None:
        if self._loop is not None:
            self._loop.stop(max(0.2, end - time.monotonic()))

    def _stop_log(self) -> None:
        from watchlist.settings.logs import stop_log

        stop_log(self._log)

    def _save_state(self) -> None:
        if self._options.safe_mode:
            return
        self.window.remember()
        self.window.keep_table()
        try:
            self.state.save()
        except OSError as error:
            log.warning("the window's place could not be remembered: %s", error)


def run(options: Options) -> int:
    """Open the window on a profile and stay until it is closed; return the exit status."""
    try:
        overrides = parse_assignments(options.assignments)
    except InputError as error:
        sys.stderr.write(f"{about.PACKAGE}: --set {error}\n")
        return 2
    if options.offline:
        overrides["offline"] = True
    paths = Paths(options.data_dir)
    try:
        paths.make()
    except OSError as error:
        sys.stderr.write(f"{about.PACKAGE}: {error.filename}: {error.strerror}\n")
        return 1
    app = QApplication([about.PACKAGE, "-style", "Fusion"])  # setStyle would load all enums of QStyle
    app.setApplicationName(about.PACKAGE)
    app.setApplicationDisplayName(about.NAME)
    app.setApplicationVersion(about.VERSION)
    app.setDesktopFileName(about.APP_ID)
    lock = take_lock(paths.lock_file)
    if lock is None:
        knock(paths.lock_file)
        return 0
    settings = Settings(None if options.safe_mode else paths.settings_file, overrides)
    speak(app, resource("translations"), str(settings["language"]), str(settings["number_locale"]))
    program = Program(app, options, paths, settings, State(None if options.safe_mode else paths.state_file))
    if options.selftest:
        program.test_itself()
    program.window.show()
    status = app.exec()
    program.leave()
    lock.unlock()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


__all__ = ["Program", "run"]
