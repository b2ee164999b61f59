"""What owners of sites may try, over real sockets: it ends in a clear error or a clean article.

The site lies on loopback, which is allowed here; every other inner address stays forbidden.
"""

import gzip
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.ingest.getting import Getter
from bot.ingest.poll import Poller, PollReport
from bot.ingest.web import Web
from bot.ingest.workshop import Workshop
from bot.models import Analysed, Article, Failure
from bot.sources import AddressPolicy, Fetcher, FetchLimits
from bot.store import Store, open_store
from tests.ingest.webs import NOW, TEXT
from tests.sources.server import Headers, Reply, Server, serving

LIMITS = FetchLimits(body=1_500_000, unpacked=3_000_000, seconds=2.0, silence=1.0, redirects=3)
BODY = f"<article><h1>Ferry of Tarn</h1>{TEXT.format('Tarn') * 5}</article>"
WHOLE = "&lt;p&gt;The mayor of Dolsk resigned on Sunday, or so this feed has it.&lt;/p&gt;" * 30
OK = b"HTTP/1.1 200 OK\r\n"


@dataclass
class Hostile:
    """A site whose pages a test writes."""

    replies: dict[str, Reply] = field(default_factory=dict)
    server: Server | None = None

    def answers(self, path: str, _headers: Headers) -> Reply:
        return self.replies.get(path.partition("?")[0], Reply(404))

    def put(self, path: str, reply: Reply | str | bytes) -> str:
        """The address at which the reply now lies."""
        body = reply.encode() if isinstance(reply, str) else reply
        self.replies[path] = Reply(200, body) if isinstance(body, bytes) else body
        assert self.server
        return self.server.url + path

    def asked(self) -> list[str]:
        assert self.server
        return [path for path, _ in self.server.asked]


@pytest.fixture
def site() -> Iterator[Hostile]:
    hostile = Hostile()
    with serving(hostile.answers) as server:
        hostile.server = server
        yield hostile


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db") as opened:
        yield opened


def getter() -> Getter:
    return Getter(Fetcher(AddressPolicy(allow_loopback=True), LIMITS), Workshop(0), lambda: NOW)


def page(head: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"


def found(url: str) -> Analysed:
    (item,) = Web(getter(), lambda: NOW).articles(url)
    assert isinstance(item, Analysed), item
    return item


def refused(url: str) -> str:
    (item,) = Web(getter(), lambda: NOW).articles(url)
    assert isinstance(item, Failure), item
    return item.error


def polled(store: Store, *urls: str) -> PollReport:
    for url in urls:
        store.feeds.add(url, "", "", int(NOW.timestamp()), 1800)
    return Poller(store, getter(), lambda: NOW).poll()


def stored(store: Store) -> list[Article]:
    return list(store.articles.get(range(1, 100)).values())


def feed(*items: str) -> str:
    return f"<rss version='2.0'><channel><title>Tarn Post</title>{''.join(items)}</channel></rss>"


def item(url: str, text: str = "Short.", title: str = "Ferry") -> str:
    return f"<item><title>{title}</title><link>{url}</link><description>{text}</description></item>"


# --- who says what


def test_a_feed_cannot_put_words_into_the_mouth_of_another_site(site: Hostile, store: Store) -> None:
    report = polled(store, site.put("/rss", feed(item("http://dolsk.example/resigns", WHOLE))))
    assert report.postponed == 1  # the page itself is asked for, and that host is not known
    assert stored(store) == []


def test_what_a_feed_says_of_a_page_that_nobody_is_let_to_lies_under_the_feed(
    site: Hostile, store: Store
) -> None:
    with serving(lambda *_: Reply(403), host="127.0.0.2") as other:
        feed_url = site.put("/rss", feed(item(f"{other.url}/resigns", WHOLE)))
        poller = Poller(store, getter(), lambda: NOW)
        store.feeds.add(feed_url, "", "", int(NOW.timestamp()), 1800)
        poller.poll()
        for _ in range(3):
            for waiting in store.feeds.waiting(int(NOW.timestamp()) + 10**6, 10):
                store.feeds.postpone(waiting.id, waiting.tries, int(NOW.timestamp()), "")
            poller.poll()
    (article,) = stored(store)
    assert article.url.startswith(f"{feed_url}#")
    assert article.source == "127.0.0.1"


def test_a_page_cannot_take_the_address_of_another_site(site: Hostile) -> None:
    head = (
        "<link rel='canonical' href='https://dolsk.example/news'><meta property='og:site_name' content='{}'>"
    )
    url = site.put("/a", page(head.format("dolsk.example")))
    assert (found(url).draft.url, found(url).draft.source) == (url, "127.0.0.1")
    assert found(site.put("/b", page(head.format("Tarn Post")))).draft.source == "Tarn Post"


def test_a_list_of_articles_cannot_either(site: Hostile) -> None:
    line = '{"url": "https://dolsk.example/x", "title": "Ferry", "text": "It sank in Dolsk on Sunday."}'
    url = site.put("/lines", line)
    assert found(url).draft.url == url


# --- what is shown


def test_titles_and_names_hold_nothing_that_turns_or_erases_what_is_shown(site: Hostile) -> None:
    trick = "\u202egnp.exe\u202c \x1b[2J\x1b]0;own\x07Ferry\u2066 sank"
    head = (
        f"<title>{trick}</title><meta property='og:title' content='{trick}'>"
        f"<meta property='og:site_name' content='Tarn{trick}'>"
    )
    draft = found(site.put("/a", page(head, BODY.replace("sank", f"sank{trick}")))).draft
    shown = f"{draft.title} {draft.source} {draft.text}"
    assert not any(letter in shown for letter in "\u202e\u202c\u2066\x1b\x07")
    assert "Ferry" in draft.title


def test_script_in_a_title_is_words(site: Hostile) -> None:
    head = "<meta property='og:title' content='&lt;script&gt;alert(1)&lt;/script&gt; ferry'>"
    assert found(site.put("/a", page(head))).draft.title == "<script>alert(1)</script> ferry"


def test_what_a_page_loads_is_never_asked_for(site: Hostile) -> None:
    loads = "".join(f"<{tag} src='/{tag}'></{tag}>" for tag in ("img", "script", "iframe", "video", "embed"))
    head = "<base href='http://10.0.0.1/'><meta http-equiv='refresh' content='0;url=/refreshed'>"
    found(site.put("/a", page(head, BODY + loads)))
    assert site.asked() == ["/a"]


# --- where it leads


@pytest.mark.parametrize(
    "target",
    [
        "http://0177.0.0.1/x",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127。0。0。1.nip.example/",
        "//[::ffff:10.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://[2002:a00:1::]/",
        "http://[fe80::1%25lo]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://user@127.0.0.1/",
        "http://127.0.0.1:22/",
        "gopher://127.0.0.1/",
        "file:///etc/passwd",
        "http://10.0.0.1\\@127.0.0.1/",
    ],
)
def test_redirects_to_inner_addresses_end_there(site: Hostile, target: str) -> None:
    url = site.put("/a", Reply(302, headers={"Location": target.encode().decode("latin-1")}))
    began = time.monotonic()
    assert refused(url)
    assert time.monotonic() - began < 20
    assert site.asked() == ["/a"]


def test_a_site_cannot_declare_a_feed_of_an_inner_network(site: Hostile) -> None:
    link = "<link rel='alternate' type='application/rss+xml' href='http://192.168.0.1/rss'>"
    assert "no feed" in refused(site.put("/", page(link, "Welcome")))


def test_a_sitemap_cannot_lead_to_an_inner_network_nor_to_itself(site: Hostile, store: Store) -> None:
    index = "<sitemapindex><sitemap><loc>{}</loc></sitemap></sitemapindex>"
    inner = site.put("/inner.xml", index.format("http://10.0.0.1/map.xml"))
    loops = site.put("/loop.xml", index.format(f"{inner.removesuffix('/inner.xml')}/loop.xml"))
    report = polled(store, inner, loops)
    assert any("never asked" in failure.error for failure in report.failed)
    assert site.asked().count("/loop.xml") == 2


# --- what keeps a reader busy


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>" + b"<p>" * 100_000,
        b"<html><body>" + b"<br>some words" * 100_000,
        b"<html><body><table>" + b"<tr><td>1</td></tr>" * 50_000,
    ],
    ids=["paragraphs", "breaks", "rows"],
)
def test_markup_without_end_is_refused_at_once(site: Hostile, body: bytes) -> None:
    url = site.put("/a", body)
    began = time.process_time()
    assert "too much markup" in refused(url)
    assert time.process_time() - began < 2


def test_bombs_are_refused_before_they_are_large(site: Hostile) -> None:
    bomb = gzip.compress(page().encode()) + gzip.compress(bytes(50_000_000))
    zipped = {"Content-Encoding": "gzip"}
    assert "too big" in refused(site.put("/gzip", Reply(200, bomb, zipped)))
    flat = zlib.compress(bytes(50_000_000))
    assert "too big" in refused(site.put("/deflate", Reply(200, flat, {"Content-Encoding": "deflate"})))
    assert "too big" in refused(site.put("/inside.html.gz", gzip.compress(bytes(600_000_000))))


@pytest.mark.parametrize(
    "raw",
    [
        OK + b"X: y\r\n" * 200_000,
        b"HTTP/1.1 100 Continue\r\n\r\n" * 50_000,
        OK + b"Content-Length: -5\r\n\r\nabc",
        OK + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\nabcde",
        OK + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nabc",
        OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 10,
        OK + b"Content-Encoding: br\r\nContent-Length: 3\r\n\r\nabc",
        OK + b"Content-Length: 900\r\n\r\n<html><body><article>half",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[oops/\r\nContent-Length: 0\r\n\r\n",
        b"",
    ],
)
def test_answers_that_are_no_http_end_in_an_error_in_time(site: Hostile, raw: bytes) -> None:
    url = site.put("/a", Reply(raw=raw))
    began = time.monotonic()
    assert refused(url)
    assert time.monotonic() - began < 20


# --- what feeds may hold


def test_entities_of_a_feed_stay_closed(site: Hostile, store: Store) -> None:
    secret = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'><!ENTITY y 'sank'>]>"
    url = site.put("/a", page())
    polled(store, site.put("/rss", secret + feed(item(url, title="&x;Ferry &y;"))))
    assert [article.title for article in stored(store)] == ["Ferry of Tarn"]


def test_the_same_page_under_a_thousand_names_is_one(site: Hostile, store: Store) -> None:
    url = site.put("/a", page())
    tracked = [item(f"{url}?utm_source={number}#{number}") for number in range(1000)]
    assert polled(store, site.put("/rss", feed(*tracked))).outcomes["added"] == 1
    assert len(stored(store)) == 1


def test_items_that_lead_nowhere_cost_nothing_else(site: Hostile, store: Store) -> None:
    good = site.put("/a", page())
    bad = [item(url) for url in ("javascript:alert(1)", "data:text/html,x", "http://[", "ftp://x/", "")]
    report = polled(store, site.put("/rss", feed(*bad, item(good))))
    assert report.outcomes["added"] == 1


def test_a_feed_that_names_itself_as_its_article_is_no_article(site: Hostile, store: Store) -> None:
    url = site.put("/rss", "")
    site.put("/rss", feed(item(url)))
    polled(store, url)
    assert stored(store) == []


@pytest.mark.parametrize("charset", ["rot13", "undefined", "idna", "zlib", "utf-7", "utf-16", "x" * 30])
def test_encodings_that_are_none_do_no_harm(site: Hostile, charset: str) -> None:
    markup = page(f"<meta charset='{charset}'>", BODY.replace("Sunday", "Sunday caf\xe9"))
    outcome = list(Web(getter(), lambda: NOW).articles(site.put("/a", markup.encode("latin-1"))))
    assert len(outcome) == 1
