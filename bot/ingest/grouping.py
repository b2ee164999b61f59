"""The use case: gives new and rewritten articles their place among the stories; it knows no SQL."""

from collections.abc import Callable

from bot.articles.layout import annotate
from bot.models import Article
from bot.store import Store
from bot.stories.profile import Profile, profile


def profile_of(article: Article) -> Profile:
    """What an article tells of its event."""
    sentences = annotate(article.text, article.title, article.language).sentences
    return profile(article.title, article.text, sentences)


def group_stories(store: Store, tell: Callable[[int, int], None] = lambda _done, _of: None) -> None:
    """Bring the stories of a library up to its articles."""
    store.stories.catch_up(profile_of, tell)
