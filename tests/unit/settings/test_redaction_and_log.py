"""A key reaches no text: not a repr, not a format, not a log line, not a traceback."""

from __future__ import annotations

import json
import logging
import pickle
import stat
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.settings import logs
from watchlist.settings.logs import start_log, stop_log, tail
from watchlist.settings.redaction import MASK, REDACTION, Redaction, Secret

KEY = "CG-planted/key+0123456789="


def test_a_secret_shows_nothing() -> None:
    secret = Secret(KEY)
    for text in (
        str(secret),
        repr(secret),
        f"{secret}",
        f"{secret!r:>40}",
        str([secret]),
        str({1: secret}),
    ):
        assert KEY not in text
        assert MASK in text
    assert secret.reveal() == KEY
    assert secret == Secret(KEY)
    assert secret != KEY
    assert hash(secret) == hash(Secret(KEY))
    assert secret
    assert not Secret("")
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        json.dumps(secret)


@given(
    key=st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=6, max_size=40),
    before=st.text(max_size=20),
    after=st.text(max_size=20),
)
def test_no_form_of_a_known_key_survives(key: str, before: str, after: str) -> None:
    redaction = Redaction()
    redaction.add(key)
    for form in (key, quote(key, safe="")):
        assert form not in redaction.clean(f"{before} {form} {after}") or form in MASK


@pytest.mark.parametrize(
    "text",
    [
        "https://api.example/v1?x_cg_demo_api_key=abcdef123456&ids=a",
        "Authorization: Bearer abcdef123456",
        "authorization: Basic YWJjZGVmMTIzNDU2",
        "{'api-key': 'abcdef123456'}",
        '{"password": "abcdef123456"}',
        "https://me:abcdef123456@host.example/path",
        "token=abcdef123456;",
    ],
)
def test_what_looks_like_a_key_is_masked(text: str) -> None:
    clean = Redaction().clean(text)
    assert "abcdef123456" not in clean
    assert "YWJjZGVmMTIzNDU2" not in clean
    assert MASK in clean


def test_ordinary_words_stay() -> None:
    text = "token price of Ember Parade: 3.2, secretary, https://host.example/path?ids=a&days=90"
    assert Redaction().clean(text) == text
    short = Redaction()
    short.add("abc")
    assert short.clean("abc") == "abc"


@pytest.mark.expect_logs("with a key", "a bug", "debugging")
def test_the_log_holds_no_key(tmp_path: Path) -> None:
    REDACTION.add(KEY)
    handler = start_log(tmp_path / "logs", "info")
    assert handler is not None
    log = logging.getLogger("watchlist.test")
    try:
        log.warning("a line with a key %s and %r", KEY, {"key": KEY})
        log.info("GET https://api.example/?api_key=%s", quote(KEY, safe=""))
        log.debug("not written")
        try:
            raise ValueError(f"bad key {KEY}")
        except ValueError:
            log.exception("a bug")
    finally:
        stop_log(handler)
    for path in (tmp_path / "logs").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        text = path.read_text("utf-8")
        assert KEY not in text
        assert quote(KEY, safe="") not in text
        assert "ValueError" in text
        assert "not written" not in text
    assert "a bug" in tail(tmp_path / "logs")


@pytest.mark.expect_logs("line")
def test_the_log_rotates_and_its_tail_begins_with_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "SIZE", 2000)
    handler = start_log(tmp_path, "info")
    for number in range(200):
        logging.getLogger("watchlist.test").warning("line %d", number)
    stop_log(handler)
    files = list(tmp_path.iterdir())
    assert 2 <= len(files) <= logs.FILES + 1
    assert all(path.stat().st_size <= 2100 for path in files)
    assert tail(tmp_path, 500)[:2] == "20"


def test_a_log_that_cannot_be_written_is_no_log(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file", "utf-8")
    before = list(logging.getLogger().handlers)
    handler = start_log(tmp_path / "logs")
    assert handler is None
    stop_log(handler)
    for extra in set(logging.getLogger().handlers) - set(before):
        logging.getLogger().removeHandler(extra)
