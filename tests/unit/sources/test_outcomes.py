"""What replies mean, and that no text holds a key."""

from __future__ import annotations

import pytest

from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import MINUTE, SECOND, parse_iso
from watchlist.sources import alphavantage, binance, coinbase, coingecko, explorer_logs, kraken, okx, twelvedata, yahoo
from watchlist.sources.base import Reply
from watchlist.sources.outcomes import judge, mask, mask_body, message

NOW = parse_iso("2026-11-20T12:00:00")
JSON = {"content-type": "application/json"}
HTML = {"content-type": "text/html; charset=utf-8"}


def reply(status: int, body: bytes | str = b"{}", headers: dict[str, str] | None = None, keyed: bool = False) -> Reply:
    return Reply(
        status, headers if headers is not None else JSON, body.encode() if isinstance(body, str) else body, NOW, keyed
    )


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (reply(200, '{"a":1}'), Outcome.FRESH),
        (reply(200, "[1,2,3]"), Outcome.FRESH),
        (reply(200, "{}"), Outcome.EMPTY),
        (reply(200, " [] "), Outcome.EMPTY),
        (reply(200, "null"), Outcome.EMPTY),
        (reply(204, b""), Outcome.EMPTY),
        (reply(202, "{}"), Outcome.RATE_LIMITED),
        (reply(200, b""), Outcome.BAD_ANSWER),
        (reply(200, "<!doctype html><html>", HTML), Outcome.BAD_ANSWER),
        (reply(200, "<html><title>Access denied | rate limited (error 1015)</title>", HTML), Outcome.RATE_LIMITED),
        (reply(200, '"Internal server error"'), Outcome.BAD_ANSWER),
        (reply(200, '"Too many requests, slow down"'), Outcome.RATE_LIMITED),
        (reply(304, b""), Outcome.UNCHANGED),
        (reply(301, b"", {"location": "https://elsewhere"}), Outcome.BAD_ANSWER),
        (reply(400, '{"error":"bad parameter"}'), Outcome.BAD_ANSWER),
        (reply(401), Outcome.KEY_REJECTED),
        (reply(402), Outcome.PLAN_LIMIT),
        (reply(403, '{"message":"Bad credentials"}'), Outcome.KEY_REJECTED),
        (reply(403, '{"message":"forbidden"}', keyed=True), Outcome.KEY_REJECTED),
        (reply(403, '{"message":"upgrade to a paid plan"}'), Outcome.PLAN_LIMIT),
        (reply(403, '{"message":"forbidden"}'), Outcome.PLAN_LIMIT),
        (reply(403, '{"message":"API rate limit exceeded"}', {"x-ratelimit-remaining": "0"}), Outcome.RATE_LIMITED),
        (reply(404), Outcome.GONE),
        (reply(410), Outcome.GONE),
        (reply(408), Outcome.UNREACHABLE),
        (reply(418), Outcome.RATE_LIMITED),
        (reply(422, '{"errors":[{"title":"Invalid value"}]}'), Outcome.BAD_ANSWER),
        (reply(429, "<html>Error 1015</html>", HTML), Outcome.RATE_LIMITED),
        (reply(451), Outcome.PLAN_LIMIT),
        (reply(500, '"Internal server error"'), Outcome.UNREACHABLE),
        (reply(503), Outcome.UNREACHABLE),
    ],
)
def test_general_rules(given: Reply, outcome: Outcome) -> None:
    verdict = judge(given)
    assert verdict.outcome is outcome
    assert outcome is Outcome.FRESH or verdict.note


def test_when_to_come_back() -> None:
    assert judge(reply(202)).retry_at == NOW + 20 * SECOND
    assert judge(reply(202, headers={"retry-after": "3"})).retry_at == NOW + 3 * SECOND
    assert judge(reply(418)).retry_at == NOW + 5 * MINUTE
    assert judge(reply(503, headers={"retry-after": "9"})).retry_at == NOW + 9 * SECOND
    limited = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(NOW // SECOND + 60)}
    assert judge(reply(403, "{}", limited)).retry_at == NOW + MINUTE


NOTOK = '{"status":"0","message":"NOTOK","result":"%s"}'
NESTED = '{"error":{"status":{"error_code":%s,"error_message":"no"}}}'


@pytest.mark.parametrize(
    ("judged", "outcome"),
    [
        (coingecko.judge(reply(401, NESTED % 10002)), Outcome.KEY_REJECTED),
        (coingecko.judge(reply(400, NESTED % 10010)), Outcome.KEY_REJECTED),
        (coingecko.judge(reply(401, NESTED % 10005)), Outcome.PLAN_LIMIT),
        (coingecko.judge(reply(401, NESTED % 10012)), Outcome.PLAN_LIMIT),
        (coingecko.judge(reply(404, '{"error":"coin not found"}')), Outcome.GONE),
        (coingecko.judge(reply(200, '{"status":{"error_code":429,"error_message":"x"}}')), Outcome.RATE_LIMITED),
        (binance.judge(reply(400, '{"code":-1121,"msg":"Invalid symbol."}')), Outcome.GONE),
        (binance.judge(reply(200, '{"code":-1003,"msg":"Way too much"}')), Outcome.RATE_LIMITED),
        (binance.judge(reply(400, '{"code":0,"msg":"Unavailable from a restricted location"}')), Outcome.PLAN_LIMIT),
        (kraken.judge(reply(200, '{"error":["EQuery:Unknown asset pair"]}')), Outcome.GONE),
        (kraken.judge(reply(200, '{"error":["EGeneral:Too many requests"]}')), Outcome.RATE_LIMITED),
        (kraken.judge(reply(200, '{"error":["EService:Unavailable"]}')), Outcome.UNREACHABLE),
        (coinbase.judge(reply(200, '{"message":"NotFound"}')), Outcome.GONE),
        (okx.judge(reply(200, '{"code":"51001","msg":"","data":[]}')), Outcome.GONE),
        (okx.judge(reply(200, '{"code":"50011","msg":"","data":[]}')), Outcome.RATE_LIMITED),
        (
            alphavantage.judge(reply(200, '{"Information":"API rate limit is 25 requests per day. premium"}')),
            Outcome.RATE_LIMITED,
        ),
        (alphavantage.judge(reply(200, '{"Information":"This is a premium endpoint"}')), Outcome.PLAN_LIMIT),
        (alphavantage.judge(reply(200, '{"Error Message":"the apikey is invalid or missing"}')), Outcome.KEY_REJECTED),
        (alphavantage.judge(reply(200, '{"Error Message":"Invalid API call"}')), Outcome.GONE),
        (
            twelvedata.judge(reply(200, '{"code":429,"message":"out of credits","status":"error"}')),
            Outcome.RATE_LIMITED,
        ),
        (
            twelvedata.judge(reply(401, '{"code":401,"message":"apikey incorrect","status":"error"}')),
            Outcome.KEY_REJECTED,
        ),
        (yahoo.judge(reply(429, "Edge: Too Many Requests")), Outcome.RATE_LIMITED),
        (
            explorer_logs.judge(reply(200, '{"status":"0","message":"No transactions found","result":[]}')),
            Outcome.EMPTY,
        ),
        (
            explorer_logs.judge(reply(200, NOTOK % "Free API access is not supported for this chain")),
            Outcome.PLAN_LIMIT,
        ),
        (explorer_logs.judge(reply(200, NOTOK % "Free API access is temporarily unavailable")), Outcome.RATE_LIMITED),
        (explorer_logs.judge(reply(200, NOTOK % "Invalid API Key")), Outcome.KEY_REJECTED),
        (explorer_logs.judge(reply(200, '{"status":"2","message":"x","result":null}')), Outcome.RATE_LIMITED),
    ],
)
def test_vendors_own_refusals(judged: object, outcome: Outcome) -> None:
    assert getattr(judged, "outcome", None) is outcome


@pytest.mark.parametrize(
    "module", [coingecko, binance, kraken, okx, alphavantage, twelvedata, explorer_logs, yahoo, coinbase]
)
def test_judges_leave_strange_bodies_to_the_general_rules(module: object) -> None:
    for body in (b"", b"\xff\xfe{", b"{", b"[1]", b'{"code": {}}', b'{"error": 5}', b"plain words"):
        assert module.judge(reply(200, body)) is None  # type: ignore[attr-defined]


def test_messages_are_found_in_any_shape() -> None:
    assert message(reply(400, '{"error":{"status":{"error_message":"deep"}}}')) == "deep"
    assert message(reply(400, '{"errors":[{"title":"first"},{"detail":"second"}]}')) == "first; second"
    assert message(reply(400, '"bare"')) == "bare"
    assert message(reply(400, "plain  \n text")) == "plain text"
    assert message(reply(400, "<html><title>Gate</title>", HTML)) == "a web page (Gate)"
    assert len(message(reply(400, "x" * 9000))) == 240


def test_keys_are_masked_wherever_they_turn_up() -> None:
    secret = "abc/DEF=12 3456"
    text = mask(f"key {secret} and {'abc%2FDEF%3D12%203456'} and apikey=unknownbutlong", [secret])
    assert secret not in text
    assert "abc%2F" not in text
    assert "unknownbutlong" not in text
    assert b"abc/" not in mask_body(b'{"Information":"your key abc/DEF=12 3456"}', [secret])
    assert mask("nothing here", [""]) == "nothing here"
