"""What a claim is checked against, from the library and from given texts."""

from bot.answers.grounds import given, held
from bot.answers.library import Library
from tests.answers.conftest import NOW


def test_given_texts_are_one_ground_with_their_statements():
    (ground,) = given(["Boats sail.", "“It is late,” Ida Holm said."])
    assert not ground.one_article
    assert [excerpt.text for excerpt in ground.excerpts] == ["Boats sail.", "“It is late,” Ida Holm said."]
    assert [[one.speaker for one in ledger] for ledger in ground.ledgers()] == [[], ["Ida Holm"]]


def test_no_texts_are_no_ground():
    assert given([]) == []


def test_the_library_gives_a_ground_for_each_article(shelve, stories):
    shelf = shelve(stories)
    library = Library(shelf.store, shelf.index)
    library.catch_up()
    grounds = held("The pier in Ladozhsk has opened", library, NOW)
    assert grounds
    assert all(ground.one_article for ground in grounds)
    for ground in grounds:
        assert len({excerpt.article.id for excerpt in ground.excerpts}) == 1
        for excerpt in ground.excerpts:
            assert excerpt.text == excerpt.article.text[slice(*excerpt.span)]
            assert all(one.context.meets(excerpt.span) for one in excerpt.ledger)


def test_only_some_sentences_keep_their_statements_whole():
    (ground,) = given(["Boats sail. “It is late. We wait,” Ida Holm said. Otters swim."])
    case = ground.case("Ida Holm said that it is late")
    cut = ground.only(case.alignments[0].places[:1], case)
    assert [excerpt.text for excerpt in cut.excerpts] == ["“It is late. We wait,” Ida Holm said."]
