"""Digests on demand: what somebody's words mean in this library, and what is new of it; it keeps nothing."""

from dataclasses import replace
from datetime import datetime
from threading import Lock

from bot.digests.asked import read_asked
from bot.digests.composer import FURTHER, Composer
from bot.digests.text import SHOWN, Digest
from bot.digests.writing import StoryWriter
from bot.models import Language
from bot.store import Store
from bot.subscriptions.schedule import period
from bot.subscriptions.values import Scope, Window

WEEK = period("weekly")


class Digester:
    """Composes one digest at a time; several threads may ask."""

    def __init__(self, store: Store, writer: StoryWriter | None = None) -> None:
        self._store = store
        self._composer = Composer(store, FURTHER if writer else 0)
        self._writer = writer
        self._lock = Lock()

    def digest(self, text: str, language: Language, now: datetime, chat: str | None = None) -> Digest:
        """What is new of what some words name, in the period that they name; raises UsageError.

        The `chat` that asks for it pays where a model words it.
        """
        asked = read_asked(text, now, language)
        scope = self.meant(asked.scope, language) if asked.guessed else asked.scope
        digest = self.of(scope, Window(0, _second(asked.since), _second(asked.until)), language)
        return self.with_newest(self.worded(digest, chat), now)

    def week(self, scope: Scope, language: Language, now: datetime) -> Digest:
        """What was told of a scope in the seven days before `now`."""
        until = _second(now) + 1
        return self.of(scope, Window(0, until - WEEK, until), language)

    def meant(self, scope: Scope, language: Language) -> Scope:
        """What bare words mean: a speaker whom the library quotes, a source that it holds, else a topic."""
        with self._lock:
            if scope.kind != "speaker" or self._composer.speaker_ids(scope.value, language):
                return scope
        is_source = self._store.articles.has_source(scope.value)
        return Scope("source" if is_source else "topic", scope.value)

    def of(self, scope: Scope, window: Window, language: Language, most: int = SHOWN) -> Digest:
        """What is new of a scope in a window; at most so many items are shown, the rest is counted."""
        with self._lock:
            self._composer.catch_up()
            found = self._composer.compose(scope, window, language)
        return Digest(scope, window, language, found[:most], len(found[most:]))

    def worded(self, digest: Digest, chat: str | None = None) -> Digest:
        """The digest in the words of the model, if there is one and it does not fail."""
        if self._writer is None:
            return digest
        told = self._writer.worded(digest.items, digest.language, self._writer.seconds, chat)
        return replace(digest, items=told.items, spent=told.spent)

    def with_newest(self, digest: Digest, now: datetime) -> Digest:
        """The digest; an empty one says of when the newest article at `now` is."""
        if digest.items:
            return digest
        return replace(digest, newest=self._store.articles.extent(_second(now) + 1).last)


def _second(moment: datetime) -> int:
    return int(moment.timestamp())
