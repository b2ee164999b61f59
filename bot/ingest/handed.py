"""Takes in what a person hands over in a chat: a link, a post of a channel, a file; knows no chat.

Who hands something over vouches for it, but not for what others published: a file cannot change the article
at an address of the web, and two files of one name are two articles.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, Protocol

from bot.articles.fingerprint import fingerprint
from bot.articles.limits import Limits, too_long
from bot.articles.normal import file_url, normal_text, one_line
from bot.articles.weburl import web_url
from bot.errors import InputError
from bot.models import Analysed, Draft, Failure, Outcome
from bot.store.decide import Known, decide

MOST = 60  # articles of one link or file
_LONGEST_NAME = 80  # characters of a file's name that are kept
_LONGEST_TITLE = 120
_NAMESAKES = 99


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a channel; `published` as ISO 8601."""

    url: str
    channel: str
    text: str
    published: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one article; for "failed", `error` says why and `url` what it was."""

    outcome: Outcome | Literal["failed"]
    url: str
    title: str = ""
    source: str | None = None
    published: str | None = None
    statements: int = 0
    error: str = ""


class Articles(Protocol):
    """What is needed of the articles of a store."""

    def known(self, url: str, fingerprint: str) -> Known | None:
        """What is stored under an address and a fingerprint."""

    def save(self, items: Sequence[Analysed]) -> list[Outcome]:
        """Store all items, or none; what became of each."""


class Reads(Protocol):
    """What reads without freezing a chat; both raise ValueError."""

    def draft(self, draft: Draft) -> Analysed:
        """A draft analysed."""

    def file(self, data: bytes, name: str, limits: Limits) -> list[Draft | Failure]:
        """The articles of a file, at most `MOST` and one."""


class Handed:
    """Takes things in, one call for each; usable from several threads."""

    def __init__(
        self,
        articles: Articles,
        web: Callable[[str], Iterator[Analysed | Failure]],
        reader: Reads,
        limits: Limits,
    ) -> None:
        """`web` gives the articles behind an address."""
        self._articles = articles
        self._web = web
        self._reader = reader
        self._limits = limits

    def link(self, url: str) -> list[Taken]:
        """The article behind an address, or the articles of a feed."""
        found = self._web(url)
        taken = [self._keep(item) for item in islice(found, MOST)]
        return taken or [Taken("failed", url, error="no article")]

    def post(self, post: Post) -> list[Taken]:
        """A post, as an article of its channel."""
        text = normal_text(post.text).strip()
        draft = Draft(post.url, _headline(text), text, post.published, one_line(post.channel))
        refused = too_long(text, self._limits)
        return [Taken("failed", post.url, error=refused)] if refused else [self._analysed(draft)]

    def file(self, data: bytes, name: str) -> list[Taken]:
        """The articles of a file, whatever its format; those beyond `MOST` are not taken."""
        safe = harmless_name(name)
        try:
            found = self._reader.file(data, safe, self._limits)
        except ValueError as error:
            return [Taken("failed", safe, error=str(error))]
        taken = [self._of_file(item) for item in found[:MOST]]
        if len(found) > MOST:
            taken.append(
                Taken("failed", safe, error=f"only the first {MOST} articles of a file are taken in")
            )
        return taken or [Taken("failed", safe, error="no article")]

    def _of_file(self, item: Draft | Failure) -> Taken:
        if isinstance(item, Failure):
            return self._keep(item)
        if not self._changes(item):
            return self._analysed(item)
        if web_url(item.url):
            words = "the library holds another text of this address, which a file does not change"
            return Taken("failed", item.url, item.title, error=words)
        named = next((other for other in _namesakes(item) if not self._changes(other)), None)
        return (
            self._analysed(named) if named else Taken("failed", item.url, error="too many files of this name")
        )

    def _changes(self, draft: Draft) -> bool:
        """Whether a draft would become a new version of an article."""
        known = self._articles.known(draft.url, fingerprint(draft.title, draft.text))
        return decide(known).outcome == "updated"

    def _analysed(self, draft: Draft) -> Taken:
        try:
            return self._keep(self._reader.draft(draft))
        except ValueError as error:
            return Taken("failed", draft.url, draft.title, error=str(error))

    def _keep(self, item: Analysed | Failure) -> Taken:
        if isinstance(item, Failure):
            return Taken("failed", item.source, error=item.error)
        draft = item.draft
        try:
            (outcome,) = self._articles.save([item])
        except InputError as error:
            return Taken("failed", draft.url, draft.title, error=str(error))
        count = len(item.statements)
        return Taken(outcome, draft.url, draft.title, draft.source, draft.published, count)


def harmless_name(name: str) -> str:
    """The base name of a path of any system, in one short line of letters that can be seen."""
    base = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(letter for letter in base if unicodedata.category(letter)[0] not in "CZ" or letter == " ")
    stem, dot, ending = seen.strip(" .").rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = f"{stem}{dot}{ending}", ""
    kept = stem[: _LONGEST_NAME - len(ending)].strip()
    return f"{kept or 'file'}{dot if ending else ''}{ending}"


def _namesakes(draft: Draft) -> Iterator[Draft]:
    """The draft under the names that other files of its name get."""
    name = draft.url.removeprefix("file:")
    stem, dot, ending = name.rpartition(".")
    for number in range(2, _NAMESAKES):
        numbered = f"{stem} ({number}){dot}{ending}" if stem else f"{name} ({number})"
        yield replace(draft, url=file_url(numbered))


def _headline(text: str) -> str:
    """The first line, or as much of it as a title holds."""
    line = one_line(text.partition("\n")[0])
    if len(line) <= _LONGEST_TITLE:
        return line
    return line[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"
