"""New articles are given their place, and whoever watches is told."""

from bot.ingest import analyse
from bot.ingest.grouping import group_stories, profile_of
from bot.models import Draft
from bot.store import open_store

DRAFT = Draft("https://tarn.example/a", "Ferry aground", "It ran aground on 5 May near Tarn.", "2026-05-05")


def test_every_article_has_a_story(tmp_path):
    told = []
    with open_store(tmp_path / "library.db") as store:
        store.articles.save([analyse(DRAFT)])
        group_stories(store, lambda done, of: told.append((done, of)))
        article = store.articles.by_url(DRAFT.url)
        assert store.stories.of([article.id]).keys() == {article.id}
        assert profile_of(article).days == {(5, 5)}
    assert told == [(0, 1)]
