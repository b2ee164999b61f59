"""A web without sockets: pages by address, a history of what was asked, and a clock that stands still."""

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.errors import FetchError, PageMissing
from bot.ingest.getting import Getter
from bot.ingest.workshop import Workshop
from bot.sources import Fetched, Validators

NOW = datetime(2031, 5, 6, 12, tzinfo=UTC)
TEXT = "<p>The ferry to {} sank on Sunday, and nobody on the quay was surprised by that at all, we heard.</p>"
NOTHING_KNOWN = Validators()
Answer = bytes | Fetched | FetchError


@dataclass
class FakeWeb:
    """Answers each address from its queue; the last answer stays."""

    answers: dict[str, deque[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, Validators]] = field(default_factory=list)
    now: datetime = NOW

    def put(self, url: str, *answers: Answer) -> None:
        self.answers[url] = deque(answers)

    def fetch(self, url: str, known: Validators = NOTHING_KNOWN) -> Fetched:
        self.asked.append((url, known))
        queue = self.answers.get(url)
        if not queue:
            raise PageMissing("the server has no such page (404)")
        answer = queue.popleft() if len(queue) > 1 else queue[0]
        if isinstance(answer, FetchError):
            raise answer
        return Fetched(url, answer) if isinstance(answer, bytes) else answer

    def urls(self) -> list[str]:
        return [url for url, _ in self.asked]

    def clock(self) -> datetime:
        return self.now

    def getter(self) -> Getter:
        return Getter(self, Workshop(0), self.clock)


def page(place: str) -> bytes:
    article = f"<article><h1>Ferry of {place}</h1>{TEXT.format(place) * 5}</article>"
    return f"<html><body>{article}</body></html>".encode()


def rss(*places: str, title: str = "Tarn Post") -> bytes:
    items = "".join(
        f"<item><title>Ferry of {place}</title><link>https://tarn.example/{place}</link><guid>{place}</guid>"
        "<description>It sank.</description></item>"
        for place in places
    )
    return f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>".encode()
