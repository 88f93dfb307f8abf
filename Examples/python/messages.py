"""Python's classes for the messages of `bergulir.v1`, made by `protoc` when they are needed.

They go into a temporary folder that is gone when the program ends.
"""

from __future__ import annotations

import atexit
import importlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
from types import ModuleType

HERE = pathlib.Path(__file__).resolve().parent
PROTOS = HERE.parent.parent / "Sources" / "FundAPI" / "Protos"
NEEDED = "install Debian's protobuf-compiler, libprotobuf-dev and python3-protobuf (make setup)"


def load(*names: str) -> list[ModuleType]:
    """The modules of some `.proto` files, such as `bergulir.v1.region`."""
    if shutil.which("protoc") is None:
        sys.exit(f"There is no protoc here: {NEEDED}.")
    folder = tempfile.mkdtemp(prefix="bergulir-python-")
    atexit.register(shutil.rmtree, folder)
    files = sorted(PROTOS.rglob("*.proto"))
    options = [f"-I{PROTOS}", f"--python_out={folder}"]
    subprocess.run(["protoc", *options, *map(str, files)], check=True, timeout=60)
    sys.path.insert(0, folder)
    try:
        return [importlib.import_module(f"{name}_pb2") for name in names]
    except ModuleNotFoundError as error:
        sys.exit(f"{error}: {NEEDED}.")
