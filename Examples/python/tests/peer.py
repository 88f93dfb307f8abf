"""A server whose every frame a test sends itself."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

from bergulir_wire import Connection, Limits, frames
from bergulir_wire.frames import Block, Frame, Hello, Message, Outcome, Response, Status


class Peer:
    """The server's side of one connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def next(self) -> Frame:
        length = int.from_bytes(await self.reader.readexactly(4), "big")
        return frames.decode(await self.reader.readexactly(length))

    def send(self, *sent: Frame) -> None:
        self.writer.write(b"".join(frame.encode() for frame in sent))

    def answer(self, call: int, message: bytes = b"") -> None:
        self.send(Response(call, Outcome(Status.OK), Block(), Block(), message))

    async def has_ended(self) -> bool:
        """Whether the client ends its side next; says nothing but that."""
        return await self.reader.read(1) == b""


@contextlib.asynccontextmanager
async def connected(
    hello: Hello = Hello(), limits: Limits = Limits(linger_time=0.1)
) -> AsyncIterator[tuple[Peer, Connection]]:
    """A connection to a peer that has said HELLO, both ended afterwards."""
    async with listening(lambda peer: peer.send(hello)) as (port, accepted):
        connection = await Connection.open("127.0.0.1", port, limits=limits)
        peer = await accepted
        assert isinstance(await peer.next(), Hello)
        try:
            yield peer, connection
        finally:
            peer.writer.close()
            await connection.close()


@contextlib.asynccontextmanager
async def listening(
    greet: Callable[[Peer], None]
) -> AsyncIterator[tuple[int, asyncio.Future[Peer]]]:
    """A port where a peer greets whoever comes first."""
    accepted: asyncio.Future[Peer] = asyncio.get_running_loop().create_future()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        peer = Peer(reader, writer)
        greet(peer)
        accepted.set_result(peer)

    server = await asyncio.start_server(accept, "127.0.0.1")
    try:
        yield server.sockets[0].getsockname()[1], accepted
    finally:
        server.close()
        if accepted.done():
            accepted.result().writer.close()


async def messages(peer: Peer, until: Callable[[list[Message]], bool]) -> list[Message]:
    """The MESSAGE frames that come until there are enough of them."""
    found: list[Message] = []
    while not until(found):
        frame = await peer.next()
        assert isinstance(frame, Message), frame
        found.append(frame)
    return found
