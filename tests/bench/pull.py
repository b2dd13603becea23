"""Logs per second from a chain node on this machine into DuckDB: ``python -m tests.bench.pull [--quick]``.

The program's whole path (client, pacing, ledger, decoding, archive with spans) stands beside web3.py and beside a
bare loop of httpx and orjson that stores nothing, all in processes of their own on the same node. The bench of many
small requests (pull_http) is part of it.
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.bench import pull_http
from tests.bench.table import report

LOGS, QUICK_LOGS, PER_BLOCK = 1_000_000, 100_000, 250
WEB3_SHARE = 20
"""web3.py reads one block in so many: its rate is what counts, and it would take minutes."""

PAGE_BLOCKS = 64
TARGETS = {
    "ratio_to_bare": (">=", 0.5),
    "ratio_to_web3": (">=", 2.0),
    "memory_mb": ("<=", 300.0),
    **pull_http.TARGETS,
}


def own(url: str, _head: int) -> int:
    """Read everything into an archive, as a refresh does."""
    from tests.helpers.chain_reader import read_in_threads

    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(read_in_threads(Path(folder), [url]))


def bare(url: str, head: int) -> int:
    """Ask and parse, and keep nothing."""
    import httpx
    import orjson

    from tests.helpers.anvil import EMITTER

    count = 0
    with httpx.Client(timeout=60) as client:
        for first in range(0, head + 1, PAGE_BLOCKS):
            wanted = {"address": EMITTER, "fromBlock": hex(first), "toBlock": hex(min(head, first + PAGE_BLOCKS - 1))}
            body = orjson.dumps({"jsonrpc": "2.0", "id": 1, "method": "eth_getLogs", "params": [wanted]})
            answer = client.post(url, content=body, headers={"Content-Type": "application/json"})
            count += len(orjson.loads(answer.content)["result"])
    return count


def web3(url: str, head: int) -> int:
    """Ask with web3.py and decode the events with its contract class."""
    from web3 import Web3

    from tests.helpers.anvil import EMITTER

    inputs = [
        {"name": "from", "type": "address", "indexed": True},
        {"name": "to", "type": "address", "indexed": True},
        {"name": "value", "type": "uint256", "indexed": False},
    ]
    link = Web3(Web3.HTTPProvider(url, request_kwargs={"timeout": 60}))
    contract = link.eth.contract(
        address=Web3.to_checksum_address(EMITTER),
        abi=[{"type": "event", "name": "Transfer", "anonymous": False, "inputs": inputs}],
    )
    count = 0
    for first in range(0, head + 1, PAGE_BLOCKS):
        last = min(head, first + PAGE_BLOCKS - 1)
        count += len(contract.events.Transfer().get_logs(from_block=first, to_block=last))
    return count


READERS = {"own": own, "bare": bare, "web3": web3}


def child(name: str, url: str, head: int) -> None:
    """Read once and print how it went; imports are not counted, the peak of memory is."""
    READERS[name](url, 0)  # warm: imports, connection
    started = time.perf_counter()
    count = READERS[name](url, head)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"count": count, "seconds": seconds, "memory": peak}) + "\n")


def run(name: str, url: str, head: int) -> dict[str, float]:
    """Read once in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.pull", "--child", name, url, str(head)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main(argv: list[str]) -> int:
    """Run the benchmark."""
    if argv[:1] == ["--child"]:
        child(argv[1], argv[2], int(argv[3]))
        return 0
    from tests.helpers.anvil import Anvil

    quick = "--quick" in argv
    logs, rounds = (QUICK_LOGS, 1) if quick else (LOGS, 3)
    rows: list[tuple[object, ...]] = []
    rates: dict[str, list[float]] = {name: [] for name in READERS}
    memory = 0.0
    with Anvil(1_740_000_000) as node:
        node.days(logs // PER_BLOCK, PER_BLOCK, 2)
        head = node.head()
        for _ in range(rounds):
            for name in READERS:
                found = run(name, node.url, head // WEB3_SHARE if name == "web3" else head)
                if name != "web3" and found["count"] != logs:
                    raise RuntimeError(f"{name} read {found['count']:,.0f} of {logs:,} logs")
                rates[name].append(found["count"] / found["seconds"])
                if name == "own":
                    memory = max(memory, found["memory"])
                rows.append((name, int(found["count"]), found["seconds"], rates[name][-1], found["memory"]))
    http_rows, http_figures = pull_http.figures(3 if quick else 7)
    rows += [("", None, None, None, None)]
    middle = {name: median(values) for name, values in rates.items()}
    figures = {
        "logs_per_second": middle["own"],
        "ratio_to_bare": middle["own"] / middle["bare"],
        "ratio_to_web3": middle["own"] / middle["web3"],
        "memory_mb": memory,
        **http_figures,
    }
    for row in http_rows:
        sys.stdout.write("  ".join(str(cell) for cell in row) + "\n")
    report("pull", ("reader", "logs", "seconds", "logs/s", "memory MB"), rows[:-1], figures, TARGETS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
