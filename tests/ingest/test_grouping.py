"""New articles are given their place, and whoever watches is told."""

from dataclasses import replace

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


TOLD = [
    Draft(
        "https://tarn.example/b",
        "Ferry is afloat",
        "The ferry near Tarn is afloat since 6 May.",
        "2026-05-06",
    ),
    Draft("https://tarn.example/c", "Bridge opens", "A bridge opens in Dolsk on 7 May.", "2026-05-07"),
]


def stories_of(store, *batches):
    for batch in batches:
        store.articles.save(batch)
    group_stories(store)
    ids = sorted(store.articles.by_url(draft.url).id for draft in (DRAFT, *TOLD))
    return [store.stories.of([number])[number] for number in ids], store.stories.links(ids)


def test_articles_with_and_without_a_profile_get_the_same_stories(tmp_path):
    items = [analyse(draft) for draft in (DRAFT, *TOLD)]
    bare = [replace(item, profile="") for item in items]
    found = []
    for number, batches in enumerate(([items], [bare], [items[:1], bare[1:2], items[2:]])):
        with open_store(tmp_path / f"{number}.db") as store:
            found.append(stories_of(store, *batches))
    assert found[0] == found[1] == found[2]


def test_a_profile_spares_reading_the_article_again(tmp_path):
    def refused(article):
        raise AssertionError(article.url)

    with open_store(tmp_path / "library.db") as store:
        store.articles.save([analyse(DRAFT)])
        store.stories.catch_up(refused)
        changed = replace(DRAFT, text="It ran aground on 8 May near Dolsk, not Tarn.")
        store.articles.save([analyse(changed), analyse(TOLD[0])])
        store.stories.catch_up(refused)
        assert store.stories.placed_up_to() == store.sequence()
