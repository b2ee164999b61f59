"""What is left of a digest for somebody with a history."""

from dataclasses import replace

from bot.digests.choosing import unseen
from bot.subscriptions.values import DigestItem
from tests.digests.made_up import MadeUpNews, statement_item, story_item

NEWS = MadeUpNews()
FIRST, SECOND, THIRD, OTHER = NEWS.tell(1, 10), NEWS.tell(1, 20), NEWS.tell(1, 30), NEWS.tell(2, 40)
OLD = story_item([FIRST], [1])


def lines(items: tuple[DigestItem, ...]) -> list[list[str]]:
    return [[claim.text for claim in item.claims] for item in items]


def test_everything_is_new_to_who_had_nothing():
    items = (story_item([FIRST, SECOND], [1, 2]), story_item([OTHER], [4]))
    assert unseen(items, []) == items


def test_a_story_comes_again_with_its_new_lines_alone():
    (update,) = unseen([story_item([FIRST, SECOND, THIRD], [1, 2, 3])], [OLD])
    assert update.update
    assert lines((update,)) == [[SECOND.line, THIRD.line]]
    assert [claim.citations[0].number for claim in update.claims] == [1, 2]
    assert update.marks == ("article:1", "article:2", "article:3")


def test_other_lines_of_articles_that_were_told_are_no_news():
    had = story_item([FIRST], [1, 2])  # the second was there, but not cited
    assert unseen([story_item([SECOND], [1, 2])], [had]) == ()


def test_a_line_never_comes_again_be_it_in_another_story_or_in_another_order():
    apart = replace(story_item([OTHER], [4]), claims=OLD.claims)
    turned = replace(OLD.claims[0], text="Line 1 on water of story 1.")
    assert unseen([apart, replace(apart, claims=(turned,))], [OLD]) == ()
    both = [OLD, replace(apart, claims=(turned, *story_item([OTHER], [4]).claims))]
    assert lines(unseen(both, [])) == [[FIRST.line], [OTHER.line]]


def test_a_retelling_in_the_other_language_is_no_update():
    english, russian = (
        replace(story_item([one], [1, 2]), claims=(replace(story_item([one], [1]).claims[0], text=text),))
        for one, text in (
            (FIRST, "The ferry Tarnholm ran aground near Ostvik with 214 people on board."),
            (SECOND, "Паром «Тарнхольм» сел на мель у Оствика, на борту было 214 человек."),
        )
    )
    had = replace(english, marks=("article:1",))
    assert unseen([russian], [had]) == ()
    later = replace(
        russian, claims=(replace(russian.claims[0], text=f"{russian.claims[0].text} Спасены 12."),)
    )
    assert [item.update for item in unseen([later], [had])] == [True]


def test_a_corrected_article_is_news():
    corrected = story_item([FIRST], [1])
    cited = replace(corrected.claims[0].citations[0], version=2)
    claim = replace(corrected.claims[0], text="Line 1, corrected.", citations=(cited,))
    (update,) = unseen([replace(corrected, claims=(claim,))], [OLD])
    assert (update.update, lines((update,))) == (True, [["Line 1, corrected."]])
    assert unseen([replace(corrected, claims=(replace(claim, text="Again."),))], [update]) == ()


def test_a_statement_never_comes_again():
    said = statement_item(FIRST)
    merged = replace(said, marks=("said:1", "said:9"))
    assert unseen([said, statement_item(SECOND)], [merged]) == (statement_item(SECOND),)
    assert unseen([merged], [said]) == ()


def test_a_story_that_has_taken_up_another_is_known_by_either():
    joined = story_item([OTHER], [1, 2, 4])
    (update,) = unseen([joined], [OLD])
    assert update.update


def test_lines_for_a_model_are_chosen_like_those_that_are_shown():
    told, fresh = story_item([FIRST], [1]).claims, story_item([SECOND], [2]).claims
    item = replace(story_item([THIRD], [1, 2, 3]), further=(*told, *fresh))
    (update,) = unseen([item], [OLD])
    assert (update.update, update.further) == (True, fresh)
    (known,) = unseen([replace(item, marks=("article:3",))], [OLD])
    assert (known.update, known.further) == (False, fresh)


def test_the_order_stays():
    items = (story_item([OTHER], [4]), story_item([SECOND], [1, 2]), statement_item(THIRD))
    assert lines(unseen(items, [OLD])) == [[OTHER.line], [SECOND.line], [THIRD.line]]


def test_what_was_told_as_a_statement_is_no_line_of_a_story_again():
    (story,) = unseen([story_item([FIRST, SECOND], [1, 2])], [statement_item(FIRST)])
    assert (story.update, lines((story,))) == (False, [[SECOND.line]])
    assert unseen([OLD], [statement_item(FIRST)]) == ()


def test_what_was_a_line_of_a_story_is_no_statement_again():
    assert unseen([statement_item(FIRST), statement_item(SECOND)], [OLD]) == (statement_item(SECOND),)


def test_the_same_sentence_in_other_words_is_the_same_line():
    said = statement_item(FIRST)
    claim = replace(said.claims[0], text="He: Line 1.")
    assert unseen([replace(said, claims=(claim,), marks=("said:other",))], [OLD]) == ()
