"""What is new in the library in a window: stories with their new articles; it chooses and words nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.digests.register import Register
from bot.models import Article, Statement
from bot.search.coverage import Word
from bot.store import Store, StoryNews, Telling
from bot.stories.weights import FAR_DAYS
from bot.subscriptions.schedule import DAY
from bot.subscriptions.values import Window, article_mark

OPENING = 1000  # characters of an article that say what it is about
BEFORE = FAR_DAYS * DAY  # of a window, for which what was said is looked at again
_CHUNK = 500  # articles read at a time


@dataclass(frozen=True, slots=True)
class NewStory:
    """A story in which something is new."""

    id: int
    new: tuple[Article, ...]  # in the order of publication
    articles: tuple[Telling, ...]  # all of them

    @property
    def origins(self) -> int:
        """Independent articles: reprints count as what they are reprints of."""
        return len({one.origin for one in self.articles})

    @property
    def newest(self) -> int:
        """Seconds since the epoch of the newest article; 0 when none has a date."""
        return max(one.published for one in self.articles)

    @property
    def earlier(self) -> tuple[int, ...]:
        """Ids of its articles that are not new."""
        return tuple(one.article_id for one in self.articles if not one.is_new)

    @property
    def marks(self) -> tuple[str, ...]:
        """What it is known by, however its articles are grouped later."""
        return tuple(article_mark(one.article_id) for one in self.articles)


class News:
    """The stories of one window, read once for all that are interested."""

    def __init__(self, store: Store, window: Window) -> None:
        self._store = store
        self.window = window
        with store.snapshot():
            found = store.stories.news(window)
            held = self._read(one.article_id for story in found for one in story.articles if one.is_new)
        self.articles = held
        self.stories = {story.id: _new_story(story, held) for story in found}
        self._story_of = {article.id: story.id for story in self.stories.values() for article in story.new}

    def about(self, words: Sequence[Word]) -> list[NewStory]:
        """Stories with a new article whose title or opening holds all the words."""
        return self._with(self._openings.holding(words) | self._titles.holding(words))

    def titled(self, words: Sequence[Word]) -> set[int]:
        """Ids of the stories with a new article whose title holds all the words."""
        return {self._story_of[number] for number in self._titles.holding(words)}

    def of_source(self, name: str) -> list[NewStory]:
        """Stories with a new article of a source, by its name or the beginning of it."""
        wanted = name.casefold().strip()
        return self._with(
            article.id
            for article in self.articles.values()
            if wanted and (article.source or "").casefold().startswith(wanted)
        )

    def said_by(self, speaker_ids: Sequence[int], limit: int) -> list[tuple[Statement, Article]]:
        """Statements of any of some speakers in new articles, the newest first."""
        if not speaker_ids:
            return []
        found = self._store.statements.of_speakers(list(speaker_ids), None, self.window.until, limit)
        return [(one, self.articles[one.article_id]) for one in found if one.article_id in self.articles]

    def said_before(self, speaker_ids: Sequence[int], limit: int) -> list[tuple[Statement, Article]]:
        """Statements of the days before in other articles than the new ones, the newest first."""
        found = self._store.statements.of_speakers(
            list(speaker_ids), self.window.since - BEFORE, self.window.until, limit
        )
        held = self._read({one.article_id for one in found} - self.articles.keys())
        return [(one, held[one.article_id]) for one in found if one.article_id in held]

    def _with(self, article_ids: Iterable[int]) -> list[NewStory]:
        return [self.stories[number] for number in sorted({self._story_of[one] for one in article_ids})]

    @cached_property
    def _openings(self) -> Register:
        return Register(
            {one.id: f"{one.title}\n{one.text[:OPENING]}" for one in self.articles.values()},
        )

    @cached_property
    def _titles(self) -> Register:
        return Register({one.id: one.title for one in self.articles.values()}, by_root=True)

    def _read(self, ids: Iterable[int]) -> dict[int, Article]:
        wanted = list(ids)
        held: dict[int, Article] = {}
        for start in range(0, len(wanted), _CHUNK):
            held.update(self._store.articles.get(wanted[start : start + _CHUNK]))
        return held


def _new_story(story: StoryNews, held: dict[int, Article]) -> NewStory:
    new = tuple(held[one.article_id] for one in story.articles if one.article_id in held)
    return NewStory(story.id, new, story.articles)
