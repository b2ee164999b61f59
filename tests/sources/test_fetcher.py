"""Fetching over real sockets of loopback: redirects, conditions, limits, and what is never asked."""

import gzip
import time

import pytest

from bot.errors import BadResponse, FetchError, PageMissing, RetryLater, Unreachable, UnsafeAddress
from bot.sources import AddressPolicy, Fetcher, FetchLimits, Validators
from tests.sources.server import Headers, Reply, closed_port, serving

LOCAL = AddressPolicy(allow_loopback=True)
SMALL = FetchLimits(body=20_000, unpacked=50_000, seconds=1.0, silence=0.5, redirects=3)


@pytest.fixture(scope="module")
def fetcher() -> Fetcher:
    return Fetcher(LOCAL, SMALL)


def test_a_page_with_its_headers(fetcher: Fetcher) -> None:
    given = {"ETag": '"1"', "Content-Type": "text/html", "Cache-Control": "max-age=60"}
    given["Content-Encoding"] = "gzip"
    with serving(lambda *_: Reply(200, gzip.compress(b"ferry"), given)) as server:
        found = fetcher.fetch(f"{server.url}/мост?q=я#end")
    assert (found.body, found.content_type, found.fresh_for) == (b"ferry", "text/html", 60)
    assert found.validators == Validators('"1"')
    ((path, headers),) = server.asked
    assert path == "/%D0%BC%D0%BE%D1%81%D1%82?q=%D1%8F"
    assert headers["host"] == server.url.removeprefix("http://")


def test_nothing_changed(fetcher: Fetcher) -> None:
    def answers(_: str, headers: Headers) -> Reply:
        fresh = headers.get("if-none-match") == '"1"' and headers.get("if-modified-since") == "then"
        return Reply(304, b"", {"ETag": '"1"'}) if fresh else Reply(200, b"new")

    with serving(answers) as server:
        assert fetcher.fetch(server.url, Validators('"1"', "then")).unchanged
        assert fetcher.fetch(server.url, Validators('"0"', "then")).body == b"new"


@pytest.mark.parametrize(("statuses", "moved"), [((301, 308), True), ((301, 302), False), ((307,), False)])
def test_redirects_are_followed_and_permanent_ones_reported(fetcher, statuses, moved) -> None:
    def answers(path: str, _: Headers) -> Reply:
        step = int(path[1:])
        if step == len(statuses):
            return Reply(200, b"end")
        return Reply(statuses[step], b"", {"Location": f"/{step + 1}"})

    with serving(answers) as server:
        found = fetcher.fetch(f"{server.url}/0")
        assert found.url == f"{server.url}/{len(statuses)}"
        assert found.moved_to == (found.url if moved else None)


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:10.0.0.1]/",
        "http://2130706433/",
        "file:///etc/passwd",
        "http://user:word@127.0.0.1/",
    ],
)
def test_a_redirect_to_an_inner_address_is_not_followed(fetcher: Fetcher, target: str) -> None:
    with serving(lambda *_: Reply(302, b"", {"Location": target})) as server, pytest.raises(UnsafeAddress):
        fetcher.fetch(server.url)


def test_a_name_that_leads_to_an_inner_address_is_not_asked() -> None:
    with serving(lambda *_: Reply(200, b"secret")) as server:
        port = server.server_address[1]
        for policy, address in ((AddressPolicy(), "127.0.0.1"), (LOCAL, "192.168.0.7")):
            guarded = Fetcher(policy, SMALL, lambda *_, address=address: [address])
            with pytest.raises(UnsafeAddress):
                guarded.fetch(f"http://tarn.example:{port}/")
        with pytest.raises(UnsafeAddress):
            Fetcher().fetch(server.url)
        assert server.asked == []


def test_a_redirect_in_raw_letters(fetcher: Fetcher) -> None:
    def answers(path: str, _: Headers) -> Reply:
        if path == "/":
            return Reply(302, b"", {"Location": "/мост и паром".encode().decode("latin-1")})
        return Reply(200, path.encode())

    with serving(answers) as server:
        path = "/%D0%BC%D0%BE%D1%81%D1%82%20%D0%B8%20%D0%BF%D0%B0%D1%80%D0%BE%D0%BC"
        assert fetcher.fetch(server.url).body == path.encode()


def test_nothing_of_the_address_is_told(fetcher: Fetcher, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with serving(lambda *_: Reply(302, b"", {"Location": "/?key=hushhush"})) as server:
        with pytest.raises(BadResponse) as caught:
            fetcher.fetch(f"{server.url}/?key=hushhush")
        server.answers = lambda *_: Reply(404)
        with pytest.raises(PageMissing) as missing:
            fetcher.fetch(f"{server.url}/?key=hushhush")
    assert "hush" not in caplog.text + str(caught.value) + str(missing.value)


def test_a_circle_of_redirects_ends(fetcher: Fetcher) -> None:
    with serving(lambda path, _: Reply(302, b"", {"Location": path})) as server:
        with pytest.raises(BadResponse, match="circle"):
            fetcher.fetch(server.url)
        assert len(server.asked) == 4


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(404), PageMissing),
        (Reply(410), PageMissing),
        (Reply(403), BadResponse),
        (Reply(500), RetryLater),
        (Reply(302), BadResponse),
        (Reply(302, b"", {"Location": "http://[::1"}), BadResponse),
        (Reply(200, b"x" * 20_001), BadResponse),
        (Reply(raw=b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + b"x" * 30_000), BadResponse),
        (Reply(200, gzip.compress(bytes(10_000_000), mtime=0), {"Content-Encoding": "gzip"}), BadResponse),
        (Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfer"), Unreachable),
        (Reply(raw=b"not http at all\r\n\r\n"), Unreachable),
        (Reply(raw=b""), Unreachable),
        (Reply(raw=b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 60_000), Unreachable),
    ],
)
def test_answers_that_bring_nothing(fetcher: Fetcher, reply: Reply, error: type[FetchError]) -> None:
    with serving(lambda *_: reply) as server, pytest.raises(error) as caught:
        fetcher.fetch(server.url)
    assert caught.value.retry_helps == (error in (RetryLater, Unreachable))


def test_how_long_to_wait_and_whether_it_is_gone(fetcher: Fetcher) -> None:
    busy = Reply(429, b"", {"Retry-After": "90"})
    with serving(lambda *_: busy) as server, pytest.raises(RetryLater) as later:
        fetcher.fetch(server.url)
    assert later.value.seconds == 90
    with serving(lambda *_: Reply(410)) as server, pytest.raises(PageMissing) as missing:
        fetcher.fetch(server.url)
    assert missing.value.gone


@pytest.mark.parametrize("raw", [None, b"HTTP/1.1 200 OK\r\n" + b"X-Slow: 1\r\n" * 100])
def test_a_server_that_drips_is_left_at_the_deadline(fetcher: Fetcher, raw: bytes | None) -> None:
    with serving(lambda *_: Reply(raw=raw, drip=0.05)) as server:
        start = time.monotonic()
        with pytest.raises(Unreachable):
            fetcher.fetch(server.url)
        assert time.monotonic() - start < 3


def test_nobody_listens(fetcher: Fetcher) -> None:
    with pytest.raises(Unreachable):
        fetcher.fetch(f"http://127.0.0.1:{closed_port()}/")
