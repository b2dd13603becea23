"""Reading a stream of a chain: resumable, gap-free, each event once, newest first, and put right after reorganisations.

What to read follows from the block marks of the stored spans, never from memory. Every step makes progress, asks for
strictly less, or uses up a bounded patience: it cannot loop for ever, whatever a node says.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

import msgspec

from watchlist.domain.activity import ReadSpan, merge_spans
from watchlist.domain.errors import BadAnswer, KeyRejected, RateLimited, SourceError
from watchlist.domain.instants import DAY, MINUTE, SECOND, Instant, parse_iso
from watchlist.domain.network import Chain, Stream
from watchlist.sources.base import EventSlice, Resume, option
from watchlist.sources.client import Client
from watchlist.sources.evm_blocks import (
    SETTLED,
    BlockMark,
    block_at,
    first_by_explorer,
    first_code,
    header_call,
    headers,
    mark_of,
    senders,
    settled,
)
from watchlist.sources.evm_logs import Filter, Log, Row, batch_of, decode, distinct, filters_of, needs_sender, no_events
from watchlist.sources.evm_nodes import Nodes
from watchlist.sources.evm_ranges import WANTED_LOGS, Blocks, from_the_top, halves, looks_cut, missing
from watchlist.sources.evm_refusals import Refusal, Refused
from watchlist.sources.evm_reorg import DEPTH, Tail
from watchlist.sources.evm_rpc import KEY, TOO_LARGE, Call, Node, Result, ask

MOST_IDLE = 16
MOST_PIECES = 8
UNKNOWN_HALVINGS = 4
SAMPLE_BLOCKS = 200
FALLBACK_DAYS = 365


class Reorganised(Exception):
    """The newest block that was read is not what it was."""


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks that were read, their rows, and the instant of their first block."""

    blocks: Blocks
    rows: list[Row]
    begins: Instant


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on its way: the pieces, newest first, and the newest known block that is looked at again with it."""

    node: Node
    pieces: list[Blocks]
    newest: tuple[int, str] | None
    answer: asyncio.Task[list[Result]]

    def fits(self, stretch: Blocks) -> bool:
        """Whether it still asks for the newest end of a stretch."""
        return self.pieces[0].last == stretch.last and self.pieces[-1].first >= stretch.first


class LogReader:
    """Reads one stream once; ``slices`` is the whole of it."""

    def __init__(self, client: Client, stream: Stream, chain: Chain, resume: Resume) -> None:
        self._client = client
        self._stream = stream
        self._resume = resume
        self._tail = Tail.parse(resume.cursor, chain.chain_id)
        self._kept = replace(self._tail, sizes={})
        self._nodes = Nodes(client, chain, dict(self._tail.sizes))
        self._filters = filters_of(stream)
        self._spans = merge_spans(list(resume.spans))
        self._gaps: list[Blocks] = []
        self._density: float | None = None
        self._ahead: Asked | None = None
        self._idle = 0
        self._unknown = 0
        self._compared = False
        wanted = option(stream, "head")
        self._tags = (wanted, "latest") if wanted and wanted != "latest" else ("latest",) if wanted else SETTLED
        self._last_problem: SourceError = BadAnswer(KEY, "nothing could be read")

    # The whole

    async def slices(self) -> AsyncIterator[EventSlice]:
        """Yield what is missing, newest first. Raises SourceError; what was yielded before stays read."""
        target, corrections = await self._follow()
        for correction in corrections:
            yield correction
        wanted = await self._wanted(target)
        total = sum(len(stretch) for stretch in self._missing(wanted))
        try:
            while todo := self._missing(wanted):
                try:
                    pages = await self._step(todo)
                except Reorganised:
                    target, corrections = await self._follow()
                    for correction in corrections:
                        yield correction
                    wanted = Blocks(wanted.first, target.number)
                    self._patience()
                    continue
                for page in pages:
                    yield await self._slice(page, target)
                left = sum(len(stretch) for stretch in self._missing(wanted))
                self._resume.report(max(0, total - left), total, "blocks")
        finally:
            await self._forget_ahead()
        if self._gaps:
            first = self._gaps[0]
            raise BadAnswer(KEY, f"{len(self._gaps)} blocks are refused even one by one, block {first.first} for one")

    def _missing(self, wanted: Blocks) -> list[Blocks]:
        read = [Blocks(int(span.first_mark), int(span.last_mark)) for span in self._spans if span.first_mark]
        return missing(wanted, [*read, *self._gaps])

    def _patience(self, problem: SourceError | None = None, cost: int = 1) -> None:
        """Use up some patience. Raises the problem where none is left."""
        self._last_problem = problem or self._last_problem
        self._idle += cost
        if self._idle > MOST_IDLE:
            raise self._last_problem

    # What there is to read

    async def _follow(self) -> tuple[BlockMark, list[EventSlice]]:
        """Find the newest settled block, and take back what a reorganisation removed since the last reading."""
        corrections: list[EventSlice] = []
        for _ in range(MOST_IDLE):
            target, _tag = await settled(self._nodes, self._tags)
            newest = self._tail.newest
            floor = max(0, target.number - DEPTH)
            ends = {target.number, floor, *([newest[0]] if newest else [])}
            now = await headers(self._nodes, ends, "newest block")
            if floor not in now or target.number not in now or now[target.number].hash != target.hash:
                await asyncio.sleep(0.05)
                continue  # it moved while it was asked
            if newest is not None and newest[0] not in now and newest[0] > target.number:
                return replace(target, number=min(target.number, newest[0])), corrections  # a node that lags behind
            if newest is not None and (newest[0] not in now or now[newest[0]].hash != newest[1]):
                corrections.append(await self._take_back())
                continue
            if newest is not None and newest[0] >= target.number:
                return now[newest[0]], corrections
            lowest = now[floor]
            self._tail = self._tail.advanced((target.number, target.hash), (lowest.number, lowest.hash))
            return target, corrections
        raise BadAnswer(KEY, "the chain changes faster than it can be read")

    async def _take_back(self) -> EventSlice:
        """Name everything that was read after the newest block that still exists, and forget that it was read."""
        now = await headers(self._nodes, self._tail.marks(), "reorganisation")
        common = self._tail.common({number: mark.hash for number, mark in now.items()})
        if common is None:
            raise BadAnswer(
                KEY, f"the chain was reorganised deeper than {DEPTH} blocks: this stream has to be read anew"
            )
        self._tail, removed = self._tail.cut(common)
        until = now[common].instant
        kept = [
            span
            if int(span.last_mark or 0) <= common
            else ReadSpan(span.start, max(span.start, min(span.end, until)), span.first_mark, str(common))
            for span in self._spans
            if int(span.first_mark or 0) <= common
        ]
        self._spans = merge_spans(kept)
        self._kept = replace(self._tail, sizes={})
        return EventSlice(no_events(self._stream.key), None, self._tail.text(), removed, tuple(self._spans))

    async def _wanted(self, target: BlockMark) -> Blocks:
        """Return the blocks to read: from the stream's start or ``since`` up to the newest settled one."""
        if self._tail.start < 0:
            start, known = await self._start(target)
            self._tail = replace(self._tail, start=start, start_known=known)
        first = self._tail.start
        if self._resume.since is not None and first <= target.number:
            begins = (await headers(self._nodes, [first], "start block")).get(first)
            if begins is None or begins.instant < self._resume.since:
                first = await block_at(self._nodes, self._resume.since, first, target.number)
        return Blocks(first, target.number)

    async def _start(self, target: BlockMark) -> tuple[int, bool]:
        """Return the stream's first block, and whether it is known rather than chosen."""
        start = self._stream.start
        if start.isdigit():
            return int(start), True
        if start not in ("", "discover"):
            return await block_at(self._nodes, parse_iso(start), 0, target.number), True
        found: list[int] = []
        for address in self._stream.addresses:
            try:
                made = await first_code(self._nodes, address, target.number)
            except (BadAnswer, KeyRejected):
                made = await first_by_explorer(self._client, self._nodes, self._nodes.chain.explorer, address)
                if made is None:  # nobody knows: begin at a date, and say that it is not the beginning
                    date = option(self._stream, "since")
                    when = parse_iso(date) if date else target.instant - FALLBACK_DAYS * DAY
                    return await block_at(self._nodes, when, 0, target.number), False
            found.append(made if made is not None else 0)
        return min(found, default=0), True

    # One question

    async def _step(self, todo: Sequence[Blocks]) -> list[Page]:
        """Ask for the newest pieces that are missing; returns the pages that were answered, newest first."""
        asked, self._ahead = self._ahead, None
        if asked is not None and not asked.fits(todo[0]):
            self._ahead = asked
            await self._forget_ahead()
            asked = None
        if asked is None:
            asked = self._question(await self._nodes.first(), todo[0])
        try:
            results = await asked.answer
            below = _after(todo, asked.pieces[-1])
            if below is not None and self._density is not None and not self._idle:
                self._ahead = self._question(asked.node, below)  # the node works while this answer is worked on
            return await self._pages(asked, results)
        except RateLimited as error:
            if error.retry_at > self._client.clock() + MINUTE:
                raise
            self._patience(error)
            await asyncio.sleep(max(0.02, (error.retry_at - self._client.clock()) / SECOND))
        except SourceError as error:
            asked.node.failed(self._client.clock())
            self._patience(error)
            await asyncio.sleep(min(2.0, 0.05 * 2 ** min(self._idle, 6)))
        return []

    def _question(self, node: Node, stretch: Blocks) -> Asked:
        """Send the question for the newest end of a stretch."""
        pieces = from_the_top(stretch, node.sizer.size, self._count(node))
        newest = self._tail.newest if self._tail.newest and pieces[0].last > self._tail.newest[0] - DEPTH else None
        calls = self._calls(pieces, newest)
        task = asyncio.create_task(ask(self._client, node, calls, "events"), name=f"evm {self._stream.key}")
        return Asked(node, pieces, newest, task)

    async def _forget_ahead(self) -> None:
        """Drop a question whose answer is not wanted any more."""
        if self._ahead is not None:
            self._ahead.answer.cancel()
            with suppress(asyncio.CancelledError, SourceError):
                await self._ahead.answer
            self._ahead = None

    def _count(self, node: Node) -> int:
        """Return how many ranges to ask for in one request: one while nothing is known, more where little is found."""
        if self._density is None or self._idle:
            return 1
        expected = self._density * node.sizer.size
        return int(max(1, min(MOST_PIECES, WANTED_LOGS // max(1.0, expected))))

    def _calls(self, pieces: Sequence[Blocks], newest: tuple[int, str] | None) -> list[Call]:
        calls = [
            Call("eth_getLogs", [each.params(piece.first, piece.last)]) for piece in pieces for each in self._filters
        ]
        calls += [header_call(piece.first) for piece in pieces]
        return calls if newest is None else [*calls, header_call(newest[0])]

    async def _pages(self, asked: Asked, results: Sequence[Result]) -> list[Page]:
        node, pieces, width = asked.node, asked.pieces, len(self._filters)
        logs_of, heads = results[: width * len(pieces)], results[width * len(pieces) :]
        checked = asked.newest is not None
        if checked and heads[-1].refused() is None:
            self._unchanged(asked.newest, heads[-1])
        pages: list[Page] = []
        for place, piece in enumerate(pieces):
            answers = logs_of[place * width : (place + 1) * width]
            refused = next(filter(None, (each.refused(piece.first, piece.last) for each in answers)), None)
            rows = (
                await self._rows(node, piece, answers) if refused is None else await self._refused(node, piece, refused)
            )
            if rows is None:
                break
            begins = mark_of(heads[place])
            if begins is None or (checked and heads[-1].refused() is not None):
                self._patience(BadAnswer(KEY, f"{node.name} does not know a block that it gave events of"))
                break
            pages.append(Page(piece, rows, begins.instant))
        if pages:
            node.worked()
            self._idle = self._unknown = 0
            await self._compare(node, pages[0])
        return pages

    @staticmethod
    def _unchanged(newest: tuple[int, str] | None, result: Result) -> None:
        mark = mark_of(result)
        if newest is not None and (mark is None or mark.hash != newest[1]):
            raise Reorganised

    async def _rows(self, node: Node, piece: Blocks, answers: Sequence[Result]) -> list[Row] | None:
        """Return the rows of an answered piece; None where the node seems to have cut the answer off."""
        rows: list[Row] = []
        count = 0
        for each, answer in zip(self._filters, answers, strict=True):
            logs = answer.into(list[Log])
            _check(piece, logs)
            if looks_cut(len(logs), tuple(node.caps)) and await self._is_cut(node, piece, each, len(logs)):
                node.caps.add(len(logs))
                if len(piece) > 1:
                    node.sizer.refused(len(piece))
                    return None
                return await self._alone(node, piece)
            count = max(count, len(logs))
            rows += decode(each, logs)
        node.sizer.answered(len(piece), count)
        self._density = count / len(piece)
        return distinct(rows) if len(self._filters) > 1 else rows

    async def _is_cut(self, node: Node, piece: Blocks, each: Filter, count: int) -> bool:
        """Ask for the same in halves (a single block: filter by filter) and compare the number of results."""
        if len(piece) > 1:
            calls = [Call("eth_getLogs", [each.params(half.first, half.last)]) for half in halves(piece)]
        else:
            parts = each.parts()
            if len(parts) < 2:
                return False
            calls = [Call("eth_getLogs", [part.params(piece.first, piece.last)]) for part in parts]
        results = await ask(self._client, node, calls, "events, asked again")
        if any(result.refused() is not None for result in results):
            return True
        return sum(len(result.into(list[msgspec.Raw])) for result in results) != count

    async def _refused(self, node: Node, piece: Blocks, refused: Refused) -> list[Row] | None:
        """React to a refusal; rows only where a single block could be read in another way."""
        problem = BadAnswer(KEY, f"{node.name}: {refused.text}")
        if refused.kind is Refusal.RATE:
            self._patience(problem)
            await asyncio.sleep(min(8.0, 0.1 * 2**self._idle))
        elif refused.kind is Refusal.HEAD:
            self._patience(problem)
            raise Reorganised
        elif refused.kind is Refusal.RANGE or (refused.kind is Refusal.UNKNOWN and self._unknown < UNKNOWN_HALVINGS):
            self._unknown += refused.kind is Refusal.UNKNOWN
            if len(piece) == 1:
                return await self._alone(node, piece)
            self._density = None
            node.sizer.refused(len(piece), refused.hint or (len(piece) // 4 if refused.text == TOO_LARGE else 0))
        else:
            node.failed(self._client.clock())
            if refused.kind is Refusal.AUTH:
                problem_key = KeyRejected(KEY, f"{node.name}: {refused.text}")
                self._patience(problem_key, 4)
            else:
                self._patience(problem, 4)
        return None

    async def _alone(self, node: Node, piece: Blocks) -> list[Row] | None:
        """Read one block that is too much: filter by filter, then from another node; else it stays a gap."""
        other = await self._nodes.second(node)
        for which in [node, *([other] if other else [])]:
            rows: list[Row] = []
            whole = True
            for each in self._filters:
                for part in each.parts() if which is node else [each]:
                    asked = [Call("eth_getLogs", [part.params(piece.first, piece.last)])]
                    result = (await ask(self._client, which, asked, "events of one block"))[0]
                    if result.refused() is not None:
                        whole = False
                        break
                    rows += decode(part, result.into(list[Log]))
            if whole:
                return distinct(rows)
        self._gaps.append(piece)
        return None

    async def _compare(self, node: Node, page: Page) -> None:
        """Once per reading, ask another node for a sample and compare. Raises BadAnswer where this one has less."""
        if self._compared or not page.rows:
            return
        self._compared = True
        other = await self._nodes.second(node)
        if other is None:
            return
        last = int(page.rows[-1].log.block_number, 16)
        sample = Blocks(max(page.blocks.first, last - SAMPLE_BLOCKS + 1), last)
        mine = {row.reference for row in page.rows if sample.first <= int(row.log.block_number, 16) <= last}
        try:
            calls = [Call("eth_getLogs", [each.params(sample.first, sample.last)]) for each in self._filters]
            results = await ask(self._client, other, calls, "sample of another node")
            theirs = {
                row.reference
                for each, result in zip(self._filters, results, strict=True)
                for row in decode(each, result.into(list[Log]))
            }
        except SourceError:
            return  # the other node cannot say: nothing is proven against this one
        if mine - theirs:
            other.failed(self._client.clock())
        elif theirs - mine:
            self._compared = False
            raise BadAnswer(KEY, f"{node.name} lacks events that {other.name} has")

    # What goes to the store

    async def _slice(self, page: Page, target: BlockMark) -> EventSlice:
        unknown = {int(row.log.block_number, 16) for row in page.rows if row.log.block_timestamp is None}
        marks = await headers(self._nodes, unknown) if unknown else {}
        if len(marks) < len(unknown):
            raise BadAnswer(KEY, "a node does not know a block whose log it gave")
        times = {number: mark.instant // SECOND for number, mark in marks.items()}
        sent: dict[str, str] = {}
        if needs_sender(self._stream) and page.rows:
            sent = await senders(self._nodes, {row.log.transaction_hash for row in page.rows})
        batch = batch_of(self._stream, page.rows, times, sent)
        floor = self._tail.floor[0] if self._tail.floor else 0
        if page.blocks.last > floor:
            self._tail = self._tail.with_events(
                (int(row.log.block_number, 16), row.log.block_hash.lower(), row.reference) for row in page.rows
            )
        span = await self._span(page, target)
        self._spans = merge_spans([*self._spans, span])
        cursor = ""
        if replace(self._tail, sizes={}) != self._kept:
            self._kept = replace(self._tail, sizes={})
            cursor = replace(self._tail, sizes=self._nodes.sizes()).text()
        return EventSlice(batch, span, cursor)

    async def _span(self, page: Page, target: BlockMark) -> ReadSpan:
        """Return the time that a page fills: it touches its neighbours, and claims no instant that is read in part."""
        first, last = page.blocks.first, page.blocks.last
        below = next((span for span in self._spans if span.last_mark == str(first - 1)), None)
        above = next((span for span in self._spans if span.first_mark == str(last + 1)), None)
        if above is not None:
            end = above.start
        elif last == target.number:
            end = target.instant
        else:
            end = (await headers(self._nodes, [last]))[last].instant
        if below is not None:
            start = below.end
        else:
            start = page.begins + (0 if first == self._tail.start else 2)
        if start > end:  # blocks of one second whose neighbours are not read: no instant is complete
            start = end = page.begins + 1
        return ReadSpan(start, end, str(first), str(last))


def _after(todo: Sequence[Blocks], piece: Blocks) -> Blocks | None:
    """Return the stretch that follows a piece of the first one."""
    if piece.first > todo[0].first:
        return Blocks(todo[0].first, piece.first - 1)
    return todo[1] if len(todo) > 1 else None


def _check(piece: Blocks, logs: Sequence[Log]) -> None:
    """Raises BadAnswer for logs that were not asked for."""
    for log in (logs[0], logs[-1]) if logs else ():
        try:
            inside = piece.first <= int(log.block_number, 16) <= piece.last
        except ValueError:
            inside = False
        if not inside:
            raise BadAnswer(KEY, "a node gave logs of other blocks than were asked for")
