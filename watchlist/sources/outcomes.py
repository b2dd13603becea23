"""What an HTTP reply means: exactly one outcome. Pure; a vendor's own judge is asked before these general rules.

Status codes alone are no guide: refusals come with 200, data refusals with 403, and a web page in place of data with
any status. A text that a user will read never holds a key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

import msgspec

from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import MINUTE, SECOND
from watchlist.sources.base import Reply, Verdict
from watchlist.sources.headers import reset_instant, retry_after

MASK = "•••"
COMPUTING = "the source is still computing this; it will be asked again"
_BAN_PAUSE = 5 * MINUTE
_COMPUTE_PAUSE = 20 * SECOND

_KEY_IN_TEXT = re.compile(
    r"(?i)\b((?:api[-_ ]?key|apikey|token|secret|key|password)\s*(?:=|:|as|is)\s*\"?)([\w\-.~%]{6,})"
)
_LIMITED = re.compile(
    r"(?i)rate.?limit|too many requests|secondary limit|abuse detection|throttl|"
    r"exceeded.{0,20}(hits|limit|quota|calls)|error.{0,8}1015|calls? per (second|minute|day)|try again (later|in)"
)
_KEYISH = re.compile(
    r"(?i)(invalid|missing|wrong|unknown|bad|expired|revoked|incorrect|no)\W{0,3}"
    r"(api[-_ ]?key|apikey|token|credential)|"
    r"(api[-_ ]?key|apikey|token|credentials?)\W.{0,30}(invalid|missing|required|wrong|incorrect|expired|revoked)|"
    r"unauthori[sz]ed|bad credentials|not authenticated"
)
_PLANISH = re.compile(
    r"(?i)upgrade|premium|paid plan|your (current )?plan|subscription|"
    r"not (available|supported).{0,30}free|payment required"
)
_LOCATION = re.compile(r"(?i)restricted location|eligib|not available in your|your (country|region)")


def mask(text: str, keys: Iterable[str]) -> str:
    """Return the text with keys, and what looks like one, replaced."""
    for key in keys:
        if len(key) >= 4:
            text = text.replace(key, MASK).replace(quote(key, safe=""), MASK)
    return _KEY_IN_TEXT.sub(lambda found: found[1] + MASK, text)


def mask_body(body: bytes, keys: Iterable[str]) -> bytes:
    """Return a body with known keys replaced; it is kept for the source page."""
    for key in keys:
        if len(key) >= 4:
            body = body.replace(key.encode(), MASK.encode())
    return body


def is_page(reply: Reply) -> bool:
    """Return whether the body is a web page."""
    head = reply.body[:512].lstrip().lower()
    return head.startswith((b"<!doctype", b"<html", b"<head", b"<?xml")) or (
        "html" in reply.headers.get("content-type", "") and head.startswith(b"<")
    )


def message(reply: Reply) -> str:
    """Return the vendor's own words from an error body, in whatever shape they come; shortened, one line."""
    if is_page(reply):
        title = re.search(r"(?is)<title[^>]*>(.*?)</title>", reply.text)
        return _line(f"a web page ({title[1]})" if title and title[1].strip() else "a web page")
    try:
        found = _words(msgspec.json.decode(reply.body))
    except (msgspec.DecodeError, UnicodeDecodeError):
        found = reply.text
    return _line(found)


def _words(value: object, depth: int = 0) -> str:
    """Search an error body for the text that a person would read."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(filter(None, (_words(item, depth + 1) for item in value[:3]))) if depth < 4 else ""
    if isinstance(value, dict) and depth < 4:
        for name in (
            "error_message",
            "message",
            "msg",
            "detail",
            "error",
            "errors",
            "status",
            "reason",
            "title",
            "Information",
            "Note",
            "Error Message",
            "result",
        ):
            text = _words(value.get(name), depth + 1)
            if text:
                return text
    return ""


def _line(text: str) -> str:
    return " ".join(text.split())[:240]


def judge(reply: Reply) -> Verdict:
    """Return what a reply means by the general rules; FRESH is only a promise that the body can now be parsed."""
    if 200 <= reply.status < 300:
        return _success(reply)
    if reply.status == 304:
        return Verdict(Outcome.UNCHANGED, "nothing new since the last answer")
    if 300 <= reply.status < 400:
        return Verdict(Outcome.BAD_ANSWER, "redirected elsewhere; not followed")
    return _failure(reply)


def _success(reply: Reply) -> Verdict:
    if reply.status == 202:
        later = retry_after(reply.headers, reply.now)
        return Verdict(Outcome.RATE_LIMITED, COMPUTING, later if later is not None else reply.now + _COMPUTE_PAUSE)
    if reply.status == 204:
        return Verdict(Outcome.EMPTY, "the source has nothing here")
    if is_page(reply):
        if _LIMITED.search(reply.text):
            return Verdict(Outcome.RATE_LIMITED, message(reply), retry_after(reply.headers, reply.now))
        return Verdict(Outcome.BAD_ANSWER, f"{message(reply)} instead of data")
    bare = reply.body.strip() if len(reply.body) < 64 else b"x"
    if not bare:
        return Verdict(Outcome.BAD_ANSWER, "an answer without a body")
    if bare in (b"{}", b"[]", b"null"):
        return Verdict(Outcome.EMPTY, "the source knows nothing of it")
    if reply.body.lstrip()[:1] == b'"':  # a bare JSON string is an error text wherever data was asked for
        return _told(reply, message(reply))
    return Verdict(Outcome.FRESH)


def _told(reply: Reply, text: str) -> Verdict:
    """Judge a refusal that came with 200 by its words."""
    if _LIMITED.search(text):
        return Verdict(Outcome.RATE_LIMITED, text, retry_after(reply.headers, reply.now))
    if _KEYISH.search(text):
        return Verdict(Outcome.KEY_REJECTED, text)
    if _PLANISH.search(text) or _LOCATION.search(text):
        return Verdict(Outcome.PLAN_LIMIT, text)
    return Verdict(Outcome.BAD_ANSWER, text)


def told(reply: Reply, text: str, otherwise: Outcome = Outcome.BAD_ANSWER) -> Verdict:
    """Judge a vendor's refusal by its words; ``otherwise`` where the words tell nothing."""
    verdict = _told(reply, _line(text))
    return verdict if verdict.outcome is not Outcome.BAD_ANSWER else Verdict(otherwise, verdict.note)


def _failure(reply: Reply) -> Verdict:
    status, text = reply.status, message(reply)
    note = f"{text} (HTTP {status})" if text else f"HTTP {status}"
    later = retry_after(reply.headers, reply.now)
    if status in (418, 429):
        reset = reset_instant(reply.headers.get("x-ratelimit-reset", ""), reply.now)
        pause = reply.now + _BAN_PAUSE if status == 418 else None
        return Verdict(Outcome.RATE_LIMITED, note, later or reset or pause)
    if status == 402:
        return Verdict(Outcome.PLAN_LIMIT, note)
    if status == 451:
        return Verdict(Outcome.PLAN_LIMIT, f"not offered at this location: {note}")
    if status == 401:
        return Verdict(Outcome.KEY_REJECTED, note)
    if status == 403:
        return _forbidden(reply, text, note, later)
    if status in (404, 410):
        return Verdict(Outcome.GONE, note)
    if status in (408, 425) or status >= 500:
        return Verdict(Outcome.UNREACHABLE, note, later)
    if _LOCATION.search(text):
        return Verdict(Outcome.PLAN_LIMIT, note)
    return Verdict(Outcome.BAD_ANSWER, note)


def _forbidden(reply: Reply, text: str, note: str, later: int | None) -> Verdict:
    """403 is four different things."""
    spent = reply.headers.get("x-ratelimit-remaining", "").strip() == "0"
    if spent or later is not None or _LIMITED.search(reply.text):
        reset = reset_instant(reply.headers.get("x-ratelimit-reset", ""), reply.now) if spent else None
        return Verdict(Outcome.RATE_LIMITED, note, later if later is not None else reset)
    if _PLANISH.search(text) or _LOCATION.search(text):
        return Verdict(Outcome.PLAN_LIMIT, note)
    if _KEYISH.search(text) or reply.keyed:
        return Verdict(Outcome.KEY_REJECTED, note)
    return Verdict(Outcome.PLAN_LIMIT, f"refused: {note}")
