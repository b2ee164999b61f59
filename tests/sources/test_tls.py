"""TLS: the certificate must be trusted and name the host that was asked for, not the address connected to.

`tarn.pem` is a self-made key and certificate for tarn.example, made for these tests, good for nothing else:
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=tarn.example
"""

import ssl
from pathlib import Path

import pytest

from bot.errors import Unreachable
from bot.sources import AddressPolicy, Fetcher, FetchLimits
from tests.sources.server import Reply, serving

PEM = Path(__file__).with_name("tarn.pem")
NAMES: list[str | None] = []


def server_side() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    context.sni_callback = lambda _socket, name, _context: NAMES.append(name)
    return context


def fetcher(trust: ssl.SSLContext | None) -> Fetcher:
    limits = FetchLimits(seconds=5.0, silence=2.0)
    return Fetcher(AddressPolicy(allow_loopback=True), limits, lambda *_: ["127.0.0.1"], trust)


def test_the_name_that_was_asked_for_is_told_and_checked() -> None:
    trust = ssl.create_default_context(cafile=PEM)
    NAMES.clear()
    with serving(lambda *_: Reply(200, b"ferry"), server_side()) as server:
        port = server.server_address[1]
        assert fetcher(trust).fetch(f"https://tarn.example:{port}/").body == b"ferry"
        assert NAMES == ["tarn.example"]
        for other in ("other.example", "127.0.0.1"):
            with pytest.raises(Unreachable):
                fetcher(trust).fetch(f"https://{other}:{port}/")
        with pytest.raises(Unreachable):  # nobody vouches for a self-made certificate
            fetcher(None).fetch(f"https://tarn.example:{port}/")
    assert len(server.asked) == 1
