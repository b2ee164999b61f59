"""Who commented: every speaker once."""

from bot.answers.comments import commented
from bot.models import Question
from tests.answers.conftest import library


def speakers(shelf, now, topic, language="en"):
    held = library(shelf)
    question = Question("q", "q", language, "commented", "who", topic=topic)
    return [(one.statement.speaker, one.asked.name) for one in commented(question, held, now)]


def test_every_speaker_of_the_story_comes_once(shelve, stories, now):
    found = [speaker for speaker, _ in speakers(shelve(stories), now, "pier")]
    assert sorted(found) == ["Oleg Dymov", "Vera Orlova"]


def test_both_scripts_of_a_name_are_one_speaker(shelve, stories, story, planted, now):
    words = "Вера Орлова сказала, что причал Ладожска красив."
    russian = story(
        "Причал Ладожска открыт",
        f"{words} Причал открыт.",
        "2025-07-10",
        (planted("Вера Орлова", "причал Ладожска красив", words, cue="сказала"),),
        language="ru",
    )
    shelf = shelve([stories[0], russian])
    assert [name for _, name in speakers(shelf, now, "pier")].count("Vera Orlova") == 1
    found = speakers(shelf, now, "причал", "ru")
    assert found[0] == ("Вера Орлова", "Вера Орлова")


def test_a_statement_of_another_story_must_name_the_matter(shelve, stories, story, planted, now):
    near, far = "the crane is loud", "the crane of the pier is a shame"
    naming = f"Anna Belova said that {far}."
    beside = f"Ivan Gromov said that {near}."
    loud = story("Crane of the harbour", beside, "2025-07-01", (planted("Ivan Gromov", near, beside),))
    sold = story("Pier crane sold", naming, "2025-07-02", (planted("Anna Belova", far, naming),))
    shelf = shelve([stories[0], loud, sold])
    found = [speaker for speaker, _ in speakers(shelf, now, "pier crane")]
    assert found == ["Anna Belova"]


def test_on_what_nothing_tells_of_nobody_commented(shelve, stories, now):
    assert speakers(shelve(stories), now, "volcano") == []
