"""Webhooks: signed, never to private addresses unasked, with the reason told and nothing secret in it."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import ssl
from typing import Any

import pytest
import trustme

from tests.unit.channels.server import receiver
from watchlist.channels import addresses, outside, webhook
from watchlist.channels.parcel import Parcel, checked_template, line, packed, shortened
from watchlist.channels.refusal import NotSentError
from watchlist.domain.deliveries import Delivery
from watchlist.domain.errors import InputError

PARCEL = Parcel("key-1", "Title", "Body", "high", ({"firing": "f", "sentence": "It fell"},))
SECRET = "planted-hmac-secret"


def test_the_body_is_signed_and_the_key_stays_the_same() -> None:
    with receiver(200) as told:
        webhook.send(told.url, SECRET, PARCEL, private=True)
        webhook.send(told.url, SECRET, PARCEL, private=True)
    headers, body = told.headers[0], told.bodies[0]
    seconds, made = (part.split("=", 1)[1] for part in headers["X-Watchlist-Signature"].split(","))
    wanted = hmac.new(SECRET.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hexdigest()
    assert hmac.compare_digest(made, wanted)
    assert [one["Idempotency-Key"] for one in told.headers] == ["key-1", "key-1"]
    assert told.bodies[0] == told.bodies[1]
    assert json.loads(body)["alerts"][0]["sentence"] == "It fell"


@pytest.mark.parametrize(
    ("answer", "again", "wait"),
    [(400, False, 0), (302, False, 0), (500, True, 0), (429, True, 120), (503, True, 0), (0, True, 0)],
)
def test_what_the_server_answers_decides_about_another_try(answer: int, again: bool, wait: float) -> None:
    with receiver(answer) as told, pytest.raises(NotSentError) as found:
        webhook.send(told.url, SECRET, PARCEL, private=True)
    assert (found.value.again, found.value.wait) == (again, wait)
    assert SECRET not in str(found.value)
    assert "planted" not in str(found.value)


def test_a_server_that_stalls_is_left() -> None:
    with receiver(-1) as told, pytest.raises(NotSentError, match="in time"):
        webhook.send(told.url, "", PARCEL, private=True, timeout=0.2)


def test_private_addresses_and_plain_http_need_leave() -> None:
    with receiver(200) as told:
        with pytest.raises(NotSentError, match="https"):
            webhook.send(told.url, "", PARCEL)
        with pytest.raises(NotSentError, match="private"):
            webhook.send(told.url.replace("http:", "https:"), "", PARCEL)
    assert told.bodies == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "::ffff:10.0.0.1",
     "2002:7f00:1::", "100.64.0.1", "224.0.0.1", "0.0.0.0", "nonsense"],
)  # fmt: skip
def test_such_addresses_are_not_public(address: str) -> None:
    assert not addresses.is_public(address)


def test_public_addresses_are() -> None:
    assert addresses.is_public("1.1.1.1")
    assert addresses.is_public("2606:4700::1111")


def test_the_connection_goes_to_the_address_that_was_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def changing(host: str, port: int, **_more: Any) -> list[Any]:
        asked.append(host)
        address = "1.1.1.1" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    reached: list[Any] = []

    def connect(_self: object, place: Any) -> None:
        reached.append(place)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    monkeypatch.setattr(socket.socket, "connect", connect)
    with pytest.raises(NotSentError, match="reached"):
        webhook.send("https://rebinding.example/hook", "", PARCEL)
    assert reached == [("1.1.1.1", 443)]
    assert asked == ["rebinding.example"]


def test_one_private_address_among_several_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(_host: str, port: int, **_more: Any) -> list[Any]:
        return [(socket.AF_INET, 1, 6, "", (one, port)) for one in ("1.1.1.1", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(NotSentError, match="private"):
        addresses.public_address("two.example", 443, private=False)


@pytest.mark.parametrize(
    "url",
    ["https://", "ftp://x.example/", "https://a:b@x.example/", "https://x.example:0/", "https://x.example:z/", "x"],
)
def test_addresses_that_are_refused_as_text(url: str) -> None:
    with pytest.raises(NotSentError) as found:
        addresses.judged_url(url, private=False)
    assert not found.value.again


def test_an_unknown_name_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_more: Any, **_named: Any) -> list[Any]:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NotSentError, match="not found") as found:
        addresses.public_address("gone.example", 443, private=False)
    assert found.value.again


def test_a_certificate_that_is_not_trusted_is_refused() -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    with receiver(200) as told:
        # A server without encryption shows the same: the handshake fails, and nothing was sent before it.
        with pytest.raises(NotSentError, match=r"encryption|reached"):
            webhook.send(told.url.replace("http:", "https:"), "", PARCEL, private=True, timeout=2)
        assert told.bodies == []


def delivery(number: int, **more: Any) -> Delivery:
    payload = {"title": "T", "sentence": f"S{number}", "came_true": number * 86_400_000_000, "noticed": 0, **more}
    return Delivery(f"d{number}", "c", json.dumps(payload), f"k{number}", 0, 0)


def test_several_alerts_become_one_message() -> None:
    one = packed([delivery(3, severity="high")])
    assert (one.title, one.key, one.severity) == ("T", "k3", "high")
    assert "came true 1970-01-04" in one.body
    many = packed([delivery(at, caught_up=True) for at in range(30, 0, -1)])
    assert many.title == "30 alerts, 30 made up after a pause"
    assert many.body.startswith("S1 ")
    assert many.body.endswith("and 10 more")
    assert shortened(many, 2).endswith("and 19 earlier")
    assert shortened(one, 2) == one.body
    assert packed([Delivery("x", "c", "no json", "k", 0, 0)]).body == "A message that could not be read"
    assert packed([Delivery("x", "c", "[1]", "k", 0, 0)]).body == "[1]"
    assert many.firings[0] == ""


def test_templates_know_their_fields() -> None:
    assert line({"sentence": "S", "network": "n"}, "{network}: {sentence}") == "n: S"
    for wrong in ("{secret}", "{", "{0}", "{sentence.__class__}"):
        with pytest.raises(InputError):
            checked_template(wrong)


def test_outside_services_are_judged() -> None:
    for refused in ("json://1.1.1.1/x", "mailto://u:p@1.1.1.1", "nothing", "jsons://127.0.0.1/", "jsons://x:bad/"):
        with pytest.raises(NotSentError):
            outside.judge(refused, private=False)
    outside.judge("tgram://123456789:abcdefg_hijklmnop/12345678/", private=False)
    outside.judge("json://127.0.0.1/", private=True)
    with pytest.raises(NotSentError, match="understands"):
        outside.check("nonsense://x")


def test_shown_addresses_hold_no_secret() -> None:
    assert outside.shown("https://x.example/hook?token=s") == "https://x.example/…"
    assert outside.shown("tgram://123:abc/456/") == "tgram://…"
    assert outside.shown("mailtos://me:secret@mail.example") == "mailtos://mail.example/…"
    assert outside.shown("nothing") == ""
    assert outside.shown("https://[bad/") == "https://…"


@pytest.mark.parametrize(("answer", "works"), [(200, True), (500, False)])
def test_apprise_speaks_to_a_local_server(answer: int, works: bool) -> None:
    with receiver(answer) as told:
        url = told.url.replace("http:", "json:")
        if works:
            outside.send(url, PARCEL, private=True)
        else:
            with pytest.raises(NotSentError) as found:
                outside.send(url, PARCEL, private=True)
            assert "planted" not in str(found.value)
    assert json.loads(told.bodies[0])["message"] == "Body"
