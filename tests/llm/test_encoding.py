from bot.llm.encoding import sendable


def test_halves_of_characters_become_something_else() -> None:
    assert sendable("half \ud83d of 🦦, выдра") == "half ? of 🦦, выдра"
