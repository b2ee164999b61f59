from bot.answers.library import Library
from bot.answers.nearest import nearest
from bot.models import AskedSpeaker, Question


def near(shelf, now, **more):
    held = Library(shelf.store, shelf.index)
    held.catch_up()
    return nearest(Question("q", "q", "en", "fact", **more), held, now)


def test_related_articles_share_the_names(shelve, stories, now):
    assert "Council passes the budget" in near(shelve(stories), now, topic="Orlova wedding budget").titles


def test_nothing_near_offers_nothing(shelve, stories, now):
    assert near(shelve(stories), now, topic="Saturn").titles == ()


def test_the_mention_is_the_clause_that_names_him(shelve, stories, now):
    found = near(shelve(stories), now, speakers=(AskedSpeaker("Gromov", "Ivan Gromov"),))
    assert found.mention.words == "Councillor Ivan Gromov attended the debate"
