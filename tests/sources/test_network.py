"""Sockets: what was checked is what is connected to, and the deadline ends everything."""

import pytest

from bot.errors import Unreachable, UnsafeAddress
from bot.sources.address import AddressPolicy
from bot.sources.network import Deadline, GuardedBackend, look_up
from tests.sources.server import Reply, closed_port, serving


def backend(*addresses: str) -> GuardedBackend:
    return GuardedBackend(AddressPolicy(allow_loopback=True), Deadline(5), lambda *_: list(addresses))


def test_the_name_is_looked_up_once_and_its_address_used() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    with serving(lambda *_: Reply()) as server:
        guarded = GuardedBackend(AddressPolicy(allow_loopback=True), Deadline(5), resolve)
        stream = guarded.connect_tcp("tarn.example", server.server_address[1], 1)
        assert stream.get_extra_info("server_addr")[0] == "127.0.0.1"
        stream.close()
    assert asked == ["tarn.example"]


def test_one_inner_address_among_others_is_a_trap() -> None:
    with pytest.raises(UnsafeAddress):
        backend("127.0.0.1", "169.254.169.254").connect_tcp("tarn.example", closed_port(), 1)


def test_a_host_without_addresses() -> None:
    with pytest.raises(Unreachable):
        backend().connect_tcp("tarn.example", 80, 1)


def test_the_deadline() -> None:
    times = iter([0.0, 4.0, 4.0, 5.0])
    deadline = Deadline(5, lambda: next(times))
    assert deadline.left(None) == 1.0
    assert deadline.left(0.5) == 0.5
    with pytest.raises(Unreachable, match="too long"):
        deadline.left(0.5)


def test_look_up_of_numbers_and_of_nonsense() -> None:
    assert look_up("127.0.0.1", 80) == ["127.0.0.1"]
    with pytest.raises(Unreachable):
        look_up("a" * 70 + ".invalid", 80)
