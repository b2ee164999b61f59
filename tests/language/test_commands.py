from bot.language.commands import command_nouns, command_verbs


def test_verbs_and_those_that_may_be_nouns():
    assert "explain" in command_verbs()
    assert "report" in command_nouns()
    assert not command_verbs() & command_nouns()
    assert all(word.islower() for word in command_verbs() | command_nouns())
