"""The client before a daemon that is told to stop: BERGULIR_ADDRESS, BERGULIR_PID."""

from __future__ import annotations

import asyncio
import os
import signal
import unittest

from bergulir_wire import CallFailed, Status

from .test_daemon import ECHO, EXCHANGE, conformance, connect, echo, exchange


class ShutdownTests(unittest.IsolatedAsyncioTestCase):
    async def test_calls_in_flight_run_to_their_end_and_no_new_ones_begin(self) -> None:
        connection = await connect()
        stream = await connection.begin(EXCHANGE, timeout=60)
        await stream.send(exchange(b"before"))
        await anext(stream)
        unary = asyncio.create_task(connection.unary(ECHO, echo(10, pause_ms=1_000), timeout=60))
        await connection.unary(ECHO, echo(), timeout=60)
        os.kill(int(os.environ["BERGULIR_PID"]), signal.SIGTERM)
        with self.assertRaises(CallFailed) as failed:
            while True:
                await connection.unary(ECHO, echo(), timeout=60)
        self.assertEqual(failed.exception.status, Status.UNAVAILABLE)
        self.assertIn("going away", failed.exception.text)
        await stream.send(exchange(b"after"), last=True)
        answers = [conformance.ExchangeResponse.FromString(m).payload async for m in stream]
        self.assertEqual(answers, [b"after"])
        answer = conformance.EchoResponse.FromString((await unary).message)
        self.assertEqual(len(answer.payload), 10)
        # GOAWAY from both sides and the last call: the connection ends by itself.
        await asyncio.wait_for(connection.close(), 30)


if __name__ == "__main__":
    unittest.main()
