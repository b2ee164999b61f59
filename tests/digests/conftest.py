"""A small library of made-up articles, annotated by the real rules, stored in a temporary folder."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.digests.composer import Composer
from bot.digests.telling import Source
from bot.ingest.analyse import analyse
from bot.models import Article, Draft
from bot.store import Store, open_store
from bot.subscriptions.values import Window

PIER = (
    "Pier of Ladozhsk opens",
    (
        "The pier of Ladozhsk opened on Monday after two years of repairs that cost 14 million crowns.\n\n"
        "“Nobody believed us, and here it stands,” mayor Vera Lunina said at the ceremony.\n\n"
        "The first ferry brought 312 passengers from Tarnholm in the afternoon."
    ),
)
PIER_AGAIN = (
    "Ladozhsk opens its pier after two years",
    (
        "Ladozhsk opened its pier on Monday after two years of repairs, which cost 14 million crowns.\n\n"
        "Harbour master Oleg Dymov said that ferries from Tarnholm would come twice a day."
    ),
)
PIER_RU = (
    "В Ладожске открыли причал",
    (
        "В понедельник в Ладожске открыли причал после двух лет ремонта за 14 миллионов крон.\n\n"
        "«Никто нам не верил, а он стоит», — сказала мэр Вера Лунина."
    ),
)
ORCHARD = (
    "Frost ruins the cherries of Ostvik",
    (
        "A night of frost ruined half of the cherry harvest around Ostvik, growers said.\n\n"
        "“I have seen worse, but not in June,” farmer Joe Vale told the radio."
    ),
)
FILLER = "Baker {} of street {} won prize {} for bread in the village number {}."

Add = Callable[..., Article]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A library with so many other articles of long ago that rare words are known as such."""
    with open_store(tmp_path / "library.db") as opened:
        texts = [FILLER.format(*(f"w{number}x{part}" for part in range(4))) for number in range(30)]
        drafts = [Draft(f"http://f/{n}", f"Prize {n}", text, "2020-01-01") for n, text in enumerate(texts)]
        opened.articles.save([analyse(draft) for draft in drafts])
        yield opened


@pytest.fixture
def add(store: Store) -> Add:
    """Stores a pair of title and text as an article of a source."""

    def save(
        article: tuple[str, str],
        published: str | None = "2031-05-05T10:00:00Z",
        source: str = "Gazette",
        url: str = "",
    ) -> Article:
        title, text = article
        draft = Draft(url or f"http://{source}/{title}".replace(" ", "-"), title, text, published, source)
        store.articles.save([analyse(draft)])
        found = store.articles.by_url(draft.url)
        assert found is not None
        return found

    return save


@pytest.fixture
def composer(store: Store) -> Composer:
    return Composer(store)


@pytest.fixture
def source(store: Store) -> Callable[[Article], Source]:
    """An article as lines are taken from it."""

    def read(article: Article) -> Source:
        passages = store.articles.spans_of([article.id])[article.id]
        return Source(article, passages, store.statements.of_article(article.id))

    return read


def second(moment: str) -> int:
    return int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp())


def window(since: str = "2031-05-05", until: str = "2031-05-06", after: int = 0) -> Window:
    return Window(after, second(since), second(until))
