"""The client before a server that behaves as a test wants it to, well or not."""

from __future__ import annotations

import asyncio
import unittest

from bergulir_wire import CallFailed, Connection, Limits, Status
from bergulir_wire.connection import _timeout
from bergulir_wire.frames import (
    Block, Credit, Ending, Ends, GoAway, HalfClose, Hello, Message, Opening, Outcome, Ping,
    Reason, Request, Reset,
)

from .peer import connected, listening, messages

OK = Outcome(Status.OK)


class SendingTests(unittest.IsolatedAsyncioTestCase):
    async def test_a_stream_stops_without_credit_and_goes_on_with_it(self) -> None:
        hello = Hello(call_credit=65_536, connection_credit=1 << 20, max_message=1 << 20)
        async with connected(hello) as (peer, connection):
            call = await connection.begin("a/b")
            self.assertEqual(await peer.next(), Request(1, "a/b"))
            sending = asyncio.create_task(call.send(bytes(100_000), last=True))
            # Four parts of 16,416 overdraw 65,536; what comes next is the answer to PING.
            first = await messages(peer, lambda found: len(found) == 4)
            peer.send(Ping(7))
            self.assertEqual(await peer.next(), Ping(7, is_answer=True))
            peer.send(Credit(1, 128))
            peer.send(Ping(8))
            self.assertEqual(await peer.next(), Ping(8, is_answer=True))
            peer.send(Credit(1, 1))
            rest = await messages(peer, lambda found: len(found) == 1)
            peer.send(Credit(1, 100_000))
            rest += await messages(peer, lambda found: found[-1:] and found[-1].ends == 1)
            self.assertEqual(sum(len(part.data) for part in first + rest), 100_000)
            self.assertEqual({part.ends for part in (first + rest)[:-1]}, {Ends.NOTHING})
            await sending
            peer.answer(1)
            self.assertEqual([answer async for answer in call], [b""])

    async def test_streams_share_the_connections_credit_and_unary_calls_pass_them(self) -> None:
        async with connected(Hello(call_credit=1 << 20)) as (peer, connection):
            one, two = await connection.begin("a/b"), await connection.begin("a/b")
            for _ in range(2):
                await peer.next()
            sending = asyncio.create_task(one.send(bytes(65_536)))
            await messages(peer, lambda found: len(found) == 4)
            waiting = asyncio.create_task(two.send(b"x"))
            unary = asyncio.create_task(connection.unary("a/c", b"y"))
            self.assertEqual(await peer.next(), Request(3, "a/c", Block(), b"y"))
            peer.answer(3, b"z")
            self.assertEqual((await unary).message, b"z")
            peer.send(Credit(0, 1_000))
            self.assertEqual(await messages(peer, lambda found: found), [Message(2, b"x")])
            await asyncio.gather(sending, waiting)
            one.cancel()
            two.cancel()

    async def test_a_call_that_ends_while_it_waits_for_credit_sends_no_more(self) -> None:
        async with connected() as (peer, connection):
            call = await connection.begin("a/b")
            await peer.next()
            sending = asyncio.create_task(call.send(bytes(65_536)))
            await messages(peer, lambda found: len(found) == 4)
            more = asyncio.create_task(call.send(b"x"))
            peer.answer(1, b"enough")
            await asyncio.gather(sending, more)
            self.assertEqual([answer async for answer in call], [b"enough"])
            peer.send(Credit(0, 65_536), Ping(1))
            self.assertEqual(await peer.next(), Ping(1, is_answer=True))

    async def test_what_the_server_does_not_take_is_not_sent(self) -> None:
        async with connected() as (peer, connection):
            with self.assertRaises(CallFailed) as failed:
                await connection.unary("a/b", b"", metadata=[("k", "v" * 4_096)])
            self.assertEqual(failed.exception.status, Status.RESOURCE_EXHAUSTED)
            with self.assertRaises(CallFailed) as failed:
                await connection.unary("a/b", bytes(65_537))
            self.assertEqual(failed.exception.status, Status.RESOURCE_EXHAUSTED)
            self.assertEqual(await peer.next(), Request(1, "a/b"))
            self.assertEqual((await peer.next()).outcome.status, Status.RESOURCE_EXHAUSTED)

    def test_a_deadline_has_at_most_eight_digits(self) -> None:
        cases = {
            0: "0n", 0.05: "50000000n", 0.1: "100000u", 12.345: "12345000u", 100: "100000m",
            100_000: "100000S", 1e8: "1666666M", 1e13: "99999999H",
        }
        for seconds, text in cases.items():
            self.assertEqual(_timeout(seconds), text)


class ReceivingTests(unittest.IsolatedAsyncioTestCase):
    async def test_credit_is_given_back_as_the_reader_takes(self) -> None:
        limits = Limits(call_credit=65_536, connection_credit=1 << 20, linger_time=0.1)
        async with connected(limits=limits) as (peer, connection):
            call = await connection.begin("a/b", b"")
            await peer.next()
            peer.send(Opening(1), *[Message(1, bytes(16_384)) for _ in range(4)], Ping(1))
            # Nobody has read: nothing is given back.
            self.assertEqual(await peer.next(), Ping(1, is_answer=True))
            await anext(call)
            self.assertEqual(await peer.next(), Credit(1, 16_416))
            for _ in range(3):
                await anext(call)
            self.assertEqual(await peer.next(), Credit(1, 16_416))
            self.assertEqual(await peer.next(), Credit(1, 32_832))
            peer.send(Ending(1, OK))
            self.assertEqual([answer async for answer in call], [])

    async def test_a_stream_that_has_ended_is_given_no_credit(self) -> None:
        limits = Limits(call_credit=65_536, connection_credit=1 << 20, linger_time=0.1)
        async with connected(limits=limits) as (peer, connection):
            call = await connection.begin("a/b", b"")
            await peer.next()
            peer.send(Opening(1), *[Message(1, bytes(16_384)) for _ in range(4)], Ending(1, OK))
            peer.send(Ping(1))
            self.assertEqual(await peer.next(), Ping(1, is_answer=True))
            self.assertEqual(len([answer async for answer in call]), 4)
            peer.send(Ping(2))
            self.assertEqual(await peer.next(), Ping(2, is_answer=True))

    async def test_a_message_longer_than_the_credit_comes_to_a_reader_who_waits(self) -> None:
        limits = Limits(call_credit=65_536, connection_credit=65_536, linger_time=0.1)
        async with connected(limits=limits) as (peer, connection):
            call = await connection.begin("a/b", b"")
            await peer.next()
            reading = asyncio.create_task(anext(call))
            peer.send(Opening(1))
            credit = {0: 65_536, 1: 65_536}
            for index in range(20):
                while min(credit.values()) <= 0:
                    frame = await peer.next()
                    credit[frame.call] += frame.amount
                peer.send(Message(1, bytes(16_384), Ends.NOTHING if index < 19 else Ends.MESSAGE))
                credit = {call: balance - 16_416 for call, balance in credit.items()}
            self.assertEqual(len(await reading), 20 * 16_384)
            peer.send(Ending(1, OK))

    async def test_what_comes_for_a_call_that_was_given_up_is_given_back(self) -> None:
        limits = Limits(call_credit=1 << 20, connection_credit=65_536, linger_time=0.1)
        async with connected(limits=limits) as (peer, connection):
            call = await connection.begin("a/b", b"")
            await peer.next()
            peer.send(Opening(1), Message(1, bytes(16_384)), Message(1, bytes(16_384)), Ping(1))
            self.assertEqual(await peer.next(), Ping(1, is_answer=True))
            call.cancel()
            self.assertEqual((await peer.next()).outcome.status, Status.CANCELLED)
            self.assertEqual(await peer.next(), Credit(0, 32_832))
            peer.send(Message(1, bytes(16_384)), Message(1, bytes(16_384)))
            self.assertEqual(await peer.next(), Credit(0, 32_832))
            with self.assertRaises(CallFailed):
                await anext(call)

    async def test_frames_are_read_however_they_are_cut(self) -> None:
        async with connected() as (peer, connection):
            answer = asyncio.create_task(connection.unary("a/b", b""))
            await peer.next()
            sent = Opening(1, Block.of([("k", "v")])).encode() + Message(1, b"12").encode()
            sent += Ending(1, OK, Block.of([("t-bin", b"\0\xff")])).encode()
            for byte in sent:
                peer.writer.write(bytes([byte]))
                await peer.writer.drain()
            reply = await answer
            self.assertEqual(reply.message, b"12")
            self.assertEqual(reply.initial, [("k", "v")])
            self.assertEqual(reply.trailing, [("t-bin", b"\0\xff")])

    async def test_a_message_or_metadata_above_the_limit_fail_the_call(self) -> None:
        limits = Limits(max_message=65_536, max_metadata=4_096, linger_time=0.1)
        async with connected(limits=limits) as (peer, connection):
            long = [Message(1, bytes(16_384), Ends.NOTHING) for _ in range(4)]
            call = await connection.begin("a/b", b"")
            await peer.next()
            reading = asyncio.create_task(anext(call))
            peer.send(Opening(1), *long, Message(1, b"x"))
            with self.assertRaises(CallFailed) as failed:
                await reading
            self.assertEqual(failed.exception.status, Status.RESOURCE_EXHAUSTED)
            unary = asyncio.create_task(connection.unary("a/b", b""))
            while not isinstance(await peer.next(), Request):
                pass
            peer.send(Opening(2, Block.of([("k", "v" * 4_096)])))
            with self.assertRaises(CallFailed) as failed:
                await unary
            self.assertEqual(failed.exception.status, Status.RESOURCE_EXHAUSTED)

    async def test_a_server_that_breaks_a_rule_is_told_which(self) -> None:
        flood = [Message(1, bytes(16_384)) for _ in range(5)]
        cases = [
            (Reason.PROTOCOL_ERROR, [Message(1, b"")]),
            (Reason.PROTOCOL_ERROR, [Opening(2)]),
            (Reason.PROTOCOL_ERROR, [Opening(1), Opening(1)]),
            (Reason.PROTOCOL_ERROR, [Opening(1), Message(1, b"", Ends.STREAM)]),
            (Reason.PROTOCOL_ERROR, [Opening(1), Message(1, b"", Ends.NOTHING), Ending(1, OK)]),
            (Reason.PROTOCOL_ERROR, [Ending(1, OK)]),
            (Reason.PROTOCOL_ERROR, [HalfClose(1)]),
            (Reason.PROTOCOL_ERROR, [Hello()]),
            (Reason.PROTOCOL_ERROR, [Credit(1, 2_147_483_647)]),
            (Reason.PROTOCOL_ERROR, [Credit(0, 2_147_483_647)]),
            (Reason.CREDIT_EXCEEDED, [Opening(1), *flood]),
            (Reason.TOO_MANY_PINGS, [Ping(number) for number in range(17)]),
        ]
        limits = Limits(call_credit=65_536, linger_time=0.1)
        for reason, sent in cases:
            with self.subTest(sent=sent):
                async with connected(limits=limits) as (peer, connection):
                    call = await connection.begin("a/b", b"")
                    await peer.next()
                    peer.send(*sent)
                    frame = await peer.next()
                    while isinstance(frame, (Ping, Credit)):
                        frame = await peer.next()
                    self.assertIsInstance(frame, GoAway)
                    self.assertEqual(frame.reason, reason)
                    self.assertTrue(await peer.has_ended())
                    with self.assertRaises(CallFailed) as failed:
                        await call.begun()
                        await anext(call)
                    self.assertEqual(failed.exception.status, Status.INTERNAL)


class EndingTests(unittest.IsolatedAsyncioTestCase):
    async def test_a_deadline_is_sent_and_kept_here_too(self) -> None:
        async with connected() as (peer, connection):
            unary = asyncio.create_task(connection.unary("a/b", b"", timeout=0.05))
            self.assertEqual(
                (await peer.next()).metadata.entries(), [("grpc-timeout", "50000000n")])
            with self.assertRaises(CallFailed) as failed:
                await unary
            self.assertEqual(failed.exception.status, Status.DEADLINE_EXCEEDED)
            self.assertEqual((await peer.next()).outcome.status, Status.DEADLINE_EXCEEDED)
            peer.answer(1)
            peer.send(Ping(1))
            self.assertEqual(await peer.next(), Ping(1, is_answer=True))

    async def test_reset_ends_a_call_with_its_status(self) -> None:
        async with connected() as (peer, connection):
            call = await connection.begin("a/b")
            await peer.next()
            peer.send(Opening(1), Reset(1, Outcome(Status.ABORTED, "enough")))
            with self.assertRaisesRegex(CallFailed, "ABORTED: enough"):
                await anext(call)
            with self.assertRaises(CallFailed):
                await call.send(b"")

    async def test_a_server_that_drains_gets_no_new_calls_and_ends_the_old_ones(self) -> None:
        async with connected() as (peer, connection):
            unary = asyncio.create_task(connection.unary("a/b", b""))
            await peer.next()
            peer.send(GoAway(Reason.SHUTDOWN, 4_294_967_295))
            self.assertEqual(await peer.next(), GoAway(Reason.SHUTDOWN))
            with self.assertRaises(CallFailed) as failed:
                await connection.unary("a/b", b"")
            self.assertEqual(failed.exception.status, Status.UNAVAILABLE)
            peer.answer(1, b"late")
            self.assertEqual((await unary).message, b"late")
            self.assertTrue(await peer.has_ended())

    async def test_calls_that_were_not_begun_fail_and_those_before_go_on(self) -> None:
        async with connected() as (peer, connection):
            old = asyncio.create_task(connection.unary("a/b", b""))
            await peer.next()
            new = asyncio.create_task(connection.unary("a/b", b""))
            await peer.next()
            peer.send(GoAway(Reason.IDLE, 1))
            with self.assertRaises(CallFailed) as failed:
                await new
            self.assertEqual(failed.exception.status, Status.UNAVAILABLE)
            peer.answer(1, b"late")
            self.assertEqual((await old).message, b"late")

    async def test_another_goaway_and_a_lost_connection_fail_all_calls(self) -> None:
        cases = [
            (GoAway(Reason.TOO_MANY_PINGS), Status.INTERNAL),
            (GoAway(Reason.SILENCE), Status.UNAVAILABLE), (None, Status.UNAVAILABLE),
        ]
        for sent, status in cases:
            async with connected() as (peer, connection):
                call = await connection.begin("a/b")
                await peer.next()
                if sent:
                    peer.send(sent)
                peer.writer.close()
                with self.assertRaises(CallFailed) as failed:
                    await anext(call)
                self.assertEqual(failed.exception.status, status)

    async def test_a_silent_server_is_asked_and_then_given_up(self) -> None:
        limits = Limits(keepalive_time=0.05, answer_time=0.05, linger_time=0.1)
        async with connected(limits=limits) as (peer, connection):
            call = await connection.begin("a/b")
            await peer.next()
            self.assertEqual(await peer.next(), Ping(1))
            self.assertEqual((await peer.next()).reason, Reason.SILENCE)
            with self.assertRaises(CallFailed) as failed:
                await anext(call)
            self.assertEqual(failed.exception.status, Status.UNAVAILABLE)

    async def test_a_connection_begins_with_the_right_hello_or_not_at_all(self) -> None:
        cases = [
            (GoAway(Reason.VERSION).encode(), Status.FAILED_PRECONDITION),
            (GoAway(Reason.TOO_MANY_CONNECTIONS).encode(), Status.UNAVAILABLE),
            (Hello(2, 2).encode(), Status.FAILED_PRECONDITION),
            (b"HTTP/1.1 400 Bad Request\r\n", Status.UNAVAILABLE), (b"", Status.UNAVAILABLE),
        ]
        for sent, status in cases:
            limits = Limits() if sent else Limits(hello_time=0.1)
            async with listening(lambda peer: peer.writer.write(sent)) as (port, _):
                with self.assertRaises(CallFailed) as failed:
                    await Connection.open("127.0.0.1", port, limits=limits)
                self.assertEqual(failed.exception.status, status, sent)


if __name__ == "__main__":
    unittest.main()
