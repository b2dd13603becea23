"""Keys of data providers and channels, in the system's keyring: the only module that may touch it.

Nothing here is called before a key is needed; every call to the keyring runs in a thread of its own with a time
limit, because an unlock prompt blocks its caller for good. Without a keyring that keeps secrets safely, keys last for
this session only: they are never written to a file. Must never put a key into an error, a log or a repr.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from watchlist.about import APP_ID
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.settings.redaction import REDACTION, Secret

T = TypeVar("T")
TIMEOUT = 30.0
LONGEST = 1200  # characters: Windows keeps 2,560 bytes in UTF-16
log = logging.getLogger(__name__)

BACKENDS = {
    "linux": ("keyring.backends.SecretService", "keyring.backends.kwallet"),
    "darwin": ("keyring.backends.macOS",),
    "win32": ("keyring.backends.Windows",),
}
"""The backends that are accepted, in order; null, plain text, files and chains of others are none of them."""


class KeyringTrouble(WatchlistError):
    """The system's keyring could not be used; the text says why and never holds a key."""


class KeyringSlow(KeyringTrouble):
    """The keyring did not answer in time, most likely because it waits to be unlocked."""


class Place(NamedTuple):
    """Where keys are kept: ``lasting`` is false where they are gone after this session."""

    title: str
    lasting: bool
    reason: str = ""


SESSION = "this session only"


class Secrets:
    """Keys by name. Every method may be called from any thread and takes at most ``timeout`` seconds.

    ``use_keyring`` false keeps everything in memory. ``told`` is called once with a sentence where keys will not last.
    """

    def __init__(
        self,
        *,
        use_keyring: bool = True,
        service: str = APP_ID,
        timeout: float = TIMEOUT,
        told: Callable[[str], None] | None = None,
    ) -> None:
        self._service = service
        self._timeout = timeout
        self._use_keyring = use_keyring
        self._told = told
        self._has_told = False
        self._backend: Any = None
        self._place: Place | None = None if use_keyring else Place(SESSION, lasting=False, reason="chosen so")
        self._memory: dict[str, Secret] = {}
        self._lock = threading.Lock()
        self._stuck: threading.Thread | None = None

    def place(self) -> Place:
        """Return where keys are kept; the first call looks for the keyring."""
        with self._lock:
            if self._place is None:
                self._find()
            found = self._place
        if found is None:
            raise KeyringTrouble("the keyring was not found")
        return found

    def get(self, name: str) -> Secret | None:
        """Return a key, None where there is none. Raises KeyringTrouble where the keyring cannot say."""
        kept = self._memory.get(name)
        if kept is not None:
            return kept
        if not self.place().lasting:
            return None
        text = self._guarded("reading the key", lambda: self._backend.get_password(self._service, name))
        if text is None:
            return None
        secret = Secret(str(text))
        self._memory[name] = secret
        return secret

    def has(self, name: str) -> bool:
        """Return whether there is a key of this name. Raises KeyringTrouble."""
        return self.get(name) is not None

    def set(self, name: str, text: str) -> Place:
        """Keep or replace a key; return where. Raises InputError, KeyringTrouble (the old key stays then)."""
        text = text.strip()
        if not text:
            raise InputError(name, "the key is empty")
        if len(text) > LONGEST or any(ord(letter) < 32 or ord(letter) == 127 for letter in text):
            raise InputError(name, f"a key is one line of at most {LONGEST} characters")
        secret = Secret(text)
        place = self.place()
        if place.lasting:
            self._guarded("keeping the key", lambda: self._backend.set_password(self._service, name, text))
            back = self._guarded("reading the key back", lambda: self._backend.get_password(self._service, name))
            if back != text:
                raise KeyringTrouble("the keyring did not keep the key")
        else:
            self._tell(place)
        self._memory[name] = secret
        return place

    def set_for_session(self, name: str, text: str) -> None:
        """Use a key until the program is closed, without the keyring."""
        self._memory[name] = Secret(text.strip())

    def remove(self, name: str) -> None:
        """Remove a key; one that is not there counts as removed. Raises KeyringTrouble."""
        if self.place().lasting:

            def delete() -> None:
                if self._backend.get_password(self._service, name) is not None:
                    self._backend.delete_password(self._service, name)

            self._guarded("removing the key", delete)
        self._memory.pop(name, None)

    def forget(self) -> None:
        """Drop what is remembered in memory; the keyring is asked anew."""
        if self._place is not None and self._place.lasting:
            self._memory.clear()

    def _tell(self, place: Place) -> None:
        if self._told is not None and not self._has_told:
            self._has_told = True
            self._told(f"Keys last until the program is closed: {place.reason}.")

    def _find(self) -> None:
        try:
            self._backend, title = self._guarded("finding the keyring", _choose_backend)
            self._place = Place(title, lasting=True)
        except KeyringSlow:
            raise
        except KeyringTrouble as error:
            self._place = Place(SESSION, lasting=False, reason=str(error))

    def _guarded(self, what: str, work: Callable[[], T]) -> T:
        """Run a call of the keyring in a thread; raise KeyringTrouble for whatever goes wrong in it."""
        if self._stuck is not None and self._stuck.is_alive():
            raise KeyringSlow(f"{what} has to wait: the keyring still waits to be unlocked")
        results: list[T] = []
        errors: list[BaseException] = []

        def run() -> None:
            expected = _expected_errors()
            try:
                results.append(work())
            except expected as error:
                errors.append(error)

        thread = threading.Thread(target=run, name="watchlist-keyring", daemon=True)
        thread.start()
        thread.join(self._timeout)
        if thread.is_alive():
            self._stuck = thread
            raise KeyringSlow(f"{what} took longer than {self._timeout:g} s; the keyring may be waiting to be unlocked")
        if errors:
            error = errors[0]
            log.info("%s failed: %s", what, type(error).__name__)
            raise KeyringTrouble(_reason(what, error)) from None
        if not results:
            raise KeyringTrouble(f"{what} failed")
        return results[0]


def _choose_backend() -> tuple[Any, str]:
    """Return the first accepted backend that works here. Raises KeyringTrouble."""
    import importlib  # noqa: PLC0415 - see below

    # keyring looks for backends through entry points when it is first imported, which takes 120 ms and may choose one
    # that keeps keys in plain text; naming the backends avoids both.
    if sys.platform.startswith("linux") and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        raise KeyringTrouble("there is no session bus and so no keyring")
    reasons: list[str] = []
    for name in BACKENDS.get(sys.platform, BACKENDS["linux"]):
        module = importlib.import_module(name)
        kind = next(
            (
                getattr(module, title)
                for title in ("Keyring", "DBusKeyring", "WinVaultKeyring")
                if hasattr(module, title)
            ),
            None,
        )
        if kind is None:
            continue
        try:
            kind.priority  # noqa: B018 - asking for it looks for the service and raises where there is none
        except RuntimeError as error:
            reasons.append(str(error))
            continue
        return kind(), str(getattr(kind, "name", name))
    log.info("no keyring: %s", "; ".join(reasons))
    raise KeyringTrouble("this system offers no keyring")


def _expected_errors() -> tuple[type[BaseException], ...]:
    """Return what a keyring call may raise; a dead bus shows up as a bare OSError or as the bus library's own."""
    import keyring.errors  # noqa: PLC0415 - keyring is imported when a key is needed, not before

    kinds: list[type[BaseException]] = [
        KeyringTrouble,
        keyring.errors.KeyringError,
        OSError,
        EOFError,
        ImportError,
        KeyError,
        RuntimeError,
        ValueError,
    ]
    if sys.platform.startswith("linux"):
        import jeepney.wrappers  # noqa: PLC0415
        import secretstorage.exceptions  # noqa: PLC0415

        kinds += [secretstorage.exceptions.SecretStorageException, jeepney.wrappers.DBusErrorResponse]
    return tuple(kinds)


def _reason(what: str, error: BaseException) -> str:
    """Return a sentence for the user; foreign texts are cleaned, since a library might quote its arguments."""
    if isinstance(error, KeyringTrouble):
        return str(error)
    name = type(error).__name__
    known = {
        "KeyringLocked": "the keyring is locked",
        "InitError": "the keyring could not be opened",
        "NoKeyringError": "this system offers no keyring",
        "PromptDismissedException": "the unlock prompt was closed",
        "LockedException": "the keyring is locked",
        "PasswordDeleteError": "the keyring did not remove the key",
        "PasswordSetError": "the keyring did not keep the key",
    }
    if name in known:
        return f"{what} failed: {known[name]}"
    if isinstance(error, OSError):
        return f"{what} failed: the keyring's connection is gone"
    return f"{what} failed: {REDACTION.clean(str(error))[:200] or name}"
