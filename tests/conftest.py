"""What every test relies on: no test reaches beyond this machine."""

import os
import socket
from typing import Any

import pytest

LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many tests wait for processes and clocks."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves the loopback."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else "127.0.0.1"
        if not str(host).startswith(LOOPBACK):
            raise AssertionError(f"a test wants to reach {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
