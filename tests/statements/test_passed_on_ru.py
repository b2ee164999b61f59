"""Words that a Russian outlet passes on."""

import pytest


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        ("«Мост открыт», — цитирует мэра Ивана Орлова ТАСС.", "Иван Орлов", ("ТАСС",)),
        ("«Мост открыт», — цитирует «Интерфакс» мэра Ивана Орлова.", "Иван Орлов", ("Интерфакс",)),
        ("«Мост открыт», — приводит слова прокурора Яна Морева ТАСС.", "Ян Морев", ("ТАСС",)),
        ("ТАСС приводит слова мэра Ивана Орлова: «Мост открыт».", "Иван Орлов", ("ТАСС",)),
    ],
)
def test_the_person_speaks_and_the_outlet_relays(statements, text, speaker, chain):
    (found,) = statements(text)
    assert (found.speaker, tuple(name.strip("«»") for name in found.chain)) == (speaker, chain)


@pytest.mark.parametrize("text", ["Рост цен приводит к тому, что мост закрыт.", "Дожди продолжают идти."])
def test_other_verbs_pass_nothing_on(statements, text):
    assert statements(text) == ()
