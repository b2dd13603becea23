"""Notifications of the desktop with Open, Snooze and Acknowledge, over the session bus of Linux desktops.

Sends on one connection in a thread of its own, because a daemon tells the pressed button only to the connection that
sent the notification. Where there is no daemon, ``show`` says so and the window shows the message itself.
"""

from __future__ import annotations

import html
import logging
import os
import sys
import threading
from collections.abc import Callable
from typing import Any

from watchlist import about
from watchlist.channels.parcel import Parcel, shortened
from watchlist.channels.refusal import NotSentError

log = logging.getLogger(__name__)
NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
ACTIONS = ["default", "Open", "snooze", "Snooze", "acknowledge", "Acknowledge"]
URGENCY = {"low": 0, "normal": 1, "high": 2}
PATIENCE = 3.0
LINES = 4
Pressed = Callable[[str, Parcel], None]
"""Called with an action's key and the message it was pressed on; from the notification thread."""


class DesktopNotifier:
    """Shows notifications and hears which of their buttons is pressed. ``close`` ends its thread."""

    def __init__(self, pressed: Pressed) -> None:
        self._pressed = pressed
        self._shown: dict[int, Parcel] = {}
        self._lock = threading.Lock()
        self._connection: Any = None
        self._router: Any = None
        self._listener: threading.Thread | None = None
        self._closing = False

    def show(self, parcel: Parcel, *, sound: str = "") -> None:
        """Show a notification. Blocking, a few milliseconds. Raises NotSentError where no daemon answers."""
        with self._lock:
            try:
                if self._router is None:
                    self._connect()
                self._notify(parcel, sound)
            except NotSentError:
                raise
            except _failures() as error:
                self._drop()
                raise NotSentError("the desktop shows no notifications") from error

    def close(self) -> None:
        """Leave the bus and end the thread."""
        with self._lock:
            self._closing = True
            self._drop()
        listener, self._listener = self._listener, None
        if listener is not None and listener is not threading.current_thread():
            listener.join(PATIENCE)

    def _connect(self) -> None:
        if not sys.platform.startswith("linux") or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            raise NotSentError("this desktop has no session bus", again=False)
        import queue  # noqa: PLC0415 - what only Linux desktops need is not imported elsewhere

        from jeepney import MatchRule, message_bus  # noqa: PLC0415
        from jeepney.io.threading import DBusRouter, open_dbus_connection  # noqa: PLC0415

        self._connection = open_dbus_connection("SESSION")
        self._router = DBusRouter(self._connection)
        rule = MatchRule(type="signal", interface=NAME, path=PATH)
        signals: queue.Queue[Any] = queue.Queue(maxsize=100)
        self._filter = self._router.filter(rule, queue=signals)
        self._filter.__enter__()
        self._router.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE)
        self._signals = signals
        self._listener = threading.Thread(
            target=self._listen, args=(signals,), name="watchlist-notifications", daemon=True
        )
        self._listener.start()

    def _notify(self, parcel: Parcel, sound: str) -> None:
        from jeepney import DBusAddress, MessageType, new_method_call  # noqa: PLC0415

        hints: dict[str, Any] = {
            "urgency": ("y", URGENCY.get(parcel.severity, 1)),
            "desktop-entry": ("s", about.APP_ID),
            "category": ("s", "x-watchlist.alert"),
        }
        if sound in ("soft", "clear"):
            hints["sound-name"] = ("s", "message-new-instant" if sound == "soft" else "bell")
        address = DBusAddress(PATH, bus_name=NAME, interface=NAME)
        body = (about.NAME, 0, about.APP_ID, parcel.title, html.escape(shortened(parcel, LINES)), ACTIONS, hints, -1)
        call = new_method_call(address, "Notify", "susssasa{sv}i", body)
        answer = self._router.send_and_get_reply(call, timeout=PATIENCE)
        if answer.header.message_type is not MessageType.method_return:
            raise NotSentError("the desktop shows no notifications")
        self._shown[int(answer.body[0])] = parcel
        while len(self._shown) > 200:
            del self._shown[next(iter(self._shown))]

    def _listen(self, signals: Any) -> None:
        from jeepney import HeaderFields  # noqa: PLC0415

        while True:
            message = signals.get()
            if message is None:
                return
            member = message.header.fields.get(HeaderFields.member)
            if member == "ActionInvoked":
                number, action = message.body
                parcel = self._shown.get(int(number))
                if parcel is not None:
                    self._pressed(str(action), parcel)
            elif member == "NotificationClosed":
                self._shown.pop(int(message.body[0]), None)

    def _drop(self) -> None:
        router, self._router = self._router, None
        connection, self._connection = self._connection, None
        if router is not None:
            self._signals.put(None)
            self._filter.__exit__(None, None, None)
            router.close()
        if connection is not None:
            connection.close()


def _failures() -> tuple[type[BaseException], ...]:
    """Return what a dead or missing bus shows up as."""
    kinds: list[type[BaseException]] = [OSError, EOFError, KeyError, ValueError, RuntimeError, ImportError]
    if sys.platform.startswith("linux"):
        import jeepney.wrappers  # noqa: PLC0415
        from jeepney.io.common import RouterClosed  # noqa: PLC0415

        kinds += [jeepney.wrappers.DBusErrorResponse, RouterClosed]
    return tuple(kinds)
