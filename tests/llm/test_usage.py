from bot.llm.usage import guessed_tokens


def test_tokens_are_guessed_from_the_length_in_either_language() -> None:
    assert guessed_tokens("") == 1
    assert guessed_tokens("The ferry sank at noon.") == 6
    assert guessed_tokens("Паром затонул в полдень.") == 12
