"""Network files: the shipped ones against the research behind them, errors by line and key, and back to text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.shared import shared
from watchlist.domain.errors import InputError
from watchlist.domain.network import AssetKind, Confidence, Kind, Network, Role, SeriesSpec, Stream
from watchlist.sources import abi
from watchlist.sources.network_files import NetworkFileError, load, load_folder, read
from watchlist.sources.network_text import text_of
from watchlist.sources.registry import SOURCES
from watchlist.sources.simulated import profiles

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "networks"
SHIPPED = {network.id: network for network in load_folder(FOLDER)[0]}

SMALL = """\
format = 1
id = "small"
name = "Small"
symbol = "SMALL"
kind = "network"

[[chains]]
id = 1
name = "Ethereum"
rpc = ["https://node.invalid"]

[[streams]]
name = "use"
role = "user"
kind = "use"
provider = "evm"
chain = 1
addresses = ["0xA227Cc36938f0c9E09CE0e64dfab226cad739447"]
start = 12

[[streams.events]]
signature = "Used(address indexed who, uint256 amount)"
participant = "who"
amount = "amount"
decimals = 18
"""


def test_all_shipped_files_are_valid_and_the_four_are_there() -> None:
    networks, errors = load_folder(FOLDER)
    assert errors == ()
    assert {"opengradient", "openledger", "nesa", "spacex"} <= {network.id for network in networks}
    assert SHIPPED["spacex"].kind is AssetKind.STOCK


@pytest.mark.parametrize("network", [*SHIPPED.values(), *profiles(0.1)], ids=lambda network: network.id)
def test_text_and_network_are_the_same_thing(network: Network) -> None:
    again = read(text_of(network))
    plain = {"own": network.own, "simulated": network.simulated}
    assert read(text_of(again)) == again
    if not plain["simulated"]:
        assert again == network


def test_every_topic_of_the_research_is_computed_from_a_signature() -> None:
    """Signatures that the research writes in full are hashed as they stand there; the others are in the files."""
    text = shared("networks.md").read_text(encoding="utf-8")
    ours = {
        abi.parse(event.signature).name: abi.parse(event.signature).topic
        for network in SHIPPED.values()
        for stream in network.streams
        for event in stream.events
    }
    rows = re.findall(r"`([A-Za-z]\w*\([^`]*\))`[^|\n]*?\|?[^|\n]*?`(0x[0-9a-f]{64})`", text)
    assert len(rows) > 30
    computed = 0
    for signature, topic in rows:
        if "..." in signature:
            assert ours[signature.split("(")[0]] == topic, signature
            continue
        assert abi.parse(signature).topic == topic, signature
        computed += 1
        name = signature.split("(")[0]
        if name in ours and ours[name] != topic:
            pytest.fail(f"{name} has another form in the files")
    assert computed > 25
    for selector, call in ((b, a) for a, b in re.findall(r"`(\w+\((?:[a-z0-9,]*)\))` (0x[0-9a-f]{8})\b", text)):
        assert abi.parse(call).selector == selector


def test_every_address_stands_in_the_research() -> None:
    known = {found.lower() for found in re.findall(r"0x[0-9a-fA-F]{40}\b", shared("networks.md").read_text())}
    allowed = known | {"0x" + "0" * 40, "0x0000000000000000000000000000000000000801"}
    for network in SHIPPED.values():
        for stream in network.streams:
            assert set(stream.addresses) <= allowed, stream.key
        assert {address.lower() for address, _ in network.exclusions} <= allowed
        assert {token.address.lower() for token in network.tokens if isinstance(token.chain, int)} <= allowed


def test_what_the_user_must_see_is_there() -> None:
    nesa, opengradient, spacex = (SHIPPED[name] for name in ("nesa", "opengradient", "spacex"))
    assert all(token.state == "old" for token in nesa.tokens)
    assert {"token_ethereum", "token_bsc", "coingecko_id"} <= {key for key, _ in nesa.asks}
    assert any("halted" in fact.text for fact in nesa.warnings)
    assert any("10744" in fact.text for fact in opengradient.warnings)
    assert {token.state for token in spacex.tokens} == {"other"}
    assert len({token.issuer for token in spacex.tokens}) >= 7
    for kind in (Kind.CONTRIBUTE, Kind.VERIFY, Kind.REWARD, Kind.STAKE):
        streams = [stream for stream in spacex.streams if stream.kind is kind]
        assert {stream.published for stream in streams} == {"does not exist for this asset"}
    assert any("Opendoor" in fact.text for fact in SHIPPED["openledger"].warnings)
    for network in SHIPPED.values():
        assert network.not_published
        for stream in network.streams:
            assert stream.checked
            assert bool(stream.provider) != bool(stream.published)
            assert stream.published in ("", "not published", "does not exist for this asset")


def test_sources_and_roles_are_known_ones() -> None:
    for network in SHIPPED.values():
        specs: list[SeriesSpec | Stream] = [*network.series, *network.streams]
        for spec in specs:
            if spec.provider:
                assert spec.provider in SOURCES, spec.key
                known = {name for name, _ in SOURCES[spec.provider].options} | {"since"}
                assert {name for name, _ in spec.options} <= known, spec.key
        for stream in network.streams:
            if "node operator" in stream.label or "relayer" in stream.label:
                assert stream.role is Role.VALIDATOR
            if "staker" in stream.label or "claimant" in stream.label:
                assert stream.role is Role.HOLDER


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "reason"),
    [
        ('symbol = "SMALL"', 'symbol = "SMALL', 4, "", "not valid TOML"),
        ('role = "user"', 'role = "usr"', 14, "streams[0].role", "usr"),
        ('kind = "use"', "kind = 3", 15, "streams[0].kind", "int"),
        ('provider = "evm"', 'povider = "evm"', 16, "streams[0].povider", "not known"),
        ('name = "Small"\n', "", 1, "name", "missing"),
        ("739447", "739446", 18, "streams[0].addresses", "wrong case"),
        ("0xA227Cc36938f0c9E09CE0e64dfab226cad739447", "0x12", 18, "streams[0].addresses", "20 bytes"),
        ("chain = 1\n", "chain = 2\n", 17, "streams[0].chain", "not among"),
        ("uint256 amount", "uint255x amount", 22, "streams[0].events[0].signature", "is no type"),
        ('participant = "who"', 'participant = "whom"', 23, "streams[0].events[0].participant", "no argument"),
        ("start = 12", 'start = "soon"', 19, "streams[0].start", "no date"),
        ("format = 1", "format = 2", 1, "format", "format 1"),
        ('id = "small"', 'id = "S mall"', 2, "id", "letters"),
        ("decimals = 18", "decimals = 99", 25, "streams[0].events[0].decimals", "36"),
        ("https://node.invalid", "node.invalid", 10, "chains[0].rpc", "web address"),
    ],
)
def test_an_error_names_line_and_key(old: str, new: str, line: int, key: str, reason: str) -> None:
    assert old in SMALL
    with pytest.raises(NetworkFileError) as caught:
        read(SMALL.replace(old, new, 1), "small.toml")
    assert (caught.value.line, caught.value.key) == (line, key)
    assert reason in caught.value.reason
    assert caught.value.field == f"small.toml:{line} {key}".strip()
    assert isinstance(caught.value, InputError)


def test_twice_and_nothing_and_a_bad_file_among_good_ones(tmp_path: Path) -> None:
    stream = SMALL[SMALL.index("[[streams]]") :]
    with pytest.raises(NetworkFileError, match=r"small.toml:27 streams\[1\].*twice"):
        read(SMALL + "\n" + stream, "small.toml")
    with pytest.raises(NetworkFileError, match="says why"):
        read(SMALL.replace('provider = "evm"\n', ""), "small.toml")
    (tmp_path / "a.toml").write_text(SMALL)
    (tmp_path / "b.toml").write_bytes(b"\xff")
    networks, errors = load_folder(tmp_path, own=True)
    assert [network.id for network in networks] == ["small"]
    assert networks[0].own
    assert networks[0].streams[0].confidence is Confidence.UNKNOWN
    assert "UTF-8" in errors[0].reason
    assert load_folder(tmp_path / "absent") == ((), ())
    with pytest.raises(OSError, match="No such file"):
        load(tmp_path / "none.toml")
