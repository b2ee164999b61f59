"""A web of feeds that misbehave in every known way at set hours, over real sockets of loopback.

Its clock is set by the test. Every article has a word of its own, so that afterwards each can be counted.
"""

import gzip
import json
import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

from tests.sources.server import Headers, Reply, Server, serving

START = datetime(2031, 3, 3, tzinfo=UTC)
HOURS = 72
WINDOW = 15  # articles that a feed names at a time
BOMB = gzip.compress(bytes(40_000_000))
HANG = Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", drip=0.2)
CUT = Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<html><p>half of")
INNER = (
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/",
    "http://[::ffff:10.0.0.1]/",
    "file:///etc/hosts",
)
NAMES = ("Ada Quill", "Bruno Sarn", "Глеб Ключарёв", "Савва Паромов", "Edith Umber")

# what a feed does, and from which hour to which; the rest of the time it behaves
MANNERS = (
    ("etag", 0, 0),
    ("modified", 0, 0),
    ("busy", 6, 9),
    ("broken", 6, 14),
    ("hanging", 10, 16),
    ("cut", 3, 9),
    ("circle", 20, 30),
    ("moved", 12, 72),
    ("gone", 24, 72),
    ("skewed", 0, 72),
    ("one guid", 0, 72),
    ("bomb", 5, 8),
    ("inner", 8, 12),
    ("missing", 15, 20),
    ("atom", 0, 72),
    ("json", 0, 72),
    ("copied", 0, 72),
    ("sitemap", 0, 72),
    ("changing", 0, 72),
    ("1251", 0, 72),
)
# what a page does, by its number among 25; those that lead nowhere can never be had
LOST = {9: "missing", 11: "bomb", 13: "inner"}
LATE = {3: "broken", 5: "hanging", 8: "cut", 15: "busy"}  # for two hours after publication


@dataclass(frozen=True)
class Item:
    """One article."""

    feed: int
    number: int
    hour: float

    @property
    def word(self) -> str:
        return f"wort{self.feed:03}x{self.number:03}z"

    @property
    def lost(self) -> bool:
        return self.number % 25 in LOST


@dataclass
class Misbehaving:
    """The site: what every path answers at `hour`."""

    feeds: int = 20
    articles: int = 10  # of each feed
    hour: float = 0.0
    seed: int = 7
    servers: list[Server] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)
        self.items = [
            [Item(feed, n, hour) for n, hour in enumerate(sorted(self._hours(chance)))]
            for feed in range(self.feeds)
        ]
        self._lock = threading.Lock()

    def _hours(self, chance: random.Random) -> list[float]:
        return [round(chance.uniform(0, HOURS - 14), 2) for _ in range(self.articles)]

    @property
    def moment(self) -> datetime:
        return START + timedelta(hours=self.hour)

    def base(self, feed: int) -> str:
        return self.servers[feed % len(self.servers)].url

    def feed_urls(self) -> list[str]:
        return [f"{self.base(feed)}/f{feed}" for feed in range(self.feeds)]

    def reachable(self) -> set[str]:
        """The words of all articles that a patient reader can have; of a feed that ends, he may have more."""
        return {
            item.word
            for feed, items in enumerate(self.items)
            if self.manner(feed)[0] != "copied"
            for item in items
            if not item.lost and not (self.manner(feed)[0] == "gone" and item.hour > 22)
        }

    def manner(self, feed: int) -> tuple[str, int, int]:
        return MANNERS[feed % len(MANNERS)]

    def now_does(self, feed: int) -> str:
        name, first, last = self.manner(feed)
        return name if first <= self.hour < last else ""

    def answers(self, path: str, headers: Headers) -> Reply:
        with self._lock:
            self.asked[path.partition("?")[0]] += 1
        parts = path.partition("?")[0].strip("/").split("/")
        feed = int(parts[0][1:])
        if len(parts) == 2 and parts[1].startswith("a"):
            return self._page(self.items[feed][int(parts[1][1:])], path)
        return self._feed(feed, parts[1:] == ["new"], headers)

    def _feed(self, feed: int, moved: bool, headers: Headers) -> Reply:
        does = self.now_does(feed)
        if does == "moved" and not moved:
            return Reply(301, b"", {"Location": f"/f{feed}/new"}) if self.hour < 30 else Reply(404)
        if trouble := self._trouble(does, f"/f{feed}"):
            return trouble
        if does == "gone":
            return Reply(410)
        body = self._document(feed)
        etag = f'"{hash(body) if does != "json" else self.hour}"'
        shown = {"ETag": etag}
        if self.manner(feed)[0] == "modified":
            changed = max((item.hour for item in self._named(feed)), default=0.0)
            shown = {"Last-Modified": format_datetime(START + timedelta(hours=changed), usegmt=True)}
        sent = headers.get("if-none-match"), headers.get("if-modified-since")
        if any(value in sent for value in shown.values()):
            return Reply(304, b"", shown)
        if feed % 3 == 0:
            return Reply(200, gzip.compress(body, 1), {**shown, "Content-Encoding": "gzip"})
        return Reply(200, body, shown)

    def _trouble(self, does: str, path: str) -> Reply | None:
        troubles = {
            "busy": Reply(429, b"", {"Retry-After": "1800"}),
            "broken": Reply(500),
            "hanging": HANG,
            "cut": CUT,
            "circle": Reply(302, b"", {"Location": path}),
            "bomb": Reply(200, BOMB, {"Content-Encoding": "gzip"}),
            "inner": Reply(302, b"", {"Location": INNER[int(self.hour) % len(INNER)]}),
            "missing": Reply(404),
        }
        return troubles.get(does)

    def _page(self, item: Item, path: str) -> Reply:
        if item.lost:
            return self._trouble(LOST[item.number % 25], path) or Reply(404)
        if item.hour <= self.hour < item.hour + 2 and (does := LATE.get(item.number % 25)):
            return self._trouble(does, path) or Reply(500)
        if item.number % 10 == 7 and not path.endswith("/"):
            return Reply(302, b"", {"Location": path.partition("?")[0] + "/"})
        return Reply(200, self._html(item).encode(), {"Content-Type": "text/html; charset=utf-8"})

    def _html(self, item: Item) -> str:
        url = f"{self.base(item.feed)}/f{item.feed}/a{item.number}"
        canonical = "https://elsewhere.example/all" if item.number % 10 == 4 else url
        paragraphs = "".join(f"<p>{escape(text)}</p>" for text in self._text(item))
        return (
            f'<html lang="en"><head><title>{self._title(item)}</title>'
            f'<link rel="canonical" href="{canonical}">'
            f'</head><body><nav><a href="/">Home</a></nav><article><h1>{self._title(item)}</h1>{paragraphs}'
            "</article><footer>All rights reserved</footer></body></html>"
        )

    def _title(self, item: Item) -> str:
        return f"Pier {item.feed}-{item.number} to be rebuilt"

    def _text(self, item: Item) -> list[str]:
        name = NAMES[(item.feed + item.number) % len(NAMES)]
        changed = self.manner(item.feed)[0] == "changing" and self.hour > item.hour + 6
        voted = " It has since voted for it." if changed else ""
        return [
            f"The pier known as {item.word} will be rebuilt before winter, the harbour of Tarn told us.",
            f"“We counted {item.number + 20} boats at pier {item.feed} this morning,” {name} said on Monday.",
            "The fog had gone by noon, and the ferry left the quay without waiting for the last passengers.",
            f"По словам капитана порта, на причал № {item.number} потратят {item.feed + 3} млн крон.",
            "К весне здесь снова будут швартоваться паромы. Работы начнутся, как только сойдёт лёд.",
            "The council of the town will vote on the plan, which is not the first, in a month." + voted,
        ]

    def _named(self, feed: int) -> list[Item]:
        told = [item for item in self.items[feed] if item.hour <= self.hour]
        return told[::-1][:WINDOW]

    def _document(self, feed: int) -> bytes:
        does = self.manner(feed)[0]
        source = feed - 1 if does == "copied" else feed
        items = self._named(source)
        if does == "json":
            return self._json(feed, items)
        if does == "sitemap":
            return self._sitemap(items)
        if does == "atom":
            return self._atom(items)
        encoding = "windows-1251" if does == "1251" else "utf-8"
        title = "Причалы & паромы" if does == "1251" else f"Piers {feed}"  # the bare & is meant
        entries = "".join(self._rss_item(item, does) for item in items)
        text = (
            f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>{title}</title>'
            f"<link>{self.base(feed)}/</link><ttl>20</ttl>{entries}</channel></rss>"
        )
        return text.encode(encoding)

    def _rss_item(self, item: Item, does: str) -> str:
        ahead = 72 if does == "skewed" else 0
        date = format_datetime(START + timedelta(hours=item.hour + ahead))
        guid = "the-same" if does == "one guid" else f"{item.feed}:{item.number}"
        changed = does == "changing" and self.hour > item.hour + 6
        return (
            f"<item><title>{self._title(item)}</title><guid isPermaLink='false'>{guid}</guid>"
            f"<link>{self._link(item)}?utm_source=rss&amp;utm_campaign={int(self.hour)}</link>"
            f"<pubDate>{date}</pubDate><description>{'Voted.' if changed else 'Short.'}</description></item>"
        )

    def _link(self, item: Item) -> str:
        return f"{self.base(item.feed)}/f{item.feed}/a{item.number}"

    def _date(self, item: Item) -> str:
        return (START + timedelta(hours=item.hour)).isoformat()

    def _atom(self, items: list[Item]) -> bytes:
        entries = "".join(
            f"<entry><id>urn:{item.word}</id><title>{self._title(item)}</title>"
            f'<link href="{self._link(item)}"/><updated>{self._date(item)}</updated><content type="html">'
            + escape("".join(f"<p>{text}</p>" for text in self._text(item)))
            + "</content></entry>"
            for item in items
        )
        return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Piers</title>{entries}</feed>'.encode()

    def _json(self, feed: int, items: list[Item]) -> bytes:
        entries = [
            {
                "id": item.word,
                "url": f"{self._link(item)}?utm_medium=json&utm_source=h{int(self.hour)}",
                "title": self._title(item),
                "date_published": self._date(item),
                "summary": "Short.",
            }
            for item in items
        ]
        version = "https://jsonfeed.org/version/1.1"
        return json.dumps({"version": version, "title": f"Piers {feed}", "items": entries}).encode()

    def _sitemap(self, items: list[Item]) -> bytes:
        pages = "".join(
            f"<url><loc>{self._link(item)}</loc><n:news><n:publication><n:name>Piers</n:name>"
            f"<n:language>en</n:language></n:publication><n:title>{self._title(item)}</n:title>"
            f"<n:publication_date>{self._date(item)}</n:publication_date></n:news></url>"
            for item in items
        )
        return (
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
            f' xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">{pages}</urlset>'
        ).encode()


@contextmanager
def misbehaving(site: Misbehaving, hosts: int = 1) -> Iterator[Misbehaving]:
    """The site, served at addresses of loopback: 127.0.0.1, 127.0.0.2 and so on."""
    with ExitStack() as stack:
        site.servers = [
            stack.enter_context(serving(site.answers, host=f"127.0.0.{number + 1}"))
            for number in range(hosts)
        ]
        yield site
