"""One connection and its calls, over asyncio.

A task reads all the time and changes the state of the connection and its calls. What callers write
waits for credit and for the socket.
"""

from __future__ import annotations

import asyncio
import collections
import ssl
import time
from dataclasses import dataclass

from .frames import (
    MAX_FRAME, MAX_METHOD, MAX_PART, MAX_VALUE, Block, Credit, Ending, Ends, Frame, GoAway,
    HalfClose, Hello, Message, Metadata, Opening, Outcome, Ping, ProtocolError, Reason, Request,
    Reset, Response, Status, check_length, decode,
)

#: What a MESSAGE, or the message of a whole request or response, costs beside its length.
COST_OF_A_MESSAGE = 32
LAST_CALL = 4_294_967_295
DETAILS = "grpc-status-details-bin"


@dataclass(frozen=True)
class Limits:
    """What this side takes (bytes), and how long it waits (seconds)."""

    max_message: int = 4 << 20
    max_metadata: int = 16 << 10
    call_credit: int = 256 << 10
    connection_credit: int = 1 << 20
    connect_time: float = 5
    hello_time: float = 5
    keepalive_time: float = 60
    answer_time: float = 20
    linger_time: float = 1


def _status_of(reason: Reason) -> Status:
    """What calls fail with when GOAWAY ends their connection for a reason."""
    if reason == Reason.VERSION:
        return Status.FAILED_PRECONDITION
    is_broken = reason in (
        Reason.PROTOCOL_ERROR, Reason.FRAME_TOO_LARGE, Reason.CREDIT_EXCEEDED,
        Reason.TOO_MANY_PINGS)
    return Status.INTERNAL if is_broken else Status.UNAVAILABLE


class CallFailed(Exception):
    """A call ended with a status that is no success."""

    def __init__(self, status: Status, text: str, trailing: Metadata | None = None) -> None:
        super().__init__(f"{status.name}: {text}")
        self.status, self.text, self.trailing = status, text, trailing or []

    @property
    def details(self) -> bytes | None:
        """The bytes of a `google.rpc.Status`, where the server sent one."""
        return next((v for k, v in self.trailing if k == DETAILS and isinstance(v, bytes)), None)


@dataclass(frozen=True)
class Reply:
    """A unary answer."""

    message: bytes
    initial: Metadata
    trailing: Metadata


@dataclass
class _Incoming:
    """The credit of one stream of the peer, or of all of them, as their receiver counts it."""

    balance: int
    owed: int = 0

    def give_back(self, cost: int) -> int:
        """Owes the peer so much more; the result is what CREDIT is to say now, or 0."""
        self.owed += cost
        if self.owed == 0 or self.owed < self.balance:
            return 0
        due, self.owed = self.owed, 0
        self.balance += due
        return due


def _timeout(seconds: float) -> str:
    """The value of `grpc-timeout`: at most eight digits, in the finest unit that has room."""
    nanoseconds = max(0, round(seconds * 1e9))
    for unit, size in (("n", 1), ("u", 10**3), ("m", 10**6), ("S", 10**9), ("M", 60 * 10**9)):
        if nanoseconds < size * 10**8:
            return f"{nanoseconds // size}{unit}"
    return f"{min(nanoseconds // (3_600 * 10**9), 99_999_999)}H"


class Call:
    """A call, from its request to its status. Leaving it as a context gives up what is not over."""

    def __init__(self, connection: Connection, number: int) -> None:
        self.initial: Metadata = []
        self.trailing: Metadata = []
        self._connection, self._number = connection, number
        self._failure: CallFailed | None = None
        self._is_over = False
        self._changed = asyncio.Event()
        self._expiry: asyncio.TimerHandle | None = None
        # What is sent.
        self._credit = connection._peer.call_credit
        self._sending = asyncio.Lock()
        self._has_ended = False
        # What comes: whole messages with what each cost, and the parts of one that still comes.
        self._has_begun = False
        self._messages: collections.deque[tuple[bytes, int]] = collections.deque()
        self._parts = bytearray()
        self._has_parts = False
        self._cost_of_parts = 0
        self._incoming = _Incoming(connection._limits.call_credit)

    async def __aenter__(self) -> Call:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.cancel()

    async def send(self, message: bytes, last: bool = False) -> None:
        """Sends a message, waiting for credit; `CallFailed` when the call failed meanwhile.

        A server may end a call well before it has read all: then nothing more is sent.
        """
        if len(message) > self._connection._peer.max_message:
            self._give_up(Status.RESOURCE_EXHAUSTED, "The message is too long for the server.")
        async with self._sending:
            if self._has_ended and not self._is_over:
                raise ValueError("the stream of requests has ended")
            at, is_whole = 0, False
            try:
                while not is_whole and await self._may_send():
                    part = message[at : at + MAX_PART]
                    at += len(part)
                    is_whole = at == len(message)
                    ends = Ends.NOTHING if not is_whole else Ends.STREAM if last else Ends.MESSAGE
                    cost = len(part) + COST_OF_A_MESSAGE
                    self._credit -= cost
                    self._connection._credit -= cost
                    self._connection._write(Message(self._number, part, ends))
                    await self._connection._drain()
            except BaseException:
                if at and not is_whole:
                    self.cancel()
                raise
            self._has_ended = self._has_ended or last

    async def half_close(self) -> None:
        """Ends the stream of requests without another message."""
        async with self._sending:
            if not self._has_ended and not self._is_over:
                self._has_ended = True
                self._connection._write(HalfClose(self._number))

    async def begun(self) -> Metadata:
        """The initial metadata, as soon as the server has sent them."""
        while not self._has_begun and not self._is_over:
            await self._change()
        if self._failure and not self._has_begun:
            raise self._failure
        return self.initial

    def __aiter__(self) -> Call:
        return self

    async def __anext__(self) -> bytes:
        while True:
            if self._messages:
                message, cost = self._messages.popleft()
                self._give_back(cost)
                return message
            if self._is_over:
                if self._failure:
                    raise self._failure
                raise StopAsyncIteration
            # A message that is longer than the credit comes only if its parts are given back.
            cost, self._cost_of_parts = self._cost_of_parts, 0
            self._give_back(cost)
            await self._change()

    def cancel(self) -> None:
        """Gives the call up, unless it is over."""
        self._give_up(Status.CANCELLED, "The caller gave up.")

    async def _may_send(self) -> bool:
        """Waits until a part may be sent; false when nobody waits for it any more."""
        while not self._is_over and min(self._credit, self._connection._credit) <= 0:
            await self._change()
        if self._failure:
            raise self._failure
        return not self._is_over

    async def _change(self) -> None:
        self._changed.clear()
        await self._changed.wait()

    def _give_back(self, cost: int) -> None:
        due = self._incoming.give_back(cost)
        if due and not self._is_over:
            self._connection._write(Credit(self._number, due))
        self._connection._give_back(cost)

    def _give_up(self, status: Status, text: str) -> None:
        if not self._is_over:
            self._connection._write(Reset(self._number, Outcome(status, text)))
            self._fail(status, text)

    def _fail(self, status: Status, text: str) -> None:
        """Ends the call from here, or by RESET: what has come and was not read is thrown away."""
        if not self._is_over:
            self._end(CallFailed(status, text))
        cost = self._cost_of_parts + sum(cost for _, cost in self._messages)
        self._messages.clear()
        self._cost_of_parts = 0
        self._connection._give_back(cost)

    def _end(self, failure: CallFailed | None) -> None:
        self._failure, self._is_over = failure, True
        if self._expiry:
            self._expiry.cancel()
        self._changed.set()
        self._connection._forget(self._number)

    def _received(self, frame: Frame) -> None:
        """Goes on by a frame of the server, if it may come now."""
        if isinstance(frame, Credit):
            self._credit += frame.amount
            _require(self._credit <= MAX_VALUE, "A CREDIT is too large.")
        elif isinstance(frame, Reset):
            self._fail(frame.outcome.status, frame.outcome.text)
        elif isinstance(frame, (Response, Opening)):
            _require(not self._has_begun, "A second RESPONSE came.")
            self._has_begun = True
            if not self._fits(frame.initial):
                return
            self.initial = frame.initial.entries()
            if isinstance(frame, Response):
                if frame.message is not None:
                    self._messages.append((frame.message, 0))
                self._conclude(frame.outcome, frame.trailing)
        elif isinstance(frame, Message):
            _require(self._has_begun and frame.ends != Ends.STREAM, "A MESSAGE came out of turn.")
            self._take(frame)
        elif isinstance(frame, Ending):
            _require(self._has_begun and not self._has_parts, "A STATUS came out of turn.")
            self._conclude(frame.outcome, frame.trailing)
        self._changed.set()

    def _take(self, frame: Message) -> None:
        cost = len(frame.data) + COST_OF_A_MESSAGE
        _require(self._incoming.balance > 0, "A MESSAGE had no credit.", Reason.CREDIT_EXCEEDED)
        self._incoming.balance -= cost
        self._parts += frame.data
        self._has_parts = frame.ends == Ends.NOTHING
        self._cost_of_parts += cost
        if len(self._parts) > self._connection._limits.max_message:
            self._give_up(Status.RESOURCE_EXHAUSTED, "The message is too long for the client.")
        elif not self._has_parts:
            self._messages.append((bytes(self._parts), self._cost_of_parts))
            self._parts.clear()
            self._cost_of_parts = 0

    def _conclude(self, outcome: Outcome, trailing: Block) -> None:
        if not self._fits(trailing):
            return
        self.trailing = trailing.entries()
        failed = outcome.status != Status.OK
        self._end(CallFailed(outcome.status, outcome.text, self.trailing) if failed else None)

    def _fits(self, block: Block) -> bool:
        if len(block.data) <= self._connection._limits.max_metadata:
            return True
        self._give_up(Status.RESOURCE_EXHAUSTED, "The metadata are too long for the client.")
        return False


class Connection:
    """A connection to a server. When it ends, whoever needs another one opens it."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, limits: Limits
    ) -> None:
        self._reader, self._writer, self._limits = reader, writer, limits
        self._peer = Hello()
        self._calls: dict[int, Call] = {}
        self._last = 0
        self._is_leaving = False
        self._failure: CallFailed | None = None
        self._credit = 0
        self._incoming = _Incoming(limits.connection_credit)
        self._pings: collections.deque[float] = collections.deque(maxlen=16)
        self._heard = time.monotonic()
        self._tasks: list[asyncio.Task[None]] = []

    @classmethod
    async def open(
        cls, host: str, port: int, tls: ssl.SSLContext | None = None, limits: Limits = Limits()
    ) -> Connection:
        """Connects and says HELLO; `CallFailed` where that does not work.

        A context for TLS is the caller's; it offers the protocol `bergulir/1`.
        """
        if tls is not None:
            tls.set_alpn_protocols(["bergulir/1"])
        try:
            reader, writer = await asyncio.wait_for(
                asyncio.open_connection(host, port, ssl=tls), limits.connect_time)
        except (OSError, asyncio.TimeoutError) as error:
            raise CallFailed(Status.UNAVAILABLE, f"No connection: {error}") from error
        connection = cls(reader, writer, limits)
        try:
            await asyncio.wait_for(connection._greet(), limits.hello_time)
        except asyncio.TimeoutError as error:
            connection._break(Reason.HANDSHAKE_TIMEOUT, "No HELLO came in time.")
            raise CallFailed(Status.UNAVAILABLE, "No HELLO came in time.") from error
        except BaseException:
            writer.close()
            raise
        connection._tasks = [
            asyncio.create_task(connection._read_all()), asyncio.create_task(connection._watch())]
        return connection

    async def __aenter__(self) -> Connection:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Begins no more calls, and ends the connection after the last one."""
        self._leave()
        await asyncio.wait(self._tasks)

    async def begin(
        self, method: str, message: bytes | None = None, *, metadata: Metadata | None = None,
        timeout: float | None = None,
    ) -> Call:
        """Begins a call of a method, `package.Service/Method`, with its only message or for `send`.

        The time (seconds) is the server's to keep too.
        """
        if self._failure or self._is_leaving:
            raise self._failure or CallFailed(Status.UNAVAILABLE, "The connection is going away.")
        if len(method.encode()) > MAX_METHOD:
            raise ValueError("the name of the method is too long")
        metadata = list(metadata or [])
        if timeout is not None:
            metadata.append(("grpc-timeout", _timeout(timeout)))
        block = Block.of(metadata)
        if len(block.data) > self._peer.max_metadata:
            raise CallFailed(Status.RESOURCE_EXHAUSTED, "The metadata are too long.")
        if self._last == LAST_CALL:
            raise CallFailed(Status.UNAVAILABLE, "The connection has no numbers left.")
        self._last += 1
        call = self._calls[self._last] = Call(self, self._last)
        if timeout is not None:
            call._expiry = asyncio.get_running_loop().call_later(
                timeout, call._give_up, Status.DEADLINE_EXCEEDED, "The time is over.")
        whole = message if message is not None and len(message) <= MAX_PART else None
        if whole is not None:
            call._has_ended = True
            self._credit -= len(whole) + COST_OF_A_MESSAGE
        self._write(Request(self._last, method, block, whole))
        try:
            await self._drain()
            if message is not None and whole is None:
                await call.send(message, last=True)
        except CallFailed:
            pass  # Whoever reads the answer is told.
        except BaseException:
            call.cancel()
            raise
        return call

    async def unary(
        self, method: str, message: bytes, *, metadata: Metadata | None = None,
        timeout: float | None = None,
    ) -> Reply:
        """Makes a call with one message either way; `CallFailed` when it fails."""
        async with await self.begin(method, message, metadata=metadata, timeout=timeout) as call:
            answers = [answer async for answer in call]
            if len(answers) != 1:
                raise CallFailed(Status.INTERNAL, f"{len(answers)} messages answer a unary call.")
            return Reply(answers[0], call.initial, call.trailing)

    def _write(self, frame: Frame) -> None:
        if not self._failure:
            self._writer.write(frame.encode())

    async def _drain(self) -> None:
        try:
            await self._writer.drain()
        except OSError:
            pass  # The task that reads finds the same, and tells the calls.

    async def _next(self, is_first: bool = False) -> Frame:
        length = int.from_bytes(await self._reader.readexactly(4), "big")
        check_length(length, is_first)
        content = await self._reader.readexactly(length)
        self._heard = time.monotonic()
        return decode(content)

    async def _greet(self) -> None:
        limits = self._limits
        self._write(Hello(
            max_message=limits.max_message, max_metadata=limits.max_metadata,
            call_credit=limits.call_credit, connection_credit=limits.connection_credit))
        try:
            frame = await self._next(is_first=True)
        except (ProtocolError, OSError, asyncio.IncompleteReadError) as error:
            raise CallFailed(Status.UNAVAILABLE, f"No HELLO came: {error}") from error
        if isinstance(frame, GoAway):
            raise CallFailed(_status_of(frame.reason), frame.text)
        if not isinstance(frame, Hello) or (frame.lowest, frame.highest) != (1, 1):
            raise CallFailed(Status.FAILED_PRECONDITION, "There is no version that both speak.")
        self._peer, self._credit = frame, frame.connection_credit

    async def _read_all(self) -> None:
        try:
            while not self._failure:
                frame = await self._next()
                if not self._failure:
                    self._received(frame)
            # To close with bytes unread would reset the connection, and overtake what was sent.
            while await self._reader.read(MAX_FRAME):
                pass
        except ProtocolError as error:
            self._break(error.reason, str(error))
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self._end(Status.UNAVAILABLE, "The connection was lost; the outcome is not known.")
            self._tasks[1].cancel()
            self._writer.close()

    async def _watch(self) -> None:
        """Asks after a peer that says nothing, and gives it up when it does not answer."""
        silence, answer = self._limits.keepalive_time, self._limits.answer_time
        asked = 0
        while True:
            quiet = time.monotonic() - self._heard
            if quiet < silence:
                await asyncio.sleep(silence - quiet)
                continue
            asked += 1
            self._write(Ping(asked))
            asked_at = time.monotonic()
            await asyncio.sleep(answer)
            if self._heard < asked_at:
                self._break(Reason.SILENCE, "Nothing has come for too long.")
                return

    def _received(self, frame: Frame) -> None:
        if isinstance(frame, Ping):
            now = time.monotonic()
            is_flood = len(self._pings) == 16 and now - self._pings[0] < 10
            _require(not is_flood, "There are too many PINGs.", Reason.TOO_MANY_PINGS)
            self._pings.append(now)
            if not frame.is_answer:
                self._write(Ping(frame.number, is_answer=True))
        elif isinstance(frame, GoAway):
            self._sent_away(frame)
        elif isinstance(frame, Credit) and frame.call == 0:
            self._credit += frame.amount
            _require(self._credit <= MAX_VALUE, "A CREDIT is too large.")
            for call in self._calls.values():
                call._changed.set()
        elif isinstance(frame, (Hello, Request, HalfClose)):
            raise ProtocolError(f"A server sends no {type(frame).__name__} now.")
        else:
            self._received_of_call(frame)

    def _received_of_call(
        self, frame: Credit | Response | Opening | Message | Ending | Reset
    ) -> None:
        _require(frame.call <= self._last, "A frame belongs to a call that is yet to begin.")
        call = self._calls.get(frame.call)
        if isinstance(frame, Message):
            _require(
                self._incoming.balance > 0, "A MESSAGE had no credit.", Reason.CREDIT_EXCEEDED)
        cost = _cost(frame)
        self._incoming.balance -= cost
        # A reader gives back what a message of its stream has cost; all else is given back at once.
        self._give_back(0 if isinstance(frame, Message) and call else cost)
        if call:
            call._received(frame)

    def _give_back(self, cost: int) -> None:
        if due := self._incoming.give_back(cost):
            self._write(Credit(0, due))

    def _sent_away(self, frame: GoAway) -> None:
        if frame.reason not in (Reason.SHUTDOWN, Reason.IDLE):
            self._end(_status_of(frame.reason), frame.text or frame.reason.name)
            return
        for number in [number for number in self._calls if number > frame.last]:
            self._calls[number]._fail(Status.UNAVAILABLE, "The server did not begin the call.")
        self._leave()

    def _leave(self) -> None:
        if not self._is_leaving:
            self._write(GoAway(Reason.SHUTDOWN))
            self._is_leaving = True
            self._forget(0)

    def _forget(self, number: int) -> None:
        self._calls.pop(number, None)
        if self._is_leaving and not self._calls:
            self._end(Status.UNAVAILABLE, "The connection has ended.")

    def _break(self, reason: Reason, text: str) -> None:
        self._write(GoAway(reason, text=text))
        self._end(_status_of(reason), text)

    def _end(self, status: Status, text: str) -> None:
        """Fails all calls and ends this side; the peer ends the other, or is not waited for."""
        if self._failure:
            return
        self._failure = CallFailed(status, text)
        for call in list(self._calls.values()):
            call._fail(status, text)
        if self._writer.can_write_eof():
            self._writer.write_eof()
        asyncio.get_running_loop().call_later(self._limits.linger_time, self._writer.close)


def _cost(frame: Frame) -> int:
    if isinstance(frame, Message):
        return len(frame.data) + COST_OF_A_MESSAGE
    if isinstance(frame, Response) and frame.message is not None:
        return len(frame.message) + COST_OF_A_MESSAGE
    return 0


def _require(is_true: bool, text: str, reason: Reason = Reason.PROTOCOL_ERROR) -> None:
    if not is_true:
        raise ProtocolError(text, reason)
