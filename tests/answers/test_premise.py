from dataclasses import replace

from bot.answers.premise import missing_figure, off_matter
from bot.models import AskedSpeaker, Citation, Claim, Question


def question(topic, wanted="what", intent="fact"):
    return Question("q", "q", "en", intent, wanted, topic=topic)


def claim(quote):
    return Claim(quote, None, "fact", (Citation(1, 1, "u", "t", None, None, 0, len(quote), quote),))


def test_another_figure_is_said_to_be_missing():
    remark = missing_figure(question("flood 480 houses"), [claim("The flood reached 48 houses.")])
    assert "480" in remark


def test_nothing_is_said_when_the_figure_is_there_or_none_is_asserted():
    assert not missing_figure(question("flood 48 houses"), [claim("The flood reached 48 houses.")])
    assert not missing_figure(question("flood houses"), [claim("The flood reached 48 houses.")])


def test_a_question_for_a_figure_asserts_none():
    assert not missing_figure(question("flood 480 houses", "how_much"), [claim("It reached 48 houses.")])


def test_words_on_another_matter_than_the_conversation_are_on_are_said_to_be():
    orlova = AskedSpeaker("Orlova", "Vera Orlova", (1,))
    asked = replace(question("", intent="said"), speakers=(orlova,), context="land tax Dolsk")
    asked = replace(asked, standalone="What did Vera Orlova say (land tax of Dolsk)?")
    assert "Vera Orlova" in off_matter(asked, [claim("The flood reached 48 houses.")])
    assert "land tax of Dolsk" in off_matter(asked, [claim("The flood reached 48 houses.")])
    assert not off_matter(asked, [claim("The land tax of Dolsk stays."), claim("It rained.")])
    assert not off_matter(replace(asked, topic="flood"), [claim("It rained.")])
    assert not off_matter(replace(asked, context=""), [claim("It rained.")])
