"""The client before a real daemon, which serves the calls for conformance.

    BERGULIR_ADDRESS=127.0.0.1:7710 BERGULIR_TOKEN=... python3 -m unittest tests.test_daemon

The token is an administrator's of an empty fund.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import unittest
import uuid

from bergulir_wire import CallFailed, Connection, Limits, Metadata, Status
from messages import load

conformance, server, region, problem, rpc, details = load(
    "bergulir.v1.conformance", "bergulir.v1.server", "bergulir.v1.region", "bergulir.v1.problem",
    "google.rpc.status", "google.rpc.error_details")

ECHO, COLLECT, EXPAND, EXCHANGE, CANCELLED = (
    f"bergulir.v1.ConformanceService/{name}"
    for name in ("Echo", "Collect", "Expand", "Exchange", "ListCancelledCalls"))
ALL_KINDS: Metadata = [
    ("x-initial-text", "séribu"), ("x-initial-text", "twice"), ("x-initial-bytes-bin", b"\0\xff"),
    ("x-trailing-text", ""), ("x-trailing-bytes-bin", b""), ("other", "not echoed"),
]
INITIAL, TRAILING = ALL_KINDS[:3], ALL_KINDS[3:5]


async def connect(limits: Limits = Limits()) -> Connection:
    host, port = os.environ["BERGULIR_ADDRESS"].rsplit(":", 1)
    return await Connection.open(host, int(port), limits=limits)


def echo(size: int = 0, **behavior: object) -> bytes:
    behavior = conformance.Behavior(**behavior)
    request = conformance.EchoRequest(payload=os.urandom(size), behavior=behavior)
    return request.SerializeToString()


def exchange(payload: bytes, **behavior: object) -> bytes:
    behavior = conformance.Behavior(**behavior)
    return conformance.ExchangeRequest(payload=payload, behavior=behavior).SerializeToString()


def expand(count: int, size: int, **behavior: object) -> bytes:
    behavior = conformance.Behavior(**behavior)
    request = conformance.ExpandRequest(count=count, payload_bytes=size, behavior=behavior)
    return request.SerializeToString()


async def cancelled(connection: Connection) -> list[str]:
    reply = await connection.unary(CANCELLED, b"", timeout=10)
    return list(conformance.ListCancelledCallsResponse.FromString(reply.message).labels)


async def until_cancelled(connection: Connection, label: str) -> None:
    """Asks the server until it has noticed that a call was cancelled."""
    while label not in await cancelled(connection):
        pass


class ShapeTests(unittest.IsolatedAsyncioTestCase):
    async def test_unary_with_metadata_both_ways(self) -> None:
        async with await connect() as connection:
            request = echo(100)
            reply = await connection.unary(ECHO, request, metadata=ALL_KINDS, timeout=10)
            self.assertEqual(
                conformance.EchoResponse.FromString(reply.message).payload,
                conformance.EchoRequest.FromString(request).payload)
            self.assertEqual((reply.initial, reply.trailing), (INITIAL, TRAILING))

    async def test_client_stream(self) -> None:
        async with await connect() as connection:
            async with await connection.begin(COLLECT, metadata=ALL_KINDS, timeout=30) as call:
                payloads = [os.urandom(size) for size in (0, 1, 16_384, 16_385, 100_000)]
                for payload in payloads:
                    await call.send(
                        conformance.CollectRequest(payload=payload).SerializeToString())
                await call.half_close()
                answer = conformance.CollectResponse.FromString(await anext(call))
                self.assertEqual(answer.messages, len(payloads))
                self.assertEqual(answer.sha256, hashlib.sha256(b"".join(payloads)).digest())
                self.assertEqual([message async for message in call], [])
                self.assertEqual((call.initial, call.trailing), (INITIAL, TRAILING))

    async def test_server_stream(self) -> None:
        async with await connect() as connection:
            async with await connection.begin(
                EXPAND, expand(300, 1_000), metadata=ALL_KINDS, timeout=30
            ) as call:
                self.assertEqual(await call.begun(), INITIAL)
                answers = [conformance.ExpandResponse.FromString(m) async for m in call]
                self.assertEqual([answer.index for answer in answers], list(range(300)))
                for answer in answers:
                    self.assertEqual(answer.payload, bytes([answer.index % 256]) * 1_000)
                self.assertEqual(call.trailing, TRAILING)

    async def test_both_streams_in_turns(self) -> None:
        async with await connect() as connection:
            async with await connection.begin(EXCHANGE, metadata=ALL_KINDS, timeout=30) as call:
                self.assertEqual(await call.begun(), INITIAL)
                for size in (0, 1, 40_000):
                    payload = os.urandom(size)
                    await call.send(exchange(payload))
                    answer = conformance.ExchangeResponse.FromString(await anext(call))
                    self.assertEqual(answer.payload, payload)
                await call.send(exchange(b"end"), last=True)
                self.assertEqual(len([message async for message in call]), 1)
                self.assertEqual(call.trailing, TRAILING)

    async def test_a_server_that_ends_early_stops_the_clients_stream(self) -> None:
        async with await connect() as connection:
            async with await connection.begin(EXCHANGE, timeout=30) as call:
                await call.send(exchange(b"", failure={"code": 10, "message": "enough"}))
                with self.assertRaisesRegex(CallFailed, "ABORTED: enough"):
                    while True:
                        await call.send(exchange(bytes(10_000)))


class SizeTests(unittest.IsolatedAsyncioTestCase):
    async def test_a_message_of_three_megabytes(self) -> None:
        async with await connect() as connection:
            request = echo(3_000_000)
            reply = await connection.unary(ECHO, request, timeout=60)
            # The payload is the first field of both.
            self.assertEqual(reply.message, request[: len(reply.message)])
            self.assertGreater(len(reply.message), 3_000_000)

    async def test_a_thousand_messages_each_way_with_the_least_credit(self) -> None:
        limits = Limits(call_credit=65_536, connection_credit=65_536)
        async with await connect(limits) as connection:
            async with await connection.begin(EXCHANGE, timeout=120) as call:
                async def send_all() -> None:
                    for index in range(1_000):
                        await call.send(exchange(index.to_bytes(4, "big") * 500))
                    await call.half_close()

                sending = asyncio.create_task(send_all())
                index = 0
                async for message in call:
                    await asyncio.sleep(0)  # A reader that always comes after the frames.
                    answer = conformance.ExchangeResponse.FromString(message)
                    self.assertEqual(answer.payload, index.to_bytes(4, "big") * 500)
                    index += 1
                await sending
                self.assertEqual(index, 1_000)

    async def test_a_stream_that_is_not_read_stops_at_its_credit_and_hinders_no_other(self) -> None:
        limits = Limits(call_credit=65_536, connection_credit=131_072)
        async with await connect(limits) as connection:
            async with await connection.begin(EXPAND, expand(1_000, 10_000), timeout=60) as call:
                await call.begun()
                for _ in range(50):
                    await connection.unary(ECHO, echo(1_000), timeout=30)
                # Overdrawn by one part at most, and that only after all of the rest has come.
                self.assertLessEqual(call._incoming.balance, 0)
                self.assertGreater(call._incoming.balance, -16_416)
                came = 65_536 - call._incoming.balance
                self.assertEqual(sum(cost for _, cost in call._messages), came)
                self.assertEqual(len([message async for message in call]), 1_000)

    async def test_streams_that_nobody_reads_do_not_keep_what_another_has_used_up(self) -> None:
        async with await connect() as connection:
            peer, paused = connection._peer, {"behavior": {"pause_ms": 20_000}}
            async with await connection.begin(EXCHANGE, timeout=60) as busy:
                # Used up by the server, but too little to be given back at once.
                for _ in range(peer.connection_credit * 2 // 5 // 16_000):
                    await busy.send(exchange(bytes(15_900)))
                    await anext(busy)
                calls = [await connection.begin(COLLECT, timeout=60) for _ in range(3)]
                for call in calls:
                    await call.send(conformance.CollectRequest(**paused).SerializeToString())
                sending = [
                    asyncio.create_task(call.send(bytes(peer.call_credit - 1_024)))
                    for call in calls]
                while connection._credit > 0 and not all(task.done() for task in sending):
                    await asyncio.sleep(0)
                await asyncio.wait_for(busy.send(exchange(b"more")), 10)
                self.assertEqual(await asyncio.wait_for(anext(busy), 10), b"\x0a\x04more")
                for task in sending:
                    await task
                for call in calls:
                    call.cancel()

    async def test_many_calls_at_once_on_one_connection(self) -> None:
        async with await connect() as connection:
            requests = [echo(index * 10) for index in range(200)]
            replies = await asyncio.gather(
                *[connection.unary(ECHO, request, timeout=60) for request in requests])
            for request, reply in zip(requests, replies):
                self.assertEqual(
                    conformance.EchoResponse.FromString(reply.message).payload,
                    conformance.EchoRequest.FromString(request).payload)

    async def test_more_calls_than_the_server_takes_are_refused_alone(self) -> None:
        async with await connect() as connection:
            most = connection._peer.max_calls
            calls = [await connection.begin(EXCHANGE, timeout=60) for _ in range(most)]
            for call in calls:
                await call.begun()
            with self.assertRaises(CallFailed) as failed:
                await connection.unary(ECHO, echo(), timeout=10)
            self.assertEqual(failed.exception.status, Status.RESOURCE_EXHAUSTED)
            for call in calls:
                await call.half_close()
                self.assertEqual([message async for message in call], [])
            await connection.unary(ECHO, echo(), timeout=10)


class EndingTests(unittest.IsolatedAsyncioTestCase):
    async def test_a_call_cancelled_in_the_middle_is_noticed_by_the_server(self) -> None:
        async with await connect() as connection:
            label = uuid.uuid4().hex
            call = await connection.begin(EXPAND, expand(1_000, 10, pause_ms=10, label=label))
            await anext(call)
            call.cancel()
            with self.assertRaises(CallFailed) as failed:
                await anext(call)
            self.assertEqual(failed.exception.status, Status.CANCELLED)
            await asyncio.wait_for(until_cancelled(connection, label), 30)

    async def test_calls_that_wait_either_way_are_cancelled_with_their_connection(self) -> None:
        labels = [uuid.uuid4().hex for _ in range(3)]
        connection = await connect()
        calls = [
            await connection.begin(EXPAND, expand(50_000, 20_000, label=labels[0])),
            await connection.begin(EXCHANGE), await connection.begin(EXCHANGE),
        ]
        for call, label in zip(calls[1:], labels[1:]):
            await call.send(exchange(b"", label=label))
        for call in calls:
            await anext(call)
        # Now one waits for credit, one for a message, and one for its pause to be over.
        await calls[2].send(exchange(b"", pause_ms=60_000))
        connection._writer.close()
        async with await connect() as other:
            for label in labels:
                await asyncio.wait_for(until_cancelled(other, label), 30)
        for call in calls:
            with self.assertRaises(CallFailed) as failed:
                while True:
                    await anext(call)
            self.assertEqual(failed.exception.status, Status.UNAVAILABLE)

    async def test_the_server_keeps_a_deadline_by_itself(self) -> None:
        async with await connect() as connection:
            label = uuid.uuid4().hex
            # Sent as metadata alone, so that this side has no clock for it.
            late = [("grpc-timeout", "200m")]
            # The time of a busy server may be over before its handler has seen the label.
            while label not in await cancelled(connection):
                with self.assertRaises(CallFailed) as failed:
                    request = echo(pause_ms=60_000, label=label)
                    await asyncio.wait_for(connection.unary(ECHO, request, metadata=late), 30)
                self.assertIn(
                    failed.exception.status, (Status.CANCELLED, Status.DEADLINE_EXCEEDED))

    async def test_a_deadline_that_is_none_is_refused(self) -> None:
        async with await connect() as connection:
            for value in ("", "1", "S", "123456789S", "1x", "-1S", "1.5S"):
                with self.subTest(value), self.assertRaises(CallFailed) as failed:
                    await connection.unary(ECHO, echo(), metadata=[("grpc-timeout", value)])
                self.assertEqual(failed.exception.status, Status.INVALID_ARGUMENT)

    async def test_the_deadline_of_this_side_ends_a_call_here_and_there(self) -> None:
        async with await connect() as connection:
            label = uuid.uuid4().hex
            while label not in await cancelled(connection):
                async with await connection.begin(EXCHANGE, timeout=0.2) as call:
                    with self.assertRaises(CallFailed) as failed:
                        await call.send(exchange(b"", label=label))
                        async for _ in call:
                            pass
                self.assertEqual(failed.exception.status, Status.DEADLINE_EXCEEDED)

    async def test_a_method_that_is_not_there(self) -> None:
        async with await connect() as connection:
            for method in ("bergulir.v1.ConformanceService/No", "a/b", "a"):
                with self.subTest(method), self.assertRaises(CallFailed) as failed:
                    await connection.unary(method, b"", timeout=10)
                self.assertEqual(failed.exception.status, Status.UNIMPLEMENTED)
            await connection.unary(ECHO, echo(), timeout=10)


class RefusalTests(unittest.IsolatedAsyncioTestCase):
    async def test_an_error_that_was_asked_for_comes_with_its_details_in_every_shape(self) -> None:
        info = details.ErrorInfo(reason="TRIED", domain="example.org", metadata={"a": "b"})
        failure = conformance.Failure(code=9, message="not now – nanti")
        failure.details.add().Pack(info)
        requests = {
            ECHO: echo(failure=failure), EXPAND: expand(2, 1, failure=failure),
            COLLECT: exchange(b"", failure=failure), EXCHANGE: exchange(b"", failure=failure),
        }
        async with await connect() as connection:
            for method, request in requests.items():
                with self.subTest(method), self.assertRaises(CallFailed) as failed:
                    call = await connection.begin(method, request, metadata=ALL_KINDS, timeout=30)
                    async for _ in call:
                        pass
                refusal = failed.exception
                self.assertEqual(refusal.status, Status.FAILED_PRECONDITION)
                self.assertEqual(refusal.text, "not now – nanti")
                self.assertEqual(
                    [entry for entry in refusal.trailing if entry[0].startswith("x-")], TRAILING)
                status = rpc.Status.FromString(refusal.details or b"")
                found = details.ErrorInfo()
                self.assertTrue(status.details[0].Unpack(found))
                self.assertEqual((status.code, found), (9, info))

    async def test_who_says_nothing_is_told_so_by_code(self) -> None:
        async with await connect() as connection:
            with self.assertRaises(CallFailed) as failed:
                await connection.unary("bergulir.v1.ServerService/WhoAmI", b"", timeout=10)
            self.assertEqual(failed.exception.status, Status.UNAUTHENTICATED)
            status = rpc.Status.FromString(failed.exception.details or b"")
            found = details.ErrorInfo()
            self.assertTrue(any(detail.Unpack(found) for detail in status.details))
            self.assertEqual((found.reason, found.domain), ("TOKEN_MISSING", "bergulir.v1"))

    async def test_a_write_counts_once_and_a_refusal_has_every_reason(self) -> None:
        token = [("authorization", f"Bearer {os.environ['BERGULIR_TOKEN']}")]
        register = "bergulir.v1.RegionService/RegisterRegion"
        request = region.RegisterRegionRequest(code="91", display_name="Papua")
        request.write.request_id = str(uuid.uuid4())
        async with await connect() as connection:
            receipts = []
            for _ in range(2):
                reply = await connection.unary(
                    register, request.SerializeToString(), metadata=token, timeout=30)
                receipts.append(region.RegisterRegionResponse.FromString(reply.message).receipt)
            self.assertEqual([receipt.replayed for receipt in receipts], [False, True])
            self.assertEqual(receipts[0].name, "regions/91")
            request.write.request_id = str(uuid.uuid4())
            with self.assertRaises(CallFailed) as failed:
                await connection.unary(
                    register, request.SerializeToString(), metadata=token, timeout=30)
            self.assertEqual(failed.exception.status, Status.ALREADY_EXISTS)
            status = rpc.Status.FromString(failed.exception.details or b"")
            found = problem.ProblemDetail()
            self.assertTrue(any(detail.Unpack(found) for detail in status.details))
            self.assertEqual([v.reason for v in found.violations], ["ALREADY_EXISTS"])

    async def test_what_passes_a_limit_is_refused_by_its_field(self) -> None:
        async with await connect() as connection:
            with self.assertRaises(CallFailed) as failed:
                await connection.unary(ECHO, echo(pause_ms=60_001), timeout=10)
            self.assertEqual(failed.exception.status, Status.INVALID_ARGUMENT)
            self.assertIn("behavior.pause_ms", failed.exception.text)


if __name__ == "__main__":
    unittest.main()
