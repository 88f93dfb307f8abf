#!/usr/bin/env python3
"""Talks to a daemon: who it is, who you are, what there is, one write, and what a refusal says.

    python3 example.py 127.0.0.1:7710 admin.token 92 'Papua Barat'

The token is an administrator's: the write registers a region. Run it twice to see the refusal.
"""

from __future__ import annotations

import asyncio
import pathlib
import sys
import uuid

from bergulir_wire import CallFailed, Connection
from messages import load

server, region, problem, rpc = load(
    "bergulir.v1.server", "bergulir.v1.region", "bergulir.v1.problem", "google.rpc.status")


class Daemon:
    """Calls with messages instead of bytes, each with the token and a deadline."""

    def __init__(self, connection: Connection, token: str) -> None:
        self._connection = connection
        self._metadata = [("authorization", f"Bearer {token}")]

    async def call(self, method, request, answer):
        """Makes a unary call of `bergulir.v1`, which is answered with a message of a class."""
        reply = await self._connection.unary(
            f"bergulir.v1.{method}", request.SerializeToString(), metadata=self._metadata,
            timeout=10)
        return answer.FromString(reply.message)


def explain(failure: CallFailed) -> None:
    """Prints the status of a refusal, and each of its reasons with what helps."""
    print(f"refused: {failure}")
    for detail in rpc.Status.FromString(failure.details or b"").details:
        if detail.Is(problem.ProblemDetail.DESCRIPTOR):
            for violation in problem.ProblemDetail.FromString(detail.value).violations:
                facts = ", ".join(f"{fact.name} {fact.value}" for fact in violation.facts)
                print(f"  {violation.reason} ({facts}): {violation.remedy.english}")


async def main(address: str, token_file: str, code: str, name: str) -> None:
    host, port = address.rsplit(":", 1)
    token = pathlib.Path(token_file).read_text().strip()
    async with await Connection.open(host, int(port)) as connection:
        daemon = Daemon(connection, token)
        info = await daemon.call(
            "ServerService/GetServerInfo", server.GetServerInfoRequest(), server.ServerInfo)
        print(f"bergulird {info.version}, today is {info.today}")
        me = await daemon.call(
            "ServerService/WhoAmI", server.WhoAmIRequest(), server.WhoAmIResponse)
        print(f"you are {me.person}, as", ", ".join(f"{r.role} in {r.scope}" for r in me.roles))

        # Made before it is sent, and sent again after a lost connection: then it is done once.
        request = region.RegisterRegionRequest(code=code, display_name=name)
        request.write.request_id = str(uuid.uuid4())
        try:
            for _ in range(2):
                done = await daemon.call(
                    "RegionService/RegisterRegion", request, region.RegisterRegionResponse)
                again = ", as it was before" if done.receipt.replayed else ""
                print(f"{done.receipt.name}: {done.receipt.verb}{again}")
        except CallFailed as failure:
            explain(failure)

        listed = await daemon.call(
            "RegionService/ListRegions", region.ListRegionsRequest(), region.ListRegionsResponse)
        for found in listed.regions:
            print(f"{found.name}  {found.display_name}")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    asyncio.run(main(*sys.argv[1:]))
