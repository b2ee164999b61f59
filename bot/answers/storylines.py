"""Which of the articles at hand tell one event, and which stories are of one matter.

A facade over the stories of the store; it judges no words. An article without a story is one by itself.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.answers.library import Library
from bot.answers.moments import published_in, visible
from bot.models import Article, Period
from bot.stories.weights import RELATED

Storyline = int  # the id of a story; minus the id of an article that has none


def storylines(articles: Iterable[Article], library: Library) -> dict[int, Storyline]:
    """The story of each article, by its id."""
    ids = [article.id for article in articles]
    known = library.stories.of(ids)
    return {number: known.get(number, -number) for number in ids}


def members(storyline: Storyline, library: Library, now: datetime, period: Period | None) -> list[Article]:
    """The articles of a story that are visible at `now` and of the period, in the order of publication."""
    ids = library.stories.articles([storyline]) if storyline > 0 else [-storyline]
    held = library.articles(ids)
    found = [held[number] for number in ids if number in held]
    return [article for article in found if visible(article, now) and published_in(article, period)]


def linked(chosen: Sequence[Storyline], library: Library) -> list[Storyline]:
    """Other stories of the matter of some stories, nearest first."""
    found = (other for one in chosen if one > 0 for other in library.stories.related(one, RELATED))
    return [one for one in dict.fromkeys(found) if one not in chosen]
