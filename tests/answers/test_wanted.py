import pytest

from bot.answers.wanted import answers_wanted, asks_age, asks_itself, is_asking_line, tells_an_age
from bot.search.coverage import asked_words


@pytest.mark.parametrize(
    ("wanted", "sentence", "holds"),
    [
        ("when", "The pier opened on July 20.", True),
        ("when", "Пирс открыли 20 июля.", True),
        ("when", "The pier opens in May.", True),
        ("when", "It may open, she may say in may.", False),
        ("when", "It was closed by May Holm.", False),
        ("when", "Since March it has been closed.", True),
        ("when", "Пирс откроют в мае.", True),
        ("when", "Пирс открыли с мартышками.", False),
        ("when", "The pier is long.", False),
        ("where", "They met in Ladozhsk.", True),
        ("where", "Они встретились в Ладожске.", True),
        ("where", "They met again.", False),
        ("how_much", "Repairs cost 14 million.", True),
        ("how_much", "Repairs took nine weeks.", True),
        ("how_much", "Repairs cost a fortune.", False),
        ("why", "It was closed because of the storm.", True),
        ("why", "Его закрыли из-за шторма.", True),
        ("why", "It was closed.", False),
        ("why", "The delay was blamed on ice.", True),
        ("why", "На это повлиял шторм.", True),
        ("why", "Его закрыли: «Он слишком стар».", True),
        ("why", "Его закрыли: в порту шторм.", False),
        ("why", "It was closed after the storm.", True),
        ("who", "The keeper is Oleg Dymov.", True),
        ("what", "Oleg Dymov came on July 20.", False),
    ],
)
def test_the_kind_of_thing_that_is_wanted(wanted, sentence, holds):
    assert answers_wanted(wanted, sentence, ()) is holds


def test_a_name_of_the_question_does_not_answer_who():
    assert not answers_wanted("who", "The keeper knows Oleg Dymov.", asked_words("Oleg Dymov"))


def test_what_only_came_before_is_a_reason_of_what_is_asked_alone():
    asked = asked_words("pier closed")
    assert answers_wanted("why", "The pier was closed after the storm.", asked)
    assert answers_wanted("why", "After the storm, the pier was closed.", asked)
    assert not answers_wanted("why", "The pier has been painted since the storm.", asked)
    assert not answers_wanted("why", "The ferry sailed again after the pier was closed.", asked)
    assert not answers_wanted("why", "In the days following it the pier was closed.", asked)
    assert not answers_wanted("why", "The pier was closed over a four-day period.", asked)


def test_a_number_of_the_question_does_not_answer_how_much():
    assert not answers_wanted("how_much", "It was held in 2024.", asked_words("2024"))


@pytest.mark.parametrize(
    ("sentence", "aged", "asking"),
    [
        ("The coach is Vera Orlova, 39, of Dolsk.", True, False),
        ("Вера Орлова (39) открыла мост.", True, False),
        ("Vera Orlova died at 91.", True, False),
        ("The 39-year-old Vera Orlova came.", True, False),
        ("Vera Orlova lost her husband of 46 years.", False, False),
        ("Vera Orlova, the first mayor, died at the age of 67 on Monday.", True, False),
        ("Orlova was 67.", True, False),
        ("Orlova was 67 miles away.", False, False),
        ("Oleg Dymov died at age 67, Vera Orlova said.", False, False),
        ("Vera Orlova opened 39 doors.", False, False),
        ("On July 9, Vera Orlova opened the pier.", False, False),
        ("Oleg Dymov, 39, opened the pier for Vera Orlova.", False, False),
        ("Asked why it was shut, the mayor blamed the rain.", False, False),
        ("Знаменитый мост открылся, когда ушёл паводок.", False, False),
        ("“People ask me when the bridge opens.”", False, True),
        ("Никто не знает, когда откроют мост.", False, True),
        ("The bridge opened when the mayor cut the ribbon.", False, False),
    ],
)
def test_ages_and_questions_in_sentences(sentence, aged, asking):
    words = asked_words("Vera Orlova Вера Орлова")
    assert (tells_an_age(sentence, words), asks_itself(sentence)) == (aged, asking)


@pytest.mark.parametrize("line", ["Who owns the bridge, and what comes next", "Почему закрыли мост?"])
def test_a_line_that_only_asks(line: str) -> None:
    assert is_asking_line(line)


@pytest.mark.parametrize(
    "line",
    ["When the bridge opened, all came", "Vera Orlova owns the bridge", "Как сообщил мэр, мост открыт"],
)
def test_a_line_that_tells(line: str) -> None:
    assert not is_asking_line(line)


@pytest.mark.parametrize(
    ("question", "age"),
    [
        ("How old is Vera Orlova?", True),
        ("Сколько лет Вере Орловой?", True),
        ("Сколько ей было лет?", True),
        ("Сколько лет было Орловой?", True),
        ("Сколько лет ему дали?", False),
        ("Сколько лет Орлов у власти?", False),
        ("Сколько лет идёт стройка?", False),
    ],
)
def test_whether_an_age_is_asked_for(question: str, age: bool) -> None:
    assert asks_age(question) is age
