"""A client of Bergulir's frame wire, by `docs/wire.md` and Python's standard library alone."""

from .connection import Call, CallFailed, Connection, Limits, Reply
from .frames import Metadata, ProtocolError, Status

__all__ = [
    "Call", "CallFailed", "Connection", "Limits", "Metadata", "ProtocolError", "Reply", "Status",
]
