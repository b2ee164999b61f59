"""What is denied on one side only."""

import pytest

from bot.support.case import make_case
from bot.support.negation import is_denied, is_negator, negations
from bot.support.reading import read


@pytest.mark.parametrize(
    ("claim", "source", "caught"),
    [
        ("The pier will not open", "The pier will open", True),
        ("The pier will open", "The pier won't open", True),
        ("Пирс не откроют", "Пирс откроют", True),
        ("The pier will not open", "The pier will not open", False),
        ("Пирс откроют", "Пирс откроют", False),
        ("The pier opened", "Police did not confirm that the pier opened", True),
        ("Пирс открыли", "Полиция не подтвердила, что пирс открыли", True),
        (
            "Boats come and I am not moving that date",
            "“Boats come, and I am not moving that date,” she said",
            False,
        ),
        ("She said that the pier was late", "She denied that the pier was late", True),
        ("Она отрицала, что пирс опоздал", "Она сказала, что пирс опоздал", True),
        ("She denied that the new pier of the town was late", "The new pier of the town was late", True),
        ("He failed to open the pier", "He opened the pier", True),
        ("She denied that the pier was late", "She denied that the pier was late", False),
        ("She did not deny that the pier was late", "She said that the pier was late", False),
        ("Никто не пострадал", "Пострадавших нет", False),
        ("Никто не пострадал", "Пострадавших не было", False),
        ("Пострадавшие есть", "Пострадавших нет", True),
        ("Есть пострадавшие", "Никто не пострадал", True),
        ("Пострадал рыбак", "Никто не пострадал", True),
        ("Никто не пострадал", "Никто из рыбаков не пострадал", False),
        ("Мост не закроют", "Мост не будет закрыт", False),
        ("Мост закроют", "Мост закрыт не будет", True),
        ("В выборах мэр участвует", "В выборах мэр участвовать не будет", True),
        ("Воды в домах нет", "Вода в домах есть", True),
        ("Паром закроют", "Не секрет, что паром закроют", False),
        ("Паром закроют", "Мэр не сказал, что паром закроют", True),
        ("The ferry closed", "There is no doubt that the ferry closed", False),
        ("На зиму мост не закроют", "Мост не закроют на зиму", False),
        ("The plan was rejected by the council", "The council rejected the plan", False),
        (
            "The council rejected the plan and adopted the budget",
            "The council adopted the plan and rejected the budget",
            True,
        ),
        (
            "The council rejected the plan and adopted the budget of Tarn",
            "The council rejected the budget of Tarn",
            True,
        ),
        ("The council rejected the plan", "The council adopted the plan and rejected the budget", True),
        ("Открытый вчера мост не закроют", "Не открытый вчера мост не закроют", True),
        ("Завод закроют, а школу не закроют", "Завод не закроют, а школу закроют", True),
        ("None of them is in danger", "None is in danger", False),
        ("Holm did not attend the hearing", "Neither Holm nor Brask attended the hearing", False),
        ("Holm and Brask attended the hearing", "Neither Holm nor Brask attended the hearing", True),
        ("Зорина открыла мост", "Не Зорина, а Ветров открыл мост", True),
        ("После бури дома остались без света", "Дома остались без света после бури", False),
    ],
)
def test_negations(claim, source, caught):
    assert bool(negations(make_case(claim, [source]))) == caught


def test_a_denial_ends_with_its_quotation():
    words = read("«Чудес не бывает», — заявила она").sentences[0]
    denied = {word.text: is_denied(words, word.place) for word in words}
    assert denied["бывает"]
    assert not denied["заявила"]


def test_denials_within_denials_take_no_longer_than_their_length():
    words = read("She denied that " * 4000 + "it is late").sentences[0]
    assert is_denied(words, words[-1].place)


def test_negators():
    assert [is_negator(word) for word in read("isn't not pier").sentences[0]] == [True, True, False]


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("I am not moving that old wooden ferry", {"moving", "old"}),
        ("В городе воды нет", {"воды"}),
        ("Раненых привезли, воды нет", {"воды"}),
        ("Зал закрыт в мае не будет", {"закрыт"}),
    ],
)
def test_how_far_a_denial_reaches(sentence, denied):
    words = read(sentence).sentences[0]
    telling = [word for word in words if word.kind == "word"]
    assert {word.text for word in telling if is_denied(words, word.place)} == denied
