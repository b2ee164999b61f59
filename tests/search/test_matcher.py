import pytest

from bot.search.coverage import Word, asked_words, bag, match
from bot.search.matcher import Matcher, matcher_for

QUESTION = "Did Dymov die at the harbour, what do ports of the US export, sell, use or swap in 2021, George?"


def by_bags(words: tuple[Word, ...], text: str) -> tuple[float, ...]:
    return tuple(match(word, bag(text)) for word in words)


@pytest.mark.parametrize(
    "text",
    [
        "Dymov said the dying harbour master's exports fell; Дымов промолчал.",
        "«Порты» не работали, swaps were refused, e-mails vanished, the U.S.-led talks too",
        "Exporters and a mast. Nothing else; and/or die.",
        "They sold it, SOLD it all, using nothing. Георгий knew; Georgy and Egor did not.",
        "In 2021 they use the sea; in 20211 they did not.",
        "Dimow is no Dymoff",
        "",
    ],
)
def test_it_tells_what_bags_tell(text):
    words = asked_words(QUESTION)
    matcher = Matcher(words)
    for _ in range(2):
        assert matcher.of(text) == by_bags(words, text)


def test_the_best_of_several_places_counts_by_its_worth():
    words = asked_words("tariffs harbour")
    matcher = Matcher(words)
    assert matcher.matches(("Tariffs rise", 0.5), ("The tariffs are too high.", 1.0)) == (1.0, 0.0)
    assert matcher.matches(("The tariffs", 1.0), ("The harbour", 0.5)) == (1.0, 0.5)
    assert matcher.matches() == (0.0, 0.0)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        # a stem seldom begins otherwise than its word
        *(("die", "dying"), ("use", "using"), ("sky", "skies")),
        *(("cry", "cried"), ("ad", "ads"), ("buy", "bought")),
        # a name does so in another spelling
        *(("Jukov", "Zhukov"), ("Chaikov", "Tchaikov"), ("Halifov", "Khalifov"), ("Yulia", "Julia")),
        *(("Egorov", "Yegorov"), ("Ksenia", "Xenia"), ("Fomin", "Phomin"), ("Volkov", "Wolkov")),
    ],
)  # fmt: skip
def test_a_word_is_found_that_begins_otherwise(asked, told):
    words = asked_words(asked)
    assert Matcher(words).of(f"Then came {told}.") == by_bags(words, told) == (1.0,)


def test_the_same_words_share_a_matcher():
    assert matcher_for(asked_words("harbour tariffs")) is matcher_for(asked_words("harbour tariffs"))
