from bot.answers.assistants import NONE, Assistants


def test_none_are_needed():
    assert Assistants() == NONE
    assert (NONE.writer, NONE.understander, NONE.translator) == (None, None, None)
