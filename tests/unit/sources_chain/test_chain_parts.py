"""The pure parts of reading chains: refusals, range sizes, reorganisations, log decoding, signatures."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

import msgspec
import pytest
from eth_abi.abi import encode
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.shared import SHARED, shared
from watchlist.domain.activity import NO_AMOUNT
from watchlist.domain.errors import BadAnswer, InputError
from watchlist.domain.fetches import Outcome
from watchlist.domain.network import EventSpec, Kind, Role, Stream, StreamKey
from watchlist.sources import abi
from watchlist.sources.base import Reply
from watchlist.sources.evm_blocks import first_where
from watchlist.sources.evm_logs import Log, batch_of, decode, distinct, filters_of, needs_sender
from watchlist.sources.evm_ranges import Blocks, RangeSizer, from_the_top, halves, looks_cut, missing
from watchlist.sources.evm_refusals import Refusal, understood
from watchlist.sources.evm_reorg import MOST_REFERENCES, Tail
from watchlist.sources.evm_rpc import Result, judge

TRANSFER = "Transfer(address indexed from, address indexed to, uint256 value)"


# Refusals


@pytest.mark.parametrize(
    ("text", "kind", "hint"),
    [
        ("maximum [from, to] blocks distance: 2000", Refusal.RANGE, 2000),
        ("Max range: 1000", Refusal.RANGE, 1000),
        ("block range too large", Refusal.RANGE, 0),
        ("query returned more than 10000 results", Refusal.RANGE, 0),
        ("logs matched by query exceeds limit of 10000", Refusal.RANGE, 0),
        ("backend response too large", Refusal.RANGE, 0),
        ("query timeout exceeded", Refusal.RANGE, 0),
        ("rate limit exceeded", Refusal.RATE, 0),
        ("Too Many Requests", Refusal.RATE, 0),
        ("daily request count exceeded, request rate limited", Refusal.RATE, 0),
        ("missing trie node 00 (path ) state is not available", Refusal.HISTORY, 0),
        ("No state available for block 0x12", Refusal.HISTORY, 0),
        ("block range extends beyond current head block", Refusal.HEAD, 0),
        ("invalid block range params", Refusal.HEAD, 0),
        ("the method eth_x does not exist/is not available", Refusal.METHOD, 0),
        ("batch requests are not supported", Refusal.BATCH, 0),
        ("missing api key", Refusal.AUTH, 0),
        ("the moon is full", Refusal.UNKNOWN, 0),
    ],
)
def test_refusals_are_known_by_their_idea(text: str, kind: Refusal, hint: int) -> None:
    refused = understood({"code": -32000, "message": text}, 200, 100, 20_099)
    assert (refused.kind, refused.hint) == (kind, hint)


def test_recorded_refusals_all_mean_that_it_was_too_much() -> None:
    first = 0x1A30DFD
    for sample in json.loads(shared("recorded", "evm-rpc", "refusals.json").read_text()):
        error = {name: sample[name] for name in ("code", "message", "data")}
        refused = understood(error, sample["http_status"], first, first + 8_999_999)
        assert refused.kind is Refusal.RANGE, sample["provider"]
        assert 0 <= refused.hint < 9_000_000


def test_a_suggestion_of_what_was_asked_is_no_suggestion() -> None:
    text = "this block range should work: [0x64, 0xc8]"
    assert understood({"message": text}, 200, 0x64, 0xC8).hint == 0
    assert understood({"message": text}, 200, 0x64, 0xC9).hint == 101
    assert understood({"message": text}, 200, 0x63, 0xC9).hint == 0


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_no_error_body_breaks_the_classifier(error: Any) -> None:
    assert 0 <= understood(error, 200, 10, 20).hint < 11


# Ranges


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 3_000_000), st.integers(0, 50_000))), st.integers(1, 10**6))
def test_a_refused_size_is_never_asked_again_at_once(steps: list[tuple[bool, int, int]], ceiling: int) -> None:
    sizer = RangeSizer(ceiling=ceiling)
    for refused, hint, logs in steps:
        asked = sizer.size
        assert 1 <= asked <= ceiling
        if refused:
            assert sizer.refused(asked, hint) < asked or asked == 1
        else:
            sizer.answered(asked, logs)


def test_sizes_halve_down_to_one_block_and_grow_again_slowly() -> None:
    sizer = RangeSizer(1_000)
    while sizer.size > 1:
        before = sizer.size
        assert sizer.refused(before) <= max(1, before // 2)
    sizes = []
    for _ in range(200):
        sizer.answered(sizer.size, 0)
        sizes.append(sizer.size)
    assert sizes == sorted(sizes)
    assert 1 < sizes[-1] < 1_000


_BLOCKS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda pair: Blocks(pair[0], sum(pair))))


@given(st.tuples(st.integers(0, 60), st.integers(0, 40)).map(lambda pair: Blocks(pair[0], sum(pair))), _BLOCKS)
def test_missing_is_what_was_not_read(wanted: Blocks, read: list[Blocks]) -> None:
    found = [block for each in missing(wanted, read) for block in range(each.first, each.last + 1)]
    done = {block for each in read for block in range(each.first, each.last + 1)}
    assert sorted(found) == [block for block in range(wanted.first, wanted.last + 1) if block not in done]
    assert [each.last for each in missing(wanted, read)] == sorted(
        (each.last for each in missing(wanted, read)), reverse=True
    )


def test_pieces_come_from_the_newest_end() -> None:
    assert from_the_top(Blocks(5, 20), 6, 2) == [Blocks(15, 20), Blocks(9, 14)]
    assert from_the_top(Blocks(5, 20), 6, 9)[-1] == Blocks(5, 8)
    assert halves(Blocks(1, 2)) == (Blocks(2, 2), Blocks(1, 1))


@pytest.mark.parametrize("count", [100, 500, 1_000, 10_000, 20_000, 137])
def test_round_counts_are_suspected(count: int) -> None:
    assert looks_cut(count, (137,))
    assert not looks_cut(count + 1, (137,))
    assert not looks_cut(10)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_search_finds_the_first_block_in_few_requests(low: int, at: int) -> None:
    high = low + 10**6
    asked = 0

    async def probe(places: list[int]) -> list[bool]:
        nonlocal asked
        asked += 1
        assert all(low <= place <= high for place in places)
        return [place >= low + at for place in places]

    assert asyncio.run(first_where(low, high, probe)) == low + at
    assert asked <= 6


# Reorganisations


def test_a_cursor_remembers_what_it_needs_to_take_back() -> None:
    tail = Tail(7).advanced((300, "h300"), (44, "h44"))
    tail = tail.with_events([(290, "h290", "a:1"), (290, "h290", "a:2"), (299, "h299", "b:0"), (40, "h40", "c:0")])
    again = Tail.parse(tail.text(), 7)
    assert again == tail
    assert Tail.parse(tail.text(), 8) == Tail(8)
    assert Tail.parse("not json", 7) == Tail(7)
    assert again.common({300: "h300", 299: "h299", 290: "h290", 44: "h44"}) == 300
    assert again.common({299: "other", 290: "h290", 44: "h44"}) == 290
    assert again.common({44: "other"}) is None
    cut, removed = again.cut(290)
    assert removed == ("b:0",)
    assert cut.newest == (290, "h290")
    assert set(cut.blocks) == {290}


def test_a_busy_chain_is_remembered_less_deep() -> None:
    tail = Tail(1).advanced((1_000, "h"), (744, "f"))
    for block in range(800, 1_000):
        tail = tail.with_events([(block, f"h{block}", f"t{block}:{index}") for index in range(100)])
    assert sum(len(block.references) for block in tail.blocks.values()) <= MOST_REFERENCES
    assert tail.floor is not None
    assert tail.floor[0] == min(tail.blocks) - 1


# Signatures and logs


@given(
    st.integers(0, 2**256 - 1),
    st.binary(min_size=20, max_size=20),
    st.text(max_size=40),
    st.integers(-(2**255), 2**255 - 1),
)
def test_arguments_are_read_as_the_reference_decoder_reads_them(
    number: int, address: bytes, text: str, signed: int
) -> None:
    signature = abi.parse("E(uint256 a, string s, (uint8 x, address y) t, int256 b, bytes32 h, bytes raw)")
    values = [number, text, (7, address), signed, address + bytes(12), text.encode()]
    data = "0x" + encode([argument.type for argument in signature.arguments], values).hex()
    assert abi.reader(signature, "a")([], data) == number
    assert abi.reader(signature, "s")([], data) == text.encode().decode("utf-8", "replace")
    assert abi.reader(signature, "b")([], data) == signed
    assert abi.reader(signature, "h")([], data) == "0x" + (address + bytes(12)).hex()
    assert abi.reader(signature, "raw")([], data) == "0x" + text.encode().hex()
    with pytest.raises(InputError):
        abi.reader(signature, "t")
    with pytest.raises(ValueError, match="too short"):
        abi.reader(signature, "h")([], data[:200])


@pytest.mark.parametrize("text", ["", "Transfer", "E(uint7)", "E(address", "E(address))", "E(tuple a)", "E(bytes33)"])
def test_what_is_no_signature_is_refused(text: str) -> None:
    if text == "E(uint7)":
        assert abi.parse(text).canonical == "E(uint7)"  # the size of a number is not judged
        return
    with pytest.raises(InputError):
        abi.parse(text)


def test_checksums_and_old_token_texts() -> None:
    address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
    assert abi.checksummed(address.lower()) == address
    assert abi.read_text("0x" + b"MKR".ljust(32, b"\0").hex()) == "MKR"
    assert abi.read_text("0x" + encode(["string"], ["Name"]).hex()) == "Name"
    assert abi.read_text("0x") == ""


def log(topics: list[str], data: str = "0x", index: int = 0, block: int = 5, address: str = "0x" + "ee" * 20) -> Log:
    return Log(address, topics, data, hex(block), "0x" + "ab" * 32, hex(index), "0x" + "cd" * 32)


def topic_of(address: str) -> str:
    return "0x" + "0" * 24 + address[2:]


def stream(*specs: EventSpec) -> Stream:
    return Stream(StreamKey("n", "s"), Role.HOLDER, Kind.TRADE, addresses=("0x" + "ee" * 20,), events=specs)


def test_filters_share_what_they_can_and_keep_what_was_asked_for() -> None:
    zero, holder, value = "0x" + "0" * 40, "0x" + "aa" * 20, f"0x{10**20:064x}"
    mint = EventSpec(TRANSFER, "to", "from", "value", 18, (("from", (zero,)),))
    burn = EventSpec(TRANSFER, "from", "to", "value", 18, (("to", (zero,)),))
    filters = filters_of(stream(mint, burn))
    assert len(filters) == 2
    assert filters[0].params(1, 9)["topics"][1] == ["0x" + "0" * 64]
    topic = abi.parse(TRANSFER).topic
    rows = decode(filters[0], [log([topic, topic_of(zero), topic_of(holder)], value)])
    rows += decode(filters[1], [log([topic, topic_of(zero), topic_of(holder)], value)])
    assert len(distinct(rows)) == 1
    batch = batch_of(stream(mint, burn), distinct(rows), {5: 1_700_000_000}, {})
    assert batch.participants.texts() == [holder]
    assert batch.amounts is not None
    assert batch.amounts[0] == 10**20
    assert batch.scale == 18
    nft = log([topic, topic_of(zero), topic_of(holder), "0x" + "0" * 63 + "7"])
    assert decode(filters[0], [nft, log([]), log(["0x00"])]) == []


def test_constants_senders_and_wrapped_addresses() -> None:
    plain = EventSpec(
        "Sent(uint32 indexed place, bytes32 indexed recipient, uint256 amount)", "tx.from", "recipient", "-1"
    )
    of = stream(plain)
    assert needs_sender(of)
    rows = decode(
        filters_of(of)[0],
        [log([abi.parse(plain.signature).topic, "0x" + "0" * 64, topic_of("0x" + "bb" * 20)], "0x" + "0" * 64)],
    )
    batch = batch_of(of, rows, {5: 1}, {"0x" + "ab" * 32: "0x" + "99" * 20})
    assert batch.participants.texts() == ["0x" + "99" * 20]
    assert batch.counterparties is not None
    assert batch.counterparties.texts() == ["0x" + "bb" * 20]
    assert batch.amounts is not None
    assert batch.amounts.tolist() == [-1]
    with pytest.raises(KeyError):
        batch_of(of, rows, {}, {})
    without = stream(EventSpec(TRANSFER, "from"))
    assert batch_of(without, [], {}, {}).amounts is None
    assert NO_AMOUNT < 0


# The vendors' own test vectors


VECTORS = sorted((SHARED / "recorded" / "execution-apis").glob("*/*.io")) if SHARED.exists() else []


@pytest.mark.skipif(not VECTORS, reason="recorded material is absent: shared/recorded beside the checkout")
@pytest.mark.parametrize("path", VECTORS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_reply_of_the_execution_vectors_is_understood(path: Any) -> None:
    for body in re.findall(r"^<< (.*)$", path.read_text(), re.MULTILINE):
        raw = json.loads(body)
        reply = Reply(200, {}, body.encode(), 0)
        verdict = judge(reply)
        assert verdict is None or verdict.outcome is Outcome.FRESH
        if "error" in raw:
            assert understood(raw["error"]).kind in (Refusal.HEAD, Refusal.UNKNOWN)
        elif path.parent.name == "eth_getLogs":
            logs = Result(msgspec.json.encode(raw["result"])).into(list[Log])
            assert all(int(each.block_number, 16) > 0 for each in logs)


def test_a_reply_is_judged_by_its_words_and_not_by_its_status() -> None:
    def outcome(status: int, body: str) -> Outcome | None:
        verdict = judge(Reply(status, {}, body.encode(), 0))
        return None if verdict is None else verdict.outcome

    refused = '{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"%s"}}'
    assert outcome(400, refused % "block range too high") is Outcome.FRESH
    assert outcome(503, "[" + refused % "backend overloaded" + "]") is Outcome.FRESH
    assert outcome(200, refused % "rate limit exceeded") is Outcome.RATE_LIMITED
    assert outcome(429, refused % "anything") is None
    assert outcome(502, "<html>") is None
    assert outcome(200, "[") is None
    with pytest.raises(BadAnswer):
        Result(None, {"message": "no"}).into(str)
    assert Result(b"null").maybe(str) is None
