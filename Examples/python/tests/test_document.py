"""The bytes of `docs/wire.md`, read and written by this implementation."""

from __future__ import annotations

import pathlib
import re
import unittest

from bergulir_wire import frames
from bergulir_wire.frames import (
    Block, Credit, Ending, Ends, GoAway, HalfClose, Hello, Message, Metadata, Opening, Outcome,
    Ping, ProtocolError, Reason, Request, Reset, Response, Status,
)

DOCUMENT = pathlib.Path(__file__).resolve().parents[3] / "docs" / "wire.md"
SETTINGS = {
    "max message bytes": "max_message", "max metadata bytes": "max_metadata",
    "max calls in flight": "max_calls", "credit of a call": "call_credit",
    "credit of the connection": "connection_credit",
}


class Vector:
    """A fenced block: its bytes, and the fields that stand below them."""

    def __init__(self, name: str, text: str) -> None:
        data, _, fields = text.partition("\n\n")
        self.name, self.data = name, bytes.fromhex(data)
        self.fields = [tuple(line.split(":", 1)) for line in fields.splitlines()]

    def all(self, name: str) -> list[str]:
        return [value.strip() for key, value in self.fields if key == name]

    def get(self, name: str, default: str = "") -> str:
        return next(iter(self.all(name)), default)

    def has(self, name: str) -> bool:
        return bool(self.all(name))

    def block(self, name: str) -> Block:
        metadata: Metadata = []
        for key, _, value in (entry.partition(" = ") for entry in self.all(name)):
            metadata.append((key, bytes.fromhex(value) if key.endswith("-bin") else value))
        return Block.of(metadata)

    @property
    def message(self) -> bytes | None:
        return bytes.fromhex(self.get("message")) if self.has("message") else None

    @property
    def outcome(self) -> Outcome:
        return Outcome(Status(int(self.get("status"))), self.get("text"))


def blocks(kind: str) -> list[Vector]:
    text = DOCUMENT.read_text(encoding="utf-8")
    found = re.findall(rf"^```{kind} name=(\S+)\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)
    return [Vector(name, body) for name, body in found]


def described(block: Vector) -> frames.Frame:
    """The frame that the fields of a block say it is."""
    kind, call = block.get("kind"), int(block.get("call", "0"))
    if kind == "HELLO":
        lowest, highest = block.get("versions").split(" to ")
        values = {name: int(block.get(words)) for words, name in SETTINGS.items()}
        return Hello(int(lowest), int(highest), **values)
    if kind == "GOAWAY":
        return GoAway(Reason(int(block.get("reason"))), int(block.get("last")), block.get("text"))
    if kind == "PING":
        return Ping(int(block.get("number")), block.get("role") == "answer")
    if kind == "CREDIT":
        return Credit(call, int(block.get("bytes")))
    if kind == "REQUEST":
        return Request(call, block.get("method"), block.block("metadata"), block.message)
    if kind == "RESPONSE" and block.has("status"):
        initial, trailing = block.block("initial"), block.block("trailing")
        return Response(call, block.outcome, initial, trailing, block.message)
    if kind == "RESPONSE":
        return Opening(call, block.block("initial"))
    if kind == "MESSAGE":
        ends = {"message": Ends.MESSAGE, "stream": Ends.STREAM, "nothing": Ends.NOTHING}
        return Message(call, block.message or b"", ends[block.get("ends")])
    if kind == "HALF_CLOSE":
        return HalfClose(call)
    if kind == "STATUS":
        return Ending(call, block.outcome, block.block("trailing"))
    if kind == "RESET":
        return Reset(call, block.outcome)
    raise AssertionError(f"{block.name}: there is no {kind}")


def read(data: bytes, is_first: bool = False) -> frames.Frame:
    length = int.from_bytes(data[:4], "big")
    frames.check_length(length, is_first)
    if length != len(data) - 4:
        raise AssertionError("the bytes are not one frame")
    return frames.decode(data[4:])


class DocumentTests(unittest.TestCase):
    def test_every_frame_is_what_stands_below_it(self) -> None:
        found = blocks("frame")
        self.assertGreater(len(found), 15)
        for block in found:
            with self.subTest(block.name):
                self.assertEqual(read(block.data), described(block))

    def test_what_stands_below_a_frame_is_written_as_its_bytes(self) -> None:
        for block in blocks("frame"):
            with self.subTest(block.name):
                self.assertEqual(described(block).encode().hex(" "), block.data.hex(" "))

    def test_every_broken_frame_is_refused_for_its_reason(self) -> None:
        found = blocks("broken-frame")
        self.assertGreater(len(found), 5)
        for block in found:
            with self.subTest(block.name), self.assertRaises(ProtocolError) as raised:
                read(block.data)
            self.assertEqual(raised.exception.reason, int(block.get("reason")), block.name)

    def test_a_broken_entry_of_metadata_is_found(self) -> None:
        for data in (b"\x00", b"\x01A\0\0\0\0", b"\x01a\0\0\0\1", b"\x01a\0\0\0\1\xff"):
            with self.subTest(data), self.assertRaises(ProtocolError):
                Block(data).entries()

    def test_every_line_of_a_conversation_is_the_frame_that_it_names(self) -> None:
        text = DOCUMENT.read_text(encoding="utf-8")
        lines = re.findall(r"^(?:client|server): (\S+).*? \| ([0-9a-f ]+)$", text, re.MULTILINE)
        self.assertGreater(len(lines), 20)
        for name, data in lines:
            frame = read(bytes.fromhex(data))
            self.assertEqual(frame.encode().hex(" "), data)
            self.assertEqual(NAMES[type(frame)], name)


NAMES = {
    Hello: "HELLO", GoAway: "GOAWAY", Ping: "PING", Credit: "CREDIT", Request: "REQUEST",
    Response: "RESPONSE", Opening: "RESPONSE", Reset: "RESET", Message: "MESSAGE",
    HalfClose: "HALF_CLOSE", Ending: "STATUS",
}

if __name__ == "__main__":
    unittest.main()
