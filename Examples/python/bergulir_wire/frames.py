"""The frames of the wire as values, and their bytes: `docs/wire.md` without any input or output."""

from __future__ import annotations

import enum
import struct
from dataclasses import dataclass, field
from typing import ClassVar, Union

MAX_FRAME = 65_536
MAX_HANDSHAKE_FRAME = 1_024
MAX_PART = 16_384
MAX_METHOD = 1_024
MAX_VALUE = 2_147_483_647
MAGIC = b"FRMW"

#: Keys in lower case with text, or with bytes where the key ends in `-bin`; in order, repeating.
Metadata = list[tuple[str, Union[str, bytes]]]


#: Why a side sends GOAWAY.
Reason = enum.IntEnum(
    "Reason",
    "SHUTDOWN PROTOCOL_ERROR VERSION FRAME_TOO_LARGE HANDSHAKE_TIMEOUT TOO_MANY_CONNECTIONS IDLE "
    "CREDIT_EXCEEDED TOO_MANY_PINGS SILENCE", start=0)

#: How a call ended: the statuses of gRPC.
Status = enum.IntEnum(
    "Status",
    "OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS "
    "PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED "
    "INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED", start=0)

#: What a MESSAGE frame ends.
Ends = enum.IntEnum("Ends", "MESSAGE STREAM NOTHING", start=0)


class ProtocolError(Exception):
    """The peer broke a rule of the document; the reason goes into GOAWAY."""

    def __init__(self, text: str, reason: Reason = Reason.PROTOCOL_ERROR) -> None:
        super().__init__(text)
        self.reason = reason


class _Body:
    """What is left of a body while it is read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        end = self._at + count
        if end > len(self._data):
            raise ProtocolError("A body ends too early.")
        taken = self._data[self._at : end]
        self._at = end
        return taken

    def number(self, size: int) -> int:
        return int.from_bytes(self.take(size), "big")

    def text(self, size: int) -> str:
        try:
            return self.take(size).decode("utf-8")
        except UnicodeDecodeError:
            raise ProtocolError("A text is not UTF-8.") from None

    def rest(self) -> bytes:
        return self.take(len(self._data) - self._at)

    def rest_as_text(self) -> str:
        return self.text(len(self._data) - self._at)

    @property
    def has_more(self) -> bool:
        return self._at < len(self._data)


_KEY_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._-")


@dataclass(frozen=True)
class Block:
    """A metadata block as its bytes: its size is known before its entries are read."""

    data: bytes = b""

    @classmethod
    def of(cls, metadata: Metadata) -> Block:
        """The block of some entries; `ValueError` for what the wire cannot carry."""
        data = bytearray()
        for key, value in metadata:
            key = key.lower()
            if not 1 <= len(key) <= 255 or not _KEY_CHARACTERS.issuperset(key):
                raise ValueError(f"{key!r} is no key of metadata")
            if key.endswith("-bin") != isinstance(value, bytes):
                raise ValueError(f"{key}: only keys that end in -bin have bytes, and they have")
            content = value if isinstance(value, bytes) else value.encode("utf-8")
            data += struct.pack(">B", len(key)) + key.encode()
            data += struct.pack(">I", len(content)) + content
        return cls(bytes(data))

    def entries(self) -> Metadata:
        body, metadata = _Body(self.data), Metadata()
        while body.has_more:
            key = body.text(body.number(1))
            if not key or not _KEY_CHARACTERS.issuperset(key):
                raise ProtocolError("A key of metadata has other characters than it may have.")
            size = body.number(4)
            metadata.append((key, body.take(size) if key.endswith("-bin") else body.text(size)))
        return metadata

    def encode(self) -> bytes:
        return struct.pack(">I", len(self.data)) + self.data

    @classmethod
    def read(cls, body: _Body) -> Block:
        return cls(body.take(body.number(4)))


@dataclass(frozen=True)
class Outcome:
    """A status and its text, as RESPONSE, STATUS and RESET have them."""

    status: Status
    text: str = ""

    def encode(self) -> bytes:
        text = _cut(self.text, 8_192)
        return struct.pack(">BH", self.status, len(text)) + text

    @classmethod
    def read(cls, body: _Body) -> Outcome:
        number = body.number(1)
        status = Status(number) if number <= 16 else Status.UNKNOWN
        outcome = cls(status, body.text(body.number(2)))
        if status == Status.OK and outcome.text:
            raise ProtocolError("A success has a text.")
        return outcome


@dataclass(frozen=True)
class Hello:
    """The versions of a side, and what it takes."""

    kind: ClassVar[int] = 0x01
    lowest: int = 1
    highest: int = 1
    max_message: int = 65_536
    max_metadata: int = 4_096
    max_calls: int = 1
    call_credit: int = 65_536
    connection_credit: int = 65_536

    _SETTINGS: ClassVar[dict[int, tuple[str, int, int]]] = {
        1: ("max_message", 65_536, MAX_VALUE),
        2: ("max_metadata", 4_096, 24_576),
        3: ("max_calls", 1, MAX_VALUE),
        4: ("call_credit", 65_536, MAX_VALUE),
        5: ("connection_credit", 65_536, MAX_VALUE),
    }

    def encode(self) -> bytes:
        body = MAGIC + bytes([self.lowest, self.highest])
        for number, (name, _, _) in self._SETTINGS.items():
            body += struct.pack(">HI", number, getattr(self, name))
        return _frame(self.kind, 0, 0, body)

    @classmethod
    def read(cls, body: _Body) -> Hello:
        if body.take(4) != MAGIC:
            raise ProtocolError("This is another protocol.")
        values = {"lowest": body.number(1), "highest": body.number(1)}
        if values["lowest"] > values["highest"]:
            raise ProtocolError("The versions are the wrong way round.")
        settings = body.rest()
        if len(settings) % 6:
            raise ProtocolError("A setting is cut off.")
        for number, value in struct.iter_unpack(">HI", settings):
            if number in cls._SETTINGS:
                name, least, most = cls._SETTINGS[number]
                if not least <= value <= most:
                    raise ProtocolError(f"{name} is {value}, which is out of its limits.")
                values[name] = value
        return cls(**values)


@dataclass(frozen=True)
class GoAway:
    kind: ClassVar[int] = 0x02
    reason: Reason
    last: int = 0
    text: str = ""

    def encode(self) -> bytes:
        body = struct.pack(">BI", self.reason, self.last) + _cut(self.text, 512)
        return _frame(self.kind, 0, 0, body)

    @classmethod
    def read(cls, body: _Body) -> GoAway:
        reason, last = body.number(1), body.number(4)
        known = Reason(reason) if reason <= max(Reason) else Reason.PROTOCOL_ERROR
        return cls(known, last, body.rest_as_text())


@dataclass(frozen=True)
class Ping:
    kind: ClassVar[int] = 0x03
    number: int
    is_answer: bool = False

    def encode(self) -> bytes:
        return _frame(self.kind, int(self.is_answer), 0, struct.pack(">Q", self.number))


@dataclass(frozen=True)
class Credit:
    kind: ClassVar[int] = 0x04
    call: int
    amount: int

    def encode(self) -> bytes:
        return _frame(self.kind, 0, self.call, struct.pack(">I", self.amount))


@dataclass(frozen=True)
class Request:
    """The beginning of a call; without a message it begins a stream."""

    kind: ClassVar[int] = 0x10
    call: int
    method: str
    metadata: Block = field(default_factory=Block)
    message: bytes | None = None

    def encode(self) -> bytes:
        method = self.method.encode("utf-8")
        body = struct.pack(">H", len(method)) + method + self.metadata.encode()
        whole = self.message is not None
        return _frame(self.kind, int(whole), self.call, body + (self.message or b""))

    @classmethod
    def read(cls, call: int, whole: bool, body: _Body) -> Request:
        size = body.number(2)
        if size > MAX_METHOD:
            raise ProtocolError("The name of a method is too long.")
        request = cls(call, body.text(size), Block.read(body), _part(body) if whole else None)
        return request


@dataclass(frozen=True)
class Response:
    """A whole response; `message` is absent after a failure."""

    kind: ClassVar[int] = 0x11
    call: int
    outcome: Outcome
    initial: Block = field(default_factory=Block)
    trailing: Block = field(default_factory=Block)
    message: bytes | None = None

    def encode(self) -> bytes:
        body = self.outcome.encode() + self.initial.encode() + self.trailing.encode()
        return _frame(self.kind, 1, self.call, body + (self.message or b""))

    @classmethod
    def read(cls, call: int, body: _Body) -> Response:
        outcome, initial, trailing = Outcome.read(body), Block.read(body), Block.read(body)
        message = _part(body) if outcome.status == Status.OK else None
        return cls(call, outcome, initial, trailing, message)


@dataclass(frozen=True)
class Opening:
    """A response that messages follow."""

    kind: ClassVar[int] = 0x11
    call: int
    initial: Block = field(default_factory=Block)

    def encode(self) -> bytes:
        return _frame(self.kind, 0, self.call, self.initial.encode())


@dataclass(frozen=True)
class Reset:
    kind: ClassVar[int] = 0x12
    call: int
    outcome: Outcome

    def encode(self) -> bytes:
        return _frame(self.kind, 0, self.call, self.outcome.encode())


@dataclass(frozen=True)
class Message:
    kind: ClassVar[int] = 0x13
    call: int
    data: bytes
    ends: Ends = Ends.MESSAGE

    def encode(self) -> bytes:
        return _frame(self.kind, self.ends, self.call, self.data)


@dataclass(frozen=True)
class HalfClose:
    kind: ClassVar[int] = 0x14
    call: int

    def encode(self) -> bytes:
        return _frame(self.kind, 0, self.call, b"")


@dataclass(frozen=True)
class Ending:
    """STATUS: how a stream of responses ended."""

    kind: ClassVar[int] = 0x15
    call: int
    outcome: Outcome
    trailing: Block = field(default_factory=Block)

    def encode(self) -> bytes:
        return _frame(self.kind, 0, self.call, self.outcome.encode() + self.trailing.encode())


Frame = Union[
    Hello, GoAway, Ping, Credit, Request, Response, Opening, Reset, Message, HalfClose, Ending
]


def _cut(text: str, most: int) -> bytes:
    """As much of a text as there is room for, ending with a whole character."""
    return text.encode("utf-8")[:most].decode("utf-8", "ignore").encode("utf-8")


def _frame(kind: int, flags: int, call: int, body: bytes) -> bytes:
    return struct.pack(">IBBI", 6 + len(body), kind, flags, call) + body


def _part(body: _Body) -> bytes:
    data = body.rest()
    if len(data) > MAX_PART:
        raise ProtocolError("A message is longer than one frame may carry.")
    return data


#: The highest flags of each kind, all of those below being flags of it too.
_FLAGS = {1: 0, 2: 0, 3: 1, 4: 0, 0x10: 1, 0x11: 1, 0x12: 0, 0x13: 2, 0x14: 0, 0x15: 0}


def decode(content: bytes) -> Frame:
    """The frame whose length is taken off already; `ProtocolError` where it is none."""
    kind, flags, call = struct.unpack_from(">BBI", content)
    if flags > _FLAGS.get(kind, -1):
        raise ProtocolError(f"There is no frame of kind {kind:#04x} with flags {flags:#04x}.")
    if kind != Credit.kind and (call == 0) != (kind < Request.kind):
        raise ProtocolError(f"A frame of kind {kind:#04x} belongs to call {call}.")
    body = _Body(content[6:])
    frame = _read(kind, flags, call, body)
    if body.has_more:
        raise ProtocolError("A body is too long.")
    return frame


def _read(kind: int, flags: int, call: int, body: _Body) -> Frame:
    if kind == Hello.kind:
        return Hello.read(body)
    if kind == GoAway.kind:
        return GoAway.read(body)
    if kind == Ping.kind:
        return Ping(body.number(8), bool(flags))
    if kind == Credit.kind:
        amount = body.number(4)
        if amount == 0:
            raise ProtocolError("A CREDIT gives nothing.")
        return Credit(call, amount)
    if kind == Request.kind:
        return Request.read(call, bool(flags), body)
    if kind == Response.kind:
        return Response.read(call, body) if flags else Opening(call, Block.read(body))
    if kind == Message.kind:
        return Message(call, _part(body), Ends(flags))
    if kind == HalfClose.kind:
        return HalfClose(call)
    outcome = Outcome.read(body)
    if kind == Ending.kind:
        return Ending(call, outcome, Block.read(body))
    if outcome.status == Status.OK:
        raise ProtocolError("A RESET is a success.")
    return Reset(call, outcome)


def check_length(length: int, is_first: bool) -> None:
    """Whether a frame may be as long as its first four bytes say; `ProtocolError` if not."""
    if length < 6 or (is_first and length > MAX_HANDSHAKE_FRAME):
        raise ProtocolError(f"A frame has a length of {length}.")
    if length > MAX_FRAME:
        raise ProtocolError("A frame is too long.", Reason.FRAME_TOO_LARGE)
