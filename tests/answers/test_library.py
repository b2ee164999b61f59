from datetime import UTC, datetime

from bot.answers import library as library_module
from bot.answers.library import Library
from bot.errors import SearchIndexError
from bot.models import Hit, Period


class LockedIndex:
    """An index that another process is writing to."""

    def sequence(self):
        return 0

    def apply(self, _changes, _sequence):
        raise SearchIndexError("locked")

    def search(self, _query):
        return []


class BehindIndex(LockedIndex):
    """An index that still holds a passage of an article since rewritten; it counts what it is asked."""

    def __init__(self):
        self.asked = 0

    def search(self, _query):
        self.asked += 1
        return [Hit(999, 99, 5.0)]


def library(shelf):
    found = Library(shelf.store, shelf.index)
    found.catch_up()
    return found


def test_the_index_is_brought_up_to_date(shelve, stories, now):
    shelf = shelve(stories[:1])
    held = library(shelf)
    assert [article.title for _, article, _ in held.passages("budget", now)] == []
    shelf.add(stories[1])
    held.catch_up()
    assert shelf.index.sequence() == shelf.store.sequence()
    assert [article.title for _, article, _ in held.passages("budget", now)] == ["Council passes the budget"]


def test_a_long_way_is_gone_in_steps(shelve, story, now, monkeypatch):
    monkeypatch.setattr(library_module, "READ", 2)
    monkeypatch.setattr(library_module, "COMMITTED", 3)
    shelf = shelve([story(f"Lamp {number}", f"Lamp number {number} was found.") for number in range(8)])
    held = Library(shelf.store, shelf.index)
    seen = []
    held.catch_up(lambda done, of: seen.append((done, of)))
    assert seen == [(done, 8) for done in (0, 2, 3, 5, 6)]
    assert shelf.index.sequence() == shelf.store.sequence()
    assert len(held.passages("lamp", now)) == 8


def test_articles_of_the_future_are_not_seen(shelve, stories, now):
    held = library(shelve(stories))
    titles = [article.title for _, article, _ in held.passages("pier of Ladozhsk", now)]
    assert "Pier opens in Ladozhsk" in titles
    assert "Storm closes the pier" not in titles
    later = datetime(2025, 10, 1, tzinfo=UTC)
    assert "Storm closes the pier" in [article.title for _, article, _ in held.passages("pier", later)]
    assert held.overview(now).articles == 2


def test_undated_articles_are_always_seen(shelve, story, now):
    held = library(shelve([story("Lamp found", "A lamp was found in the tower.", None)]))
    assert held.passages("lamp", now)


def test_a_locked_index_does_not_stop_the_question(shelve, stories, now):
    shelf = shelve(stories)
    held = Library(shelf.store, LockedIndex())
    held.catch_up()
    assert held.passages("pier", now) == []


def test_passages_gone_meanwhile_are_left_out_and_words_are_looked_for_once(shelve, stories, now):
    index = BehindIndex()
    held = Library(shelve(stories).store, index)
    assert held.passages("pier", now) == []
    assert held.passages_in_depth("pier", now, None, 20) == []
    assert index.asked == 1
    held.catch_up()
    assert held.passages("pier", now) == []
    assert index.asked == 2


def test_the_directory_is_kept_until_speakers_change(shelve, stories):
    shelf = shelve(stories[:1])
    held = library(shelf)
    first = held.directory()
    assert held.directory() is first
    shelf.add(stories[1])
    assert held.directory().find("Orlova").ids


def test_statements_of_a_speaker_on_some_words(shelve, stories, now):
    held = library(shelve(stories))
    ids = held.directory().find("Vera Orlova").ids
    (first, *_) = held.statements_about("land tax", now, ids)
    assert first.kind == "direct"
    assert held.statements_about("land tax", now, held.directory().find("Oleg Dymov").ids) == []


def test_passages_within_a_period(shelve, stories, now):
    held = library(shelve(stories))
    period = Period(datetime(2025, 7, 11, tzinfo=UTC), datetime(2025, 7, 12, tzinfo=UTC), "11 July")
    titles = {article.title for _, article, _ in held.passages("Ladozhsk", now, period)}
    assert titles == {"Council passes the budget"}


def test_an_updated_article_is_read_anew(shelve, story, now):
    shelf = shelve([story("Lamp found", "A lamp was found in the tower.")])
    held = library(shelf)
    ((_, article, _),) = held.passages("lamp", now)
    assert held.articles([article.id])[article.id].text == article.text
    assert held.articles([99]) == {}
    assert held.newest_statements((), now, None, None) == []


def test_the_texts_tell_which_words_are_names(shelve, story, now):
    held = library(
        shelve([story(f"Fair {n}", f"A storm hit Gorelovo on day {n}. The storm ended.") for n in range(3)])
    )
    directory = held.directory()
    assert directory.is_name("gorelovo")
    assert directory.is_small("storm")
    assert not directory.is_name("ladozhsk")
    assert not directory.is_small("ladozhsk")
